package org.kindlin.assays.viability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.numerics.growth.GrowthRateInhibition;

/** What is known of the cells when treatment began. */
sealed interface StartLevel {

    /** The doublings of untreated cells on a plate since then; empty where they have not grown. */
    Optional<GrowthRateInhibition> growth(ViabilityBlock plate);

    /**
     * Measured on a day-0 plate.
     *
     * @param net signal of its cells above its blanks (above those of the treated plates where it has none)
     */
    record Measured(ControlMean net) implements StartLevel {

        /** The level of a line's day-0 plates; empty where there is none, or none above blank. */
        static Optional<StartLevel> of(List<AssayBlock> dayZero, ControlMean otherBlank, Normalization normalization) {
            if (dayZero.isEmpty()) {
                return Optional.empty();
            }
            ControlMean cells = ControlMean.of(signals(dayZero, WellRole.VEHICLE));
            double[] blanks = signals(dayZero, WellRole.BLANK);
            ControlMean blank = normalization == Normalization.VEHICLE
                    ? ControlMean.ZERO
                    : blanks.length == 0 ? otherBlank : ControlMean.of(blanks);
            double variance = cells.error() * cells.error() + blank.error() * blank.error();
            return Optional.of(new Measured(new ControlMean(
                    cells.mean() - blank.mean(), Math.sqrt(variance), welch(cells, blank, variance), cells.wells())));
        }

        private static double[] signals(List<AssayBlock> blocks, WellRole role) {
            return blocks.stream()
                    .flatMapToDouble(block -> Arrays.stream(block.signals(role)))
                    .toArray();
        }

        /** Welch and Satterthwaite's degrees of freedom, rounded down. */
        private static int welch(ControlMean a, ControlMean b, double variance) {
            double below = share(a) + share(b);
            return below > 0 ? Math.max(1, (int) (variance * variance / below)) : 0;
        }

        private static double share(ControlMean mean) {
            return mean.df() == 0 ? 0 : StrictMath.pow(mean.error(), 4) / mean.df();
        }

        @Override
        public Optional<GrowthRateInhibition> growth(ViabilityBlock plate) {
            return net.mean() > 0 && plate.window() > net.mean()
                    ? Optional.of(GrowthRateInhibition.ofCounts(net.mean(), plate.window()))
                    : Optional.empty();
        }
    }

    /** Inferred from a stated doubling time of untreated cells. */
    record Inferred(double doublingHours) implements StartLevel {

        static Optional<StartLevel> of(OptionalDouble doublingHours) {
            return doublingHours.isPresent()
                    ? Optional.of(new Inferred(doublingHours.getAsDouble()))
                    : Optional.empty();
        }

        @Override
        public Optional<GrowthRateInhibition> growth(ViabilityBlock plate) {
            return plate.hours().isPresent()
                    ? Optional.of(new GrowthRateInhibition(plate.hours().getAsDouble() / doublingHours))
                    : Optional.empty();
        }
    }
}
