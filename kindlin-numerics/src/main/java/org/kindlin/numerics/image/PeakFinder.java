package org.kindlin.numerics.image;

import java.util.ArrayList;
import java.util.List;

/** Finds the peaks of a profile by their topographic prominence. */
public final class PeakFinder {
    private PeakFinder() {}

    /** Peaks with at least this prominence, in order of position; flat tops count once, at their middle. */
    public static List<Peak> find(double[] profile, double leastProminence) {
        List<Integer> kept = new ArrayList<>();
        List<Double> prominences = new ArrayList<>();
        double ground = profile.length == 0 ? 0 : profile[lowest(profile, 0, profile.length - 1)];
        for (int top : maxima(profile)) {
            // no peak is more prominent than it is high above the lowest sample
            double prominence = profile[top] - ground < leastProminence ? -1 : prominence(profile, top);
            if (prominence >= leastProminence) {
                kept.add(top);
                prominences.add(prominence);
            }
        }
        List<Peak> peaks = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            int top = kept.get(i);
            int left = lowest(profile, i == 0 ? 0 : kept.get(i - 1), top);
            int right = lowest(profile, top, i == kept.size() - 1 ? profile.length - 1 : kept.get(i + 1));
            peaks.add(new Peak(top, summit(profile, top), profile[top], prominences.get(i), left, right));
        }
        return peaks;
    }

    private static List<Integer> maxima(double[] y) {
        List<Integer> maxima = new ArrayList<>();
        int i = 1;
        while (i < y.length - 1) {
            if (y[i] > y[i - 1]) {
                int end = i;
                while (end < y.length - 1 && y[end + 1] == y[i]) {
                    end++;
                }
                if (end < y.length - 1 && y[end + 1] < y[i]) {
                    maxima.add((i + end) / 2);
                }
                i = end;
            }
            i++;
        }
        return maxima;
    }

    private static double prominence(double[] y, int top) {
        return y[top] - Math.max(saddle(y, top, -1), saddle(y, top, 1));
    }

    /** The lowest sample on the way to higher ground, or to the end. */
    private static double saddle(double[] y, int top, int step) {
        double lowest = y[top];
        for (int i = top + step; i >= 0 && i < y.length && y[i] <= y[top]; i += step) {
            lowest = y[i] < lowest ? y[i] : lowest;
        }
        return lowest;
    }

    private static int lowest(double[] y, int from, int to) {
        int lowest = from;
        double least = y[from];
        for (int i = from; i <= to; i++) {
            if (y[i] < least) {
                least = y[i];
                lowest = i;
            }
        }
        return lowest;
    }

    /** The top of the parabola through the highest sample and its neighbours. */
    static double summit(double[] y, int top) {
        if (top < 1 || top > y.length - 2) {
            return top;
        }
        double curvature = y[top - 1] - 2 * y[top] + y[top + 1];
        double shift = curvature < 0 ? 0.5 * (y[top - 1] - y[top + 1]) / curvature : 0;
        return top + Math.clamp(shift, -0.5, 0.5);
    }
}
