package org.kindlin.numerics.statistics;

import java.util.Optional;

/**
 * A Gaussian kernel density with the bandwidth {@code 0.9 min(sd, IQR/1.34) n^(-1/5)} (Silverman, Density Estimation, 1986,
 * 3.31), at the bins of a sample.
 *
 * @param sample the bins
 * @param bandwidth standard deviation of the kernel
 * @param density at the centre of each bin; shared, nobody writes to it
 */
public record KernelDensity(BinnedSample sample, double bandwidth, double[] density) {
    private static final double REACH = 5;
    private static final double LEAST_SHARE = 0.01;
    private static final double LEAST_DEPTH = 0.25;
    private static final double LEAST_ERRORS = 5;
    private static final double FLOOR = 0.01;
    /** Integral of the squared kernel: the variance of the density at x is {@code f(x) R / (n h)} (Silverman, 3.9). */
    private static final double ROUGHNESS = 1 / (2 * Math.sqrt(Math.PI));

    /**
     * A valley between two modes.
     *
     * @param at its deepest place, the middle of its floor
     * @param depth one less the density there over that of the lower mode, from 0 to 1
     */
    public record Valley(double at, double depth) {}

    public static KernelDensity of(BinnedSample sample) {
        double quartiles = (sample.quantile(0.75) - sample.quantile(0.25)) / 1.34;
        double deviation = sample.standardDeviation();
        double spread = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
        return of(sample, Math.max(sample.step(), 0.9 * spread * StrictMath.pow(sample.size(), -0.2)));
    }

    public static KernelDensity of(BinnedSample sample, double bandwidth) {
        double[] counts = sample.counts();
        int reach = (int) Math.ceil(REACH * bandwidth / sample.step());
        double[] kernel = new double[reach + 1];
        for (int k = 0; k <= reach; k++) {
            double z = k * sample.step() / bandwidth;
            kernel[k] = StrictMath.exp(-z * z / 2) / (bandwidth * Math.sqrt(2 * Math.PI) * sample.size());
        }
        double[] density = new double[counts.length];
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                for (int to = Math.max(0, bin - reach); to <= Math.min(counts.length - 1, bin + reach); to++) {
                    density[to] += counts[bin] * kernel[Math.abs(to - bin)];
                }
            }
        }
        return new KernelDensity(sample, bandwidth, density);
    }

    /** The density in the bin of a place within the sample's range. */
    public double at(double place) {
        return density[Math.clamp(Math.round((place - sample.first()) / sample.step()), 0, density.length - 1)];
    }

    /**
     * The deepest valley that has at least 1 % of the sample on either side, lies a quarter or more below the lower of the
     * highest modes on its sides, and by at least five standard errors.
     *
     * @return empty where there is none: the sample does not show two modes
     */
    public Optional<Valley> deepestValley() {
        double[] highestLeft = density.clone();
        double[] highestRight = density.clone();
        for (int i = 1; i < density.length; i++) {
            highestLeft[i] = Math.max(highestLeft[i - 1], density[i]);
            int j = density.length - 1 - i;
            highestRight[j] = Math.max(highestRight[j + 1], density[j]);
        }
        double size = sample.size();
        double below = 0;
        int deepest = -1;
        double depth = LEAST_DEPTH;
        for (int i = 0; i < density.length; i++) {
            below += sample.counts()[i];
            double lower = Math.min(highestLeft[i], highestRight[i]);
            double here = 1 - density[i] / lower;
            boolean populated = below >= LEAST_SHARE * size && size - below >= LEAST_SHARE * size;
            if (populated && here > depth && standsOut(lower, density[i], size)) {
                depth = here;
                deepest = i;
            }
        }
        return deepest < 0
                ? Optional.empty()
                : Optional.of(new Valley(floor(deepest, Math.min(highestLeft[deepest], highestRight[deepest])), depth));
    }

    private boolean standsOut(double mode, double valley, double size) {
        double error = Math.sqrt((mode + valley) * ROUGHNESS / (size * bandwidth));
        return mode - valley > LEAST_ERRORS * error;
    }

    /** The middle of the places around a minimum that are hardly higher. */
    private double floor(int minimum, double mode) {
        double limit = density[minimum] + FLOOR * mode;
        int left = minimum;
        while (left > 0 && density[left - 1] <= limit) {
            left--;
        }
        int right = minimum;
        while (right < density.length - 1 && density[right + 1] <= limit) {
            right++;
        }
        return sample.at((left + right) / 2.0);
    }
}
