package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.statistics.Distributions;

/**
 * How the untreated cells of one line grew, from the day-0 plate to the vehicle wells: {@code doublings} of the mean
 * vehicle signal above blank, {@code doublingTime} where the exposure is stated, and {@code dayZeroLevel} in percent of
 * vehicle. Errors of control means by the delta method on the binary logarithm, Student's t of each, added in quadrature.
 *
 * @param cellLine as sentences name it
 * @param dayZeroPercent the day-0 level in percent of vehicle
 */
record LineGrowth(String cellLine, double dayZeroPercent, SubjectResult result) {
    private static final double LN2 = StrictMath.log(2);
    private static final String METHOD = "day-0 plate to vehicle wells; errors of control means";

    /** The growth of a line on its plates of one time; empty without a day-0 plate or where it has not grown. */
    static Optional<LineGrowth> of(List<ViabilityBlock> plates, Optional<StartLevel> start, double level) {
        if (start.isEmpty() || !(start.get() instanceof StartLevel.Measured(ControlMean net)) || plates.isEmpty()) {
            return Optional.empty();
        }
        double doublings = 0;
        for (ViabilityBlock plate : plates) {
            var growth = start.get().growth(plate);
            if (growth.isEmpty()) {
                return Optional.empty();
            }
            doublings += growth.get().doublings() / plates.size();
        }
        return Optional.of(new LineGrowth(
                plates.getFirst().block().target(),
                100 * StrictMath.pow(2, -doublings),
                result(plates, net, doublings, level)));
    }

    private static SubjectResult result(List<ViabilityBlock> plates, ControlMean net, double doublings, double level) {
        double half = halfWidth(plates, net, level);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(estimate("doublings", doublings, "", doublings - half, doublings + half, level));
        OptionalDouble hours = plates.getFirst().hours();
        if (hours.isPresent()) {
            double time = hours.getAsDouble();
            double most = doublings > half ? time / (doublings - half) : Double.POSITIVE_INFINITY;
            estimates.add(estimate("doublingTime", time / doublings, "h", time / (doublings + half), most, level));
        }
        double start = 100 * StrictMath.pow(2, -doublings);
        estimates.add(estimate(
                "dayZeroLevel", start, "%", start * StrictMath.pow(2, -half), start * StrictMath.pow(2, half), level));
        Map<String, String> subject = new LinkedHashMap<>();
        String line = plates.getFirst().block().target();
        subject.put(ViabilityBlock.CELL_LINE.key(), line.isEmpty() ? "not stated" : line);
        subject.putAll(plates.getFirst().conditions());
        return new SubjectResult(subject, estimates, List.of(), List.of(), List.of());
    }

    /** Half the width of the interval of the doublings; zero where nothing is known of it. */
    private static double halfWidth(List<ViabilityBlock> plates, ControlMean net, double level) {
        double squares = StrictMath.pow(half(net, net.mean(), level), 2);
        for (ViabilityBlock plate : plates) {
            squares += StrictMath.pow(half(plate.vehicle(), plate.window(), level) / plates.size(), 2);
            squares += StrictMath.pow(half(plate.blank(), plate.window(), level) / plates.size(), 2);
        }
        return Math.sqrt(squares);
    }

    private static double half(ControlMean mean, double net, double level) {
        return mean.df() < 1
                ? 0
                : mean.error() / (net * LN2) * Distributions.studentQuantile(0.5 + level / 2, mean.df());
    }

    private static Estimate estimate(String name, double value, String unit, double low, double high, double level) {
        boolean known = low < high;
        return new Estimate(
                name,
                value,
                unit,
                Relation.EQUAL,
                known ? Double.valueOf(low) : null,
                known && Double.isFinite(high) ? Double.valueOf(high) : null,
                level,
                null,
                METHOD);
    }
}
