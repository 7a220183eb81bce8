package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/** The doses that the curves of a batch share, equally weighted, and which observations belong to each. Immutable. */
final class BatchDesign {
    private final double[] logDose;
    /** Observations in the order of their doses, and where those of each dose start. */
    private final int[] observation;

    private final int[] start;
    /** The doses with their weights; its responses are zero. */
    final Replicates replicates;

    final SearchBox box;
    final double totalWeight;

    /** @throws IllegalArgumentException with fewer than four different doses or five observations */
    BatchDesign(double[] given) {
        double[] logDose = Arrays.stream(given).map(x -> x + 0.0).toArray(); // no negative zero
        double[] sorted = Arrays.stream(logDose).distinct().sorted().toArray();
        if (sorted.length < 4 || logDose.length < 5 || !(sorted[sorted.length - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("four parameters need four doses and five observations");
        }
        this.logDose = logDose;
        this.observation = new int[logDose.length];
        this.start = new int[sorted.length + 1];
        int next = 0;
        for (int dose = 0; dose < sorted.length; dose++) {
            for (int i = 0; i < logDose.length; i++) {
                if (logDose[i] == sorted[dose]) {
                    observation[next++] = i;
                }
            }
            start[dose + 1] = next;
        }
        this.replicates = Replicates.of(SigmoidData.ofLogDoses(logDose, new double[logDose.length]));
        this.box = SearchBox.of(SigmoidSpec.fourParameter(), replicates);
        this.totalWeight = Arrays.stream(replicates.weight()).sum();
    }

    int observations() {
        return observation.length;
    }

    int doses() {
        return start.length - 1;
    }

    double weight(int dose) {
        return replicates.weight()[dose];
    }

    /** The sum of the responses at a dose, each less an origin. */
    double sumAt(int dose, double[] response, double origin) {
        double sum = 0;
        for (int i = start[dose]; i < start[dose + 1]; i++) {
            sum += response[observation[i]] - origin;
        }
        return sum;
    }

    /** The sum of squares of the responses at a dose about their mean, which is given less the same origin. */
    double squaresAt(int dose, double[] response, double origin, double mean) {
        double sum = 0;
        for (int i = start[dose]; i < start[dose + 1]; i++) {
            double residual = response[observation[i]] - origin - mean;
            sum += residual * residual;
        }
        return sum;
    }

    SigmoidData data(double[] response) {
        return SigmoidData.ofLogDoses(logDose, response);
    }
}
