package org.kindlin.mechanism.model;

import java.util.List;

/**
 * What a flux balance analysis is asked: bounds of the speeds of reactions, and what to make as large or small as can be.
 *
 * @param activeObjective the objective that counts; may be empty
 */
public record FluxBalance(List<Bound> bounds, List<Objective> objectives, String activeObjective) {
    public FluxBalance {
        bounds = List.copyOf(bounds);
        objectives = List.copyOf(objectives);
    }

    /**
     * A limit of a reaction's speed.
     *
     * @param upper whether the speed may not be above it; else not below it
     * @param value a number or the name of a parameter
     */
    public record Bound(String reaction, boolean upper, Expression value) {}

    /** A weighted sum of speeds. */
    public record Objective(String id, boolean maximize, List<Term> terms) {
        public Objective {
            terms = List.copyOf(terms);
        }
    }

    /** One reaction's part in an objective. */
    public record Term(String reaction, double coefficient) {}
}
