package org.kindlin.assays.proliferation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kindlin.assays.quantity.Unit;

/**
 * The parameters of a dye-dilution analysis.
 *
 * @param events where the files keep what
 * @param unit of doses
 * @param compound name of what was given; empty where not stated
 * @param autofluorescence mean of unstained cells, where it is stated
 * @param undividedLow lowest ratio of the undivided peak to the control's median
 * @param undividedHigh highest ratio
 * @param generations number of divisions, where it is stated
 * @param mostGenerations the most that are searched for
 * @param intervals how they are found
 * @param bootstrapSamples of the bootstrap
 * @param level of intervals
 * @param viabilityLoss fall of viability from vehicle, in percentage points, that counts as toxic
 */
public record ProliferationProtocol(
        Events events,
        Unit unit,
        String compound,
        OptionalDouble autofluorescence,
        double undividedLow,
        double undividedHigh,
        OptionalInt generations,
        int mostGenerations,
        IndexIntervals intervals,
        int bootstrapSamples,
        double level,
        double viabilityLoss) {

    /** How intervals of indices are found. */
    public enum IndexIntervals {
        LIKELIHOOD,
        BOOTSTRAP
    }

    /** What the intensities of a file are. */
    public enum IntensityScale {
        /** By the column: common logarithms where its name says so, else linear. */
        AUTO,
        LINEAR,
        LOG10
    }

    /**
     * Columns or channels of the files.
     *
     * @param channel of the dye; empty to find it by its name
     * @param by columns of a file or its sheet that tell cultures apart, beside sample, dose, replicate and role
     * @param viabilityChannel of a dye that enters dead cells
     * @param viabilityThreshold from which on a cell counts as dead
     * @param gate population of the gating document that is analysed; empty for all events
     * @param allCells population of living and dead cells, where the gate holds the living ones
     */
    public record Events(
            Optional<String> channel,
            IntensityScale scale,
            List<String> by,
            Optional<String> viabilityChannel,
            OptionalDouble viabilityThreshold,
            Optional<String> gate,
            Optional<String> allCells) {
        public Events {
            by = List.copyOf(by);
        }
    }
}
