package org.kindlin.numerics.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Responses of calibrators of known concentration, in canonical order (by concentration, then response), so that the order
 * in which they were given cannot change a bit of any answer.
 *
 * <p>Concentrations are finite and not negative, responses finite; both arrays are of one length. Not copied on access.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Calibrators(double[] concentration, double[] response) {

    public Calibrators {
        if (concentration.length != response.length) {
            throw new IllegalArgumentException(
                    concentration.length + " concentrations for " + response.length + " responses");
        }
        for (int i = 0; i < response.length; i++) {
            if (!(concentration[i] >= 0 && concentration[i] < Double.POSITIVE_INFINITY)
                    || !Double.isFinite(response[i])) {
                throw new IllegalArgumentException("response " + response[i] + " at concentration " + concentration[i]);
            }
        }
        double[] x = concentration;
        double[] y = response;
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted((i, j) -> x[i] != x[j] ? Double.compare(x[i], x[j]) : Double.compare(y[i], y[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        concentration = Arrays.stream(order).mapToDouble(i -> x[i] + 0.0).toArray();
        response = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
    }

    /**
     * The replicates of one concentration.
     *
     * @param responses ascending, at least one
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Level(double concentration, double[] responses) {
        public double mean() {
            return Descriptive.mean(responses);
        }

        /** Number of replicates. */
        public int size() {
            return responses.length;
        }

        double scatter() {
            return Descriptive.sumOfSquaresAboutMean(responses);
        }
    }

    public int size() {
        return response.length;
    }

    /** The different concentrations with their replicates, ascending. */
    public List<Level> levels() {
        return Arrays.stream(concentration)
                .distinct()
                .mapToObj(at -> new Level(
                        at,
                        IntStream.range(0, size())
                                .filter(i -> concentration[i] == at)
                                .mapToDouble(i -> response[i])
                                .toArray()))
                .toList();
    }

    /** The highest concentration; zero without calibrators. */
    public double highest() {
        return size() == 0 ? 0 : concentration[size() - 1];
    }

    /** The lowest concentration above zero; infinite where there is none. */
    public double lowestPositive() {
        return Arrays.stream(concentration).filter(x -> x > 0).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The same calibrators with the mean of each concentration in place of its replicates. */
    public Calibrators means() {
        List<Level> levels = levels();
        return new Calibrators(
                levels.stream().mapToDouble(Level::concentration).toArray(),
                levels.stream().mapToDouble(Level::mean).toArray());
    }
}
