package org.kindlin.mechanism.ensemble;

/**
 * Sets of given parameters, numbered from 0. A set is a function of its number alone, so that neither the number of
 * threads nor the order of work matters. Usable by several threads at once.
 */
public interface ParameterSets {
    /** How many. */
    int count();

    /** The given parameters of a set, in the order of {@link org.kindlin.mechanism.compile.Equations#parameters()}. */
    double[] given(int set);
}
