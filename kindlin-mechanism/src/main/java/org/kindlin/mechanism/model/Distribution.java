package org.kindlin.mechanism.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A distribution that a formula can draw from (SBML Level 3 package Distributions, version 1), called by {@link #PREFIX}
 * and its name. Besides its own parameters a draw may have two more: the limits between which it is truncated.
 */
public enum Distribution {
    /** Mean, standard deviation. */
    NORMAL(2, 2, true),
    /** Lower and upper limit. */
    UNIFORM(2, 2, false),
    /** Probability of 1. */
    BERNOULLI(1, 1, false),
    /** Trials, probability. */
    BINOMIAL(2, 2, true),
    /** Location (0 where it is left out), scale. */
    CAUCHY(1, 2, true),
    /** Degrees of freedom. */
    CHISQUARE(1, 1, true),
    /** Rate. */
    EXPONENTIAL(1, 1, true),
    /** Shape, scale. */
    GAMMA(2, 2, true),
    /** Location (0 where it is left out), scale. */
    LAPLACE(1, 2, true),
    /** Mean and standard deviation of the logarithm. */
    LOGNORMAL(2, 2, true),
    /** Mean. */
    POISSON(1, 1, true),
    /** Scale. */
    RAYLEIGH(1, 1, true);

    /** What the name of a call that draws begins with; no function of a model can. */
    public static final String PREFIX = "distrib:";

    private final int fewest;
    private final int most;
    private final boolean truncatable;

    Distribution(int fewest, int most, boolean truncatable) {
        this.fewest = fewest;
        this.most = most;
        this.truncatable = truncatable;
    }

    /** The distribution that a call of this name draws from; empty where it is no such call. */
    public static Optional<Distribution> called(String function) {
        for (Distribution each : values()) {
            if (function.equals(PREFIX + each.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether so many arguments make sense. */
    public boolean takes(int arguments) {
        return (fewest <= arguments && arguments <= most) || truncated(arguments);
    }

    /** Whether the last two of so many arguments are limits. */
    public boolean truncated(int arguments) {
        return truncatable && arguments == most + 2;
    }
}
