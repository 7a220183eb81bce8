package org.kindlin.assays.pharmacokinetics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.kindlin.numerics.exposure.Area;
import org.kindlin.numerics.exposure.AreaRule;
import org.kindlin.numerics.exposure.TerminalPhase;

/**
 * What non-compartmental analysis makes of one curve.
 *
 * @param last area up to the last measurable concentration
 * @param terminal the terminal phase, where there is one
 */
public record Exposure(ProfileCurve curve, Area last, Optional<TerminalPhase> terminal, AreaRule rule) {

    static Exposure of(ProfileCurve curve, PharmacokineticsProtocol protocol) {
        AreaRule rule = protocol.area();
        return new Exposure(
                curve,
                rule.over(curve.timeArray(), curve.concentrationArray(), 0),
                terminal(curve, protocol.terminal()).filter(phase -> phase.rate() > 0),
                rule);
    }

    private static Optional<TerminalPhase> terminal(ProfileCurve curve, TerminalRule rule) {
        double peak = curve.times().get(curve.peak());
        return switch (rule) {
            case TerminalRule.BestFit() -> {
                int[] after = measured(curve, time -> time > peak);
                yield TerminalPhase.best(times(curve, after), concentrations(curve, after));
            }
            case TerminalRule.LastPoints(int count) -> {
                int[] all = measured(curve, _ -> true);
                int[] last =
                        IntStream.of(all).skip(Math.max(0, all.length - count)).toArray();
                yield last.length < count ? Optional.empty() : through(curve, last);
            }
            case TerminalRule.Between(double from, double to) ->
                through(curve, measured(curve, time -> time >= from && time <= to));
        };
    }

    private static Optional<TerminalPhase> through(ProfileCurve curve, int... indices) {
        return indices.length < 2
                ? Optional.empty()
                : TerminalPhase.through(times(curve, indices), concentrations(curve, indices));
    }

    private static int[] measured(ProfileCurve curve, DoublePredicate times) {
        return IntStream.range(0, curve.times().size())
                .filter(i -> curve.measured().get(i) && times.test(curve.times().get(i)))
                .toArray();
    }

    private static double[] times(ProfileCurve curve, int... indices) {
        return IntStream.of(indices).mapToDouble(curve.times()::get).toArray();
    }

    private static double[] concentrations(ProfileCurve curve, int... indices) {
        return IntStream.of(indices).mapToDouble(curve.concentrations()::get).toArray();
    }

    /** Area to infinity from a last concentration, observed or that of the regression. */
    Optional<Area> toInfinity(double lastConcentration) {
        return terminal.map(phase -> {
            double rest = lastConcentration / phase.rate();
            return last.plus(new Area(rest, rest * (curve.last() + 1 / phase.rate())));
        });
    }

    Optional<Area> toInfinity() {
        return toInfinity(curve.lastConcentration());
    }

    /** Area from the dose to a time; beyond the last measurable concentration by the terminal phase. */
    Optional<Area> to(double end) {
        double[] times = curve.timeArray();
        double[] levels = curve.concentrationArray();
        if (end >= curve.last()) {
            if (end == curve.last()) {
                return Optional.of(last);
            }
            return terminal.map(phase -> {
                double rate = phase.rate();
                double late = curve.lastConcentration() * StrictMath.exp(-rate * (end - curve.last()));
                double early = curve.lastConcentration();
                double first = (curve.last() * early - end * late) / rate + (early - late) / (rate * rate);
                return last.plus(new Area((early - late) / rate, first));
            });
        }
        int after = (int)
                IntStream.range(0, times.length).filter(i -> times[i] < end).count();
        double[] cutTimes = Arrays.copyOf(times, after + 1);
        double[] cutLevels = Arrays.copyOf(levels, after + 1);
        cutTimes[after] = end;
        boolean past = times[after - 1] >= times[AreaRule.peak(levels)];
        cutLevels[after] = rule.at(end, times[after - 1], levels[after - 1], times[after], levels[after], past);
        return Optional.of(rule.over(cutTimes, cutLevels, 0));
    }

    /** The lowest concentration of a dosing interval; empty where no sample lies within it. */
    OptionalDouble lowest(double interval) {
        return IntStream.range(0, curve.times().size())
                .filter(i -> curve.times().get(i) <= interval)
                .mapToDouble(curve.concentrations()::get)
                .min();
    }
}
