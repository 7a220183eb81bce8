package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioEstimate;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * One arm beside the control on one day, by arithmetic means of the animals that were measured.
 *
 * @param n animals of the arm measured on the day, of {@code nStart} at the start
 * @param tgi inhibition of growth 100 (1 - (T - T0) / (C - C0)), with T0 and C0 the first volumes of the same animals
 * @param interval Fieller's of the inhibition, in percent; empty where there is none
 * @param tgiVolume 100 (1 - T / C)
 * @param tcMean mean relative volume as percent of the control's
 * @param tgiCorrected the same less the bias of a ratio; empty where the control's scatter is not known
 * @param tcMedian median relative volume as percent of the control's
 */
record DayComparison(
        String arm,
        double day,
        int n,
        int nStart,
        double mean,
        double tgi,
        OptionalDouble tgiCorrected,
        Optional<RatioInterval.Bounded> interval,
        double tgiVolume,
        double tcMean,
        double tcMedian) {
    private static final double PERCENT = 100;

    /** Every arm on every day on which it and the control were measured, the control itself left out. */
    static List<DayComparison> all(ArmDays days, String control, double level) {
        List<DayComparison> all = new ArrayList<>();
        for (double day : days.compared()) {
            for (String arm : days.arms()) {
                if (!arm.equals(control)) {
                    of(days, arm, control, day, level).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    static Optional<DayComparison> of(ArmDays days, String arm, String control, double day, double level) {
        ArmDays.Group treated = days.group(arm, day);
        ArmDays.Group untreated = days.group(control, day);
        if (treated.relative().length == 0 || untreated.relative().length == 0 || day <= days.startDay(control)) {
            return Optional.empty();
        }
        double gain = Descriptive.mean(treated.gains());
        double controlGain = Descriptive.mean(untreated.gains());
        return Optional.of(new DayComparison(
                arm,
                day,
                treated.volumes().length,
                days.starts(arm),
                Descriptive.mean(treated.volumes()),
                PERCENT * (1 - gain / controlGain),
                corrected(untreated, gain, controlGain),
                interval(treated, untreated, gain, controlGain, level),
                PERCENT * (1 - Descriptive.mean(treated.volumes()) / Descriptive.mean(untreated.volumes())),
                PERCENT * Descriptive.mean(treated.relative()) / Descriptive.mean(untreated.relative()),
                PERCENT * Descriptive.median(treated.relative()) / Descriptive.median(untreated.relative())));
    }

    private static OptionalDouble corrected(ArmDays.Group control, double gain, double controlGain) {
        return control.gains().length < 2 || !(controlGain > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        PERCENT * (1 - RatioEstimate.beale(gain, controlGain, control.varianceOfMeanGain(), 0)));
    }

    private static Optional<RatioInterval.Bounded> interval(
            ArmDays.Group treated, ArmDays.Group control, double gain, double controlGain, double level) {
        if (treated.gains().length < 2 || control.gains().length < 2) {
            return Optional.empty();
        }
        double vt = treated.varianceOfMeanGain();
        double vc = control.varianceOfMeanGain();
        double df = (vt + vc)
                * (vt + vc)
                / (vt * vt / (treated.gains().length - 1) + vc * vc / (control.gains().length - 1));
        if (!(df >= 1)) {
            return Optional.empty();
        }
        RatioInterval set =
                RatioInterval.fieller(gain, controlGain, vt, vc, 0, Distributions.studentQuantile((1 + level) / 2, df));
        return set instanceof RatioInterval.Bounded bounded && controlGain > 0
                ? Optional.of(new RatioInterval.Bounded(PERCENT * (1 - bounded.high()), PERCENT * (1 - bounded.low())))
                : Optional.empty();
    }

    /** Relative volumes of an arm on a day: mean and squared standard error of the mean. */
    static double[] relative(ArmDays days, String arm, double day) {
        double[] relative = days.group(arm, day).relative();
        if (relative.length == 0) {
            return new double[] {Double.NaN, Double.NaN, 0};
        }
        double mean = Descriptive.mean(relative);
        double variance = relative.length < 2
                ? Double.NaN
                : Arrays.stream(relative).map(r -> (r - mean) * (r - mean)).sum()
                        / (relative.length - 1)
                        / relative.length;
        return new double[] {mean, variance, relative.length};
    }
}
