package org.kindlin.assays.cytometry;

import org.kindlin.numerics.statistics.Proportion;

/** How the interval of a frequency is computed. */
public enum IntervalKind {
    CLOPPER_PEARSON,
    WILSON;

    Proportion of(long successes, long trials, double level) {
        return switch (this) {
            case CLOPPER_PEARSON -> Proportion.clopperPearson(successes, trials, level);
            case WILSON -> Proportion.wilson(successes, trials, level);
        };
    }
}
