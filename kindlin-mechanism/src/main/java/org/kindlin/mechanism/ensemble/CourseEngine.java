package org.kindlin.mechanism.ensemble;

/** Simulates stretches of an ensemble. A workspace of one thread. */
interface CourseEngine {
    /** The courses of sets from {@code first} on. */
    CourseBlock simulate(ParameterSets sets, int first, int count);
}
