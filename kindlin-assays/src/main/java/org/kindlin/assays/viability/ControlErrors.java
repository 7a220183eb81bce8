package org.kindlin.assays.viability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Adds to an interval what the error of control means does to the estimate.
 *
 * <p>All wells of a plate are held against the same controls, whose error therefore does not average out over doses and
 * is not in the interval of a fit. Each control mean is moved by its standard error, the estimate is computed again, and
 * half the change, times Student's t of that control, is a half width. Half widths are added in quadrature to the
 * interval of the fit, side by side (method of variance estimates recovery: G. Y. Zou and A. Donner, Stat. Med.
 * 27:1693-1702, 2008), on a logarithmic scale for doses.
 *
 * @param <S> what is computed anew from moved controls, and estimates are functions of
 */
record ControlErrors<S>(List<Shift<S>> shifts, double level) {

    /** What is found with one control mean a standard error higher, and lower. */
    record Shift<S>(Optional<S> above, Optional<S> below, int df) {}

    /** The scale on which an estimate's interval is symmetric about it, or nearly. */
    enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    static <S> ControlErrors<S> of(TreatedCells cells, double level, Function<TreatedCells, S> compute) {
        return new ControlErrors<>(
                cells.controls().stream()
                        .map(control -> {
                            ControlMean mean = control.mean();
                            return new Shift<>(
                                    computed(control.with(mean.shifted(mean.error())), compute),
                                    computed(control.with(mean.shifted(-mean.error())), compute),
                                    mean.df());
                        })
                        .toList(),
                level);
    }

    /** Empty where the moved controls leave no range, so that a percentage of them means nothing. */
    private static <S> Optional<S> computed(TreatedCells moved, Function<TreatedCells, S> compute) {
        return moved.isMeasurable() ? Optional.of(compute.apply(moved)) : Optional.empty();
    }

    /** The estimate with the error of controls in its interval; itself where it is censored or has no value. */
    Estimate widen(Estimate estimate, Scale scale, Function<S, OptionalDouble> quantity) {
        Double value = estimate.value();
        boolean logarithmic = scale == Scale.LOGARITHMIC;
        if (value == null || estimate.relation() != Relation.EQUAL || (logarithmic && !(value > 0))) {
            return estimate;
        }
        double squares = 0;
        double variance = 0;
        for (Shift<S> shift : shifts) {
            OptionalDouble above = on(scale, shift.above().map(quantity).orElse(OptionalDouble.empty()));
            OptionalDouble below = on(scale, shift.below().map(quantity).orElse(OptionalDouble.empty()));
            if (above.isEmpty() || below.isEmpty()) {
                return open(estimate);
            }
            double error = (above.getAsDouble() - below.getAsDouble()) / 2;
            double half = error * Distributions.studentQuantile(0.5 + level / 2, shift.df());
            squares += half * half;
            variance += error * error;
        }
        return squares == 0 ? estimate : wider(estimate, value, logarithmic, squares, variance);
    }

    private static OptionalDouble on(Scale scale, OptionalDouble value) {
        if (scale == Scale.LINEAR || value.isEmpty()) {
            return value;
        }
        return value.getAsDouble() > 0
                ? OptionalDouble.of(StrictMath.log(value.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static Estimate wider(
            Estimate estimate, double value, boolean logarithmic, double squares, double variance) {
        Double error = estimate.se();
        double scale = logarithmic ? value : 1;
        return new Estimate(
                estimate.name(),
                value,
                estimate.unit(),
                estimate.relation(),
                limit(estimate.low(), value, -1, logarithmic, squares),
                limit(estimate.high(), value, 1, logarithmic, squares),
                estimate.level(),
                error == null ? null : Double.valueOf(Math.sqrt(error * error + scale * scale * variance)),
                estimate.method() + "; error of control means added");
    }

    private static @Nullable Double limit(
            @Nullable Double limit, double value, int side, boolean logarithmic, double squares) {
        if (limit == null || (logarithmic && !(limit > 0))) {
            return limit;
        }
        double at = logarithmic ? StrictMath.log(value) : value;
        double distance = at - (logarithmic ? StrictMath.log(limit) : limit);
        double moved = at + side * Math.sqrt(distance * distance + squares);
        return logarithmic ? Double.valueOf(StrictMath.exp(moved)) : Double.valueOf(moved);
    }

    /** Where the estimate does not exist a standard error away, nothing bounds it. */
    private static Estimate open(Estimate estimate) {
        return new Estimate(
                estimate.name(),
                estimate.value(),
                estimate.unit(),
                estimate.relation(),
                null,
                null,
                estimate.level(),
                null,
                estimate.method() + "; within the error of control means it may not exist");
    }
}
