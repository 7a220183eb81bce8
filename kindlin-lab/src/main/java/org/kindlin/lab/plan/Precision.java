package org.kindlin.lab.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a plan promises: how wide the interval of its estimate will be, by performing the very plan with the virtual lab
 * and analysing it with the very analysis. Simulated; it holds as far as the assumed noise and truth do.
 *
 * @param estimate name of the estimate ({@code ic50})
 * @param level confidence level of its interval
 * @param ofPlan what the plan as it stands gives
 * @param search the designs that were compared for a wanted width; empty where none was asked for
 */
public record Precision(String estimate, double level, Outcome ofPlan, Optional<Search> search) {

    /**
     * What simulations of one design gave. An interval's width is its upper over its lower limit, or where the estimate may
     * have either sign, their difference ({@link IntervalWidth}).
     *
     * @param plates plates of the whole plan
     * @param intervals intervals asked for: simulations times subjects
     * @param closed how many had both limits
     * @param covered how many of all held the truth
     * @param medianFold median width; empty where half of the intervals or more are open
     * @param ninetiethFold width that nine of ten intervals keep; empty where more than that are open
     * @param within how many were no wider than wanted; of none where no width was
     */
    public record Outcome(
            int replicates,
            int doses,
            int plates,
            int intervals,
            int closed,
            int covered,
            Optional<Double> medianFold,
            Optional<Double> ninetiethFold,
            Share within) {

        /** Sample wells of one compound on one plate. */
        public int wells() {
            return replicates * doses;
        }

        /** How often the interval held the truth. */
        public Share coverage() {
            return Share.of(covered, intervals);
        }
    }

    /**
     * The designs compared.
     *
     * @param wantedFold width wanted
     * @param assurance share of experiments that must reach it
     * @param designs by doses, then replicates
     * @param chosen the design of fewest wells that reaches it; empty where none did
     */
    public record Search(double wantedFold, double assurance, List<Outcome> designs, Optional<Outcome> chosen) {
        public Search {
            designs = List.copyOf(designs);
        }
    }

    /**
     * A share found by simulation, with its Monte Carlo error.
     *
     * @param low lower end of Wilson's 95 % interval
     * @param high upper end
     */
    public record Share(int count, int of, double low, double high) {
        private static final double Z = 1.959963984540054;

        /** Wilson's score interval (J. Am. Stat. Assoc. 22:209, 1927). */
        public static Share of(int count, int of) {
            if (of == 0) {
                return new Share(0, 0, 0, 1);
            }
            double p = (double) count / of;
            double z2 = Z * Z / of;
            double centre = (p + z2 / 2) / (1 + z2);
            double half = Z * StrictMath.sqrt(p * (1 - p) / of + z2 / (4.0 * of)) / (1 + z2);
            return new Share(count, of, Math.max(0, centre - half), Math.min(1, centre + half));
        }

        public double value() {
            return of == 0 ? 0 : (double) count / of;
        }
    }
}
