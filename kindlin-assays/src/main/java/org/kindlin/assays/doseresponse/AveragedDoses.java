package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.curve.CurveParameter;
import org.kindlin.numerics.curve.EffectDose;
import org.kindlin.numerics.curve.EffectTarget;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Effect doses averaged over models by their Akaike weights, on the logarithm of the dose: {@code sum w_i x_i}, with the
 * unconditional standard error {@code sum w_i sqrt(se_i^2 + (x_i - mean)^2)} (S. T. Buckland, K. P. Burnham and N. H.
 * Augustin, Biometrics 53:603-618, 1997; Burnham and Anderson 2002, section 4.3.2) and Student's t on the residual degrees
 * of freedom of the heaviest model.
 *
 * <p>Models of a weight under 0.001 play no part. A model without a standard error lends half of its closed profile
 * interval over t; where one of the others has neither, no interval is given.
 */
final class AveragedDoses {
    private static final double NEGLIGIBLE = 1e-3;
    private static final double LN10 = 2.302585092994046;

    private final ModelTable table;
    private final CurveProtocol protocol;
    private final TestedRange range;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private AveragedDoses(ModelTable table, FamilyCurve best) {
        this.table = table;
        this.protocol = best.protocol();
        this.range = best.range();
    }

    /** What was found. */
    record Found(List<Estimate> estimates, List<Warning> warnings) {}

    /** One model's dose. */
    private record Share(double weight, double logDose, OptionalDouble error, int degreesOfFreedom) {}

    /** The averaged mid-point, as {@code ic50-averaged}, and the averaged doses of these levels. */
    static Found of(ModelTable table, FamilyCurve best, List<Double> levels) {
        AveragedDoses averaged = new AveragedDoses(table, best);
        averaged.average(0.5, "ic50-averaged");
        levels.forEach(level -> averaged.average(level, EffectLevels.name(level) + "-averaged"));
        return new Found(averaged.estimates, averaged.warnings);
    }

    private void average(double level, String name) {
        List<Share> shares = shares(level);
        double total = shares.stream().mapToDouble(Share::weight).sum();
        if (shares.isEmpty()) {
            none(name, "no model of weight has this effect at a dose");
            return;
        }
        double mean = shares.stream()
                        .mapToDouble(share -> share.weight() * share.logDose())
                        .sum()
                / total;
        if (!range.contains(mean)) {
            none(
                    name,
                    "the average, " + Text.dose(mean, protocol.units())
                            + ", lies outside the tested doses, where models" + " differ by what they extrapolate");
            return;
        }
        if (total < 1 - 0.01) {
            warnings.add(new Warning(
                    "averaged-over-part",
                    String.format(
                            Locale.ROOT,
                            "%s is averaged over models of %.2f of the Akaike weight: the others have no such dose",
                            name,
                            total)));
        }
        estimates.add(estimate(name, mean, error(shares, mean, total), shares));
    }

    private void none(String name, String why) {
        estimates.add(Estimate.notEstimable(
                name, protocol.units().dose(), protocol.inference().level(), "Akaike-weighted average"));
        warnings.add(new Warning(name + "-not-determined", name + " is not estimable: " + why));
    }

    private List<Share> shares(double level) {
        List<Share> shares = new ArrayList<>();
        for (ModelTable.Row row : table.rows()) {
            if (row.weight() >= NEGLIGIBLE && row.curve().isPresent()) {
                share(row.curve().get(), row.weight(), level).ifPresent(shares::add);
            }
        }
        return shares;
    }

    private Optional<Share> share(FamilyCurve curve, double weight, double level) {
        return EffectDose.of(curve.fit(), new EffectTarget.Relative(level))
                .map(dose -> new Share(
                        weight,
                        dose.logDose(),
                        error(dose, curve.fit().degreesOfFreedom()),
                        curve.fit().degreesOfFreedom()));
    }

    private OptionalDouble error(EffectDose dose, int degreesOfFreedom) {
        if (dose.standardError().isPresent()) {
            return dose.standardError();
        }
        double level = protocol.inference().level();
        Optional<CurveParameter.Limits> limits = dose.profile(level);
        double width = limits.map(found -> found.high() - found.low()).orElse(Double.POSITIVE_INFINITY);
        return Double.isFinite(width)
                ? OptionalDouble.of(0.5 * width / Distributions.studentQuantile(0.5 + level / 2, degreesOfFreedom))
                : OptionalDouble.empty();
    }

    private static OptionalDouble error(List<Share> shares, double mean, double total) {
        double sum = 0;
        for (Share share : shares) {
            if (share.error().isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += share.weight() / total * Math.hypot(share.error().getAsDouble(), share.logDose() - mean);
        }
        return OptionalDouble.of(sum);
    }

    private Estimate estimate(String name, double mean, OptionalDouble error, List<Share> shares) {
        double level = protocol.inference().level();
        Share heaviest =
                shares.stream().max(Comparator.comparingDouble(Share::weight)).orElseThrow();
        double half = error.isPresent()
                ? error.getAsDouble() * Distributions.studentQuantile(0.5 + level / 2, heaviest.degreesOfFreedom())
                : Double.NaN;
        Limits limits = Limits.of(tenTo(mean - half), tenTo(mean + half));
        return new Estimate(
                name,
                tenTo(mean),
                protocol.units().dose(),
                Relation.EQUAL,
                limits.lowOrNull(),
                limits.highOrNull(),
                level,
                error.isPresent() ? Double.valueOf(tenTo(mean) * LN10 * error.getAsDouble()) : null,
                "Akaike-weighted average of " + shares.size() + " models; Buckland interval");
    }

    private static double tenTo(double logDose) {
        return StrictMath.pow(10, logDose);
    }
}
