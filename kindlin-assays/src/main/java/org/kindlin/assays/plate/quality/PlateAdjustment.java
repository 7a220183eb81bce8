package org.kindlin.assays.plate.quality;

import java.util.Arrays;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.numerics.statistics.MedianPolish;

/**
 * The share by which each place of a plate reads high; readings are divided by it.
 *
 * @param factors by row and column; empty where nothing is to be, or can be, corrected
 */
@SuppressWarnings("ArrayRecordComponent")
record PlateAdjustment(double[][] factors) {
    private static final PlateAdjustment NOTHING = new PlateAdjustment(new double[0][]);

    static PlateAdjustment of(
            PlateFormat format, PlateCorrection correction, PositionEffects effects, ReplicateSet replicates) {
        if (correction == PlateCorrection.MEDIAN_POLISH) {
            return polished(format, replicates);
        }
        PositionEffects removed = effects.removedBy(correction);
        if (removed.isNone()) {
            return NOTHING;
        }
        double[][] factors = new double[format.rows()][format.columns()];
        format.wells().forEach(well -> factors[well.row()][well.column()] = removed.factor(format, well));
        return new PlateAdjustment(factors);
    }

    /** Row and column medians of the relative residuals; none without replicates clear of zero. */
    private static PlateAdjustment polished(PlateFormat format, ReplicateSet replicates) {
        double[][] table = new double[format.rows()][format.columns()];
        Arrays.stream(table).forEach(row -> Arrays.fill(row, Double.NaN));
        boolean any = false;
        for (ReplicateSet.Group group : replicates.groups()) {
            double mean = group.mean();
            if (PositionEffects.isClearOfZero(mean, replicates.standardDeviation(mean))) {
                group.wells()
                        .forEach(well ->
                                table[well.address().row()][well.address().column()] = well.value() / mean - 1);
                any = true;
            }
        }
        if (!any) {
            return NOTHING;
        }
        MedianPolish polish = MedianPolish.of(table);
        double[][] factors = new double[format.rows()][format.columns()];
        format.wells()
                .forEach(well -> factors[well.row()][well.column()] =
                        1 + polish.rows()[well.row()] + polish.columns()[well.column()]);
        return new PlateAdjustment(factors);
    }

    boolean isNone() {
        return factors.length == 0;
    }

    QualityWell apply(QualityWell well) {
        return isNone()
                ? well
                : new QualityWell(
                        well.address(), well.role(), well.replicateOf(), well.value() / factor(well.address()));
    }

    private double factor(WellAddress well) {
        return factors[well.row()][well.column()];
    }
}
