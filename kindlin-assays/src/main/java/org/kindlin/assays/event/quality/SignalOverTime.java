package org.kindlin.assays.event.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.scale.Scale;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * Medians of a channel over runs of at least 500 events in the order of time. A run is odd where its median is off the median
 * of the runs by more than six robust standard deviations of the runs and a tenth of the channel's interquartile range, on the
 * arcsinh of the channel (on its linear scale the brightest cells would set the range), and the share of its events below the
 * channel's median is off by more than six standard errors.
 */
final class SignalOverTime {
    private static final int LEAST_IN_RUN = 500;
    private static final int MOST_RUNS = 100;
    private static final int LEAST_RUNS = 10;
    private static final double ODD = 6;
    private static final double LEAST_SHIFT = 0.1;
    private static final int TENTHS = 10;
    private static final double RANGE_OF_TEN = 4.474;

    private final double[] seconds;
    private final int runs;

    /** For events in the order of these times. */
    SignalOverTime(double[] seconds) {
        this.seconds = seconds;
        this.runs = Math.min(MOST_RUNS, seconds.length / LEAST_IN_RUN);
    }

    /** Odd runs of one channel; none where there are fewer than ten runs. */
    List<TimeStretch> odd(String channel, double[] values, Scale scale) {
        List<TimeStretch> odd = new ArrayList<>();
        if (runs < LEAST_RUNS) {
            return odd;
        }
        double[] medians =
                Arrays.stream(medians(values, runs)).map(scale::apply).toArray();
        double middle = Descriptive.median(medians);
        double[] all = values.clone();
        double low = scale.apply(OrderStatistics.select(all, 0, all.length, all.length / 4));
        double high = scale.apply(OrderStatistics.select(all, 0, all.length, 3 * (all.length / 4)));
        double median = OrderStatistics.select(all, 0, all.length, all.length / 2);
        double below = shareBelow(values, 0, values.length, median);
        double limit = Math.max(ODD * Descriptive.scaledMad(medians), LEAST_SHIFT * (high - low));
        double chance = ODD * 0.5 / Math.sqrt((double) values.length / runs);
        for (int run = 0; run < runs; run++) {
            double share = shareBelow(values, start(run, runs), start(run + 1, runs), median);
            if (Math.abs(medians[run] - middle) > limit && Math.abs(share - below) > chance) {
                odd.add(new TimeStretch(
                        seconds[start(run, runs)],
                        run == runs - 1 ? Math.nextUp(seconds[seconds.length - 1]) : seconds[start(run + 1, runs)],
                        channel + " shifted"));
            }
        }
        return odd;
    }

    /** The share of some values below a place, half of those at it: of values on a lattice a median jumps where this does not. */
    private static double shareBelow(double[] values, int from, int to, double place) {
        double below = 0;
        for (int i = from; i < to; i++) {
            below += values[i] < place ? 1 : values[i] == place ? 0.5 : 0;
        }
        return below / (to - from);
    }

    /** Standard error of the median of one of so many runs by chance alone: ranks are binomial, whatever the distribution. */
    private static double chance(double[] all, int of) {
        double half = 0.5 / Math.sqrt((double) all.length / of);
        double low = OrderStatistics.select(all, 0, all.length, (int) ((0.5 - half) * all.length));
        double high = OrderStatistics.select(all, 0, all.length, (int) ((0.5 + half) * all.length));
        return (high - low) / 2;
    }

    TimeDrift drift(double[] values) {
        double[] medians = medians(values, TENTHS);
        double all = Math.abs(Descriptive.median(values));
        double range = Arrays.stream(medians).max().orElseThrow()
                - Arrays.stream(medians).min().orElseThrow();
        double error = chance(values.clone(), TENTHS);
        return new TimeDrift(100 * range / all, 100 * RANGE_OF_TEN * error / all);
    }

    private int start(int run, int of) {
        return (int) ((long) run * seconds.length / of);
    }

    private double[] medians(double[] values, int of) {
        double[] medians = new double[of];
        for (int run = 0; run < of; run++) {
            double[] part = Arrays.copyOfRange(values, start(run, of), start(run + 1, of));
            medians[run] = OrderStatistics.select(part, 0, part.length, part.length / 2);
        }
        return medians;
    }

    /** Number of runs that oddness is looked for in; 0 for too few events. */
    int runs() {
        return runs < LEAST_RUNS ? 0 : runs;
    }
}
