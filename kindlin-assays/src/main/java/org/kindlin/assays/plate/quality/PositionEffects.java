package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.numerics.statistics.WeightedRegression;

/**
 * How much of a reading comes from where its well stands: the effect of the outermost wells and straight gradients along
 * rows and columns, estimated together from all wells that have replicates.
 *
 * <p>The relative residual of a well, value/(mean of its replicates) - 1, is regressed on edge (1 or 0), row and column
 * (from -1/2 to 1/2 over the plate), all centred within replicates, weighted by the inverse of its variance. What a layout
 * confounds with something else, as where no replicates stand both at the edge and inside, has no estimate. Replicates
 * whose mean is less than three of their standard deviations from zero say nothing of shares and are left out.
 */
public record PositionEffects(
        Optional<PositionEffect> edge, Optional<PositionEffect> row, Optional<PositionEffect> column) {
    /** No effect can be estimated. */
    static final PositionEffects UNKNOWN = new PositionEffects(Optional.empty(), Optional.empty(), Optional.empty());

    private static final double CLEAR_OF_ZERO = 3;

    static PositionEffects of(PlateFormat format, ReplicateSet replicates) {
        List<double[]> rows = new ArrayList<>();
        int groups = 0;
        for (ReplicateSet.Group group : replicates.groups()) {
            double mean = group.mean();
            double deviation = replicates.standardDeviation(mean);
            if (isClearOfZero(mean, deviation)) {
                rows.addAll(centred(format, group, mean, mean * mean / (deviation * deviation)));
                groups++;
            }
        }
        double[][] columns = new double[5][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = rows.get(i)[c];
            }
        }
        return WeightedRegression.fit(
                        new double[][] {columns[0], columns[1], columns[2]}, columns[3], columns[4], groups)
                .map(PositionEffects::of)
                .orElse(UNKNOWN);
    }

    /** Whether a share of the mean means something. */
    static boolean isClearOfZero(double mean, double deviation) {
        return deviation > 0 && Math.abs(mean) > CLEAR_OF_ZERO * deviation;
    }

    private static PositionEffects of(WeightedRegression fit) {
        return new PositionEffects(
                effect(fit, 0, "edgeEffect", "edge-effect"),
                effect(fit, 1, "rowGradient", "row-gradient"),
                effect(fit, 2, "columnGradient", "column-gradient"));
    }

    private static Optional<PositionEffect> effect(WeightedRegression fit, int which, String name, String check) {
        OptionalDouble share = fit.coefficients().get(which);
        OptionalDouble error = fit.errors().get(which);
        return share.isEmpty() || error.isEmpty()
                ? Optional.empty()
                : Optional.of(new PositionEffect(name, check, share.getAsDouble(), error.getAsDouble(), fit.df()));
    }

    /** Edge, row, column, relative residual and weight of a group's wells, each but the last less its mean. */
    private static List<double[]> centred(PlateFormat format, ReplicateSet.Group group, double mean, double weight) {
        List<double[]> rows = group.wells().stream()
                .map(well -> {
                    double[] place = place(format, well.address());
                    return new double[] {place[0], place[1], place[2], well.value() / mean - 1, weight};
                })
                .toList();
        for (int c = 0; c < 4; c++) {
            int column = c;
            double centre = rows.stream().mapToDouble(row -> row[column]).sum() / rows.size();
            rows.forEach(row -> row[column] -= centre);
        }
        return rows;
    }

    private static double[] place(PlateFormat format, WellAddress well) {
        return new double[] {
            format.isEdge(well) ? 1 : 0,
            (double) well.row() / (format.rows() - 1) - 0.5,
            (double) well.column() / (format.columns() - 1) - 0.5
        };
    }

    /** Every effect that could be estimated. */
    public List<PositionEffect> all() {
        return Stream.of(edge, row, column).flatMap(Optional::stream).toList();
    }

    /** Only the effects with p below 0.01. */
    PositionEffects significant() {
        return new PositionEffects(
                edge.filter(PositionEffect::isSignificant),
                row.filter(PositionEffect::isSignificant),
                column.filter(PositionEffect::isSignificant));
    }

    /** Only the effects that a correction removes. */
    PositionEffects removedBy(PlateCorrection correction) {
        return new PositionEffects(
                edge.filter(_ -> correction.removesEdge()),
                row.filter(_ -> correction.removesGradients()),
                column.filter(_ -> correction.removesGradients()));
    }

    boolean isNone() {
        return all().isEmpty();
    }

    /** What a well reads over what it would read without these effects. */
    double factor(PlateFormat format, WellAddress well) {
        double[] place = place(format, well);
        return 1 + share(edge) * place[0] + share(row) * place[1] + share(column) * place[2];
    }

    private static double share(Optional<PositionEffect> effect) {
        return effect.map(PositionEffect::share).orElse(0.0);
    }
}
