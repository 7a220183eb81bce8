package org.kindlin.mechanism.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Quantiles of every observable at every time over an ensemble, as its courses come in. All values are kept and quantiles
 * exact (Hyndman and Fan's type 7) as long as that takes no more than {@value #MOST_KEPT} numbers; beyond that each is
 * within a relative error of 0.05 %, in memory that does not grow with the number of sets.
 */
public final class CourseBands implements CourseReceiver {
    private static final long MOST_KEPT = 8_000_000;
    private static final int MOST_REASONS = 5;

    private final int times;
    private final int observables;
    private final boolean exact;
    private final double[][] kept;
    private final QuantileSketch[] sketches;
    private final List<String> reasons = new ArrayList<>();
    private int simulated;
    private int failed;

    /**
     * Nothing yet.
     *
     * @param sets how many there will be at most
     */
    public CourseBands(int times, int observables, int sets) {
        this.times = times;
        this.observables = observables;
        int cells = times * observables;
        this.exact = (long) cells * sets <= MOST_KEPT;
        this.kept = exact ? new double[cells][sets] : new double[0][];
        this.sketches = new QuantileSketch[exact ? 0 : cells];
        Arrays.setAll(sketches, _ -> new QuantileSketch());
    }

    @Override
    public void course(int set, double[][] values) {
        for (double[] row : values) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    failed(set, "a value is infinite or not a number");
                    return;
                }
            }
        }
        for (int t = 0; t < times; t++) {
            for (int k = 0; k < observables; k++) {
                if (exact) {
                    kept[t * observables + k][simulated] = values[t][k];
                } else {
                    sketches[t * observables + k].add(values[t][k]);
                }
            }
        }
        simulated++;
    }

    @Override
    public void failed(int set, String reason) {
        failed++;
        if (reasons.size() < MOST_REASONS) {
            reasons.add("set " + (set + 1) + ": " + reason);
        }
    }

    /** Sets whose courses make up the bands. */
    public int simulated() {
        return simulated;
    }

    /** Sets that have no course. */
    public int failed() {
        return failed;
    }

    /** Why, for the first few of them. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Whether quantiles are exact. */
    public boolean exact() {
        return exact;
    }

    /** The quantiles of an observable at a time at these fractions; not numbers where no set has a course. */
    public double[] quantiles(int time, int observable, double... fractions) {
        int cell = time * observables + observable;
        if (!exact) {
            return Arrays.stream(fractions).map(sketches[cell]::quantile).toArray();
        }
        double[] values = Arrays.copyOf(kept[cell], simulated);
        Arrays.sort(values);
        return Arrays.stream(fractions)
                .map(fraction -> simulated == 0 ? Double.NaN : Descriptive.quantile(values, fraction))
                .toArray();
    }
}
