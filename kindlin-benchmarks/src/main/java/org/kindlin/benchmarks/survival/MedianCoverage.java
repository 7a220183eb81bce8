package org.kindlin.benchmarks.survival;

import java.util.Locale;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.BandTransform;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.QuantileRule;
import org.kindlin.numerics.survival.SurvivalQuantile;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * How often the 95 % interval of a median survival holds the true one: Weibull times, without censoring, with loss at random, and
 * with an end of study. An upper limit that is not reached is open; an interval without a lower limit counts as a miss.
 * Run: {@code java -cp ... org.kindlin.benchmarks.survival.MedianCoverage [studies] [seed]}.
 */
public final class MedianCoverage {
    private static final int[] SUBJECTS = {8, 10, 13, 20, 40};
    private static final double[] SHAPES = {1, 2};
    private static final double LEVEL = 0.95;

    private MedianCoverage() {}

    private enum Loss {
        NONE,
        RANDOM_20_PERCENT,
        RANDOM_40_PERCENT,
        END_OF_STUDY_30_PERCENT
    }

    public static void main(String[] args) {
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println(" n  shape  loss                     log-log %  log %  plain %  log-log upper limit open %");
        for (int n : SUBJECTS) {
            for (double shape : SHAPES) {
                for (Loss loss : Loss.values()) {
                    row(
                            n,
                            shape,
                            loss,
                            studies,
                            RandomStream.ofSeed(seed)
                                    .child(n)
                                    .child((long) shape)
                                    .child(loss.name()));
                }
            }
        }
    }

    private static void row(int n, double shape, Loss loss, int studies, RandomStream random) {
        BandTransform[] scales = {BandTransform.LOG_LOG, BandTransform.LOG, BandTransform.PLAIN};
        int[] held = new int[scales.length];
        int open = 0;
        double truth = StrictMath.pow(Math.log(2), 1 / shape);
        for (int study = 0; study < studies; study++) {
            SurvivalSample sample = draw(n, shape, loss, random.child(study));
            for (int s = 0; s < scales.length; s++) {
                SurvivalQuantile median = KaplanMeier.of(sample).quantile(0.5, QuantileRule.MIDPOINT, scales[s], LEVEL);
                boolean isOpen = Double.isNaN(median.high());
                held[s] += median.low() <= truth && (isOpen || truth <= median.high()) ? 1 : 0;
                open += s == 0 && isOpen ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%2d  %5.1f  %-23s  %9.2f  %5.2f  %7.2f  %6.2f%n",
                n,
                shape,
                loss.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                100.0 * held[0] / studies,
                100.0 * held[1] / studies,
                100.0 * held[2] / studies,
                100.0 * open / studies);
    }

    private static SurvivalSample draw(int n, double shape, Loss loss, RandomStream random) {
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            double unit = random.nextExponential();
            double death = StrictMath.pow(unit, 1 / shape);
            double lost = random.nextExponential();
            double end = switch (loss) {
                case NONE -> Double.POSITIVE_INFINITY;
                // hazards in proportion to the event's: the share lost is their share of the sum
                case RANDOM_20_PERCENT -> StrictMath.pow(lost / 0.25, 1 / shape);
                case RANDOM_40_PERCENT -> StrictMath.pow(lost * 1.5, 1 / shape);
                case END_OF_STUDY_30_PERCENT -> StrictMath.pow(-Math.log(0.3), 1 / shape);
            };
            time[i] = Math.min(death, end);
            event[i] = death <= end;
        }
        return SurvivalSample.of(time, event);
    }
}
