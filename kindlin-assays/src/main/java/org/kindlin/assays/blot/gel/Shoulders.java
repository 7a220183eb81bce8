package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.Peak;
import org.kindlin.numerics.image.PeakFinder;
import org.kindlin.numerics.image.SkewedPeaks;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Bands without a top of their own, on the flank of a stronger neighbour.
 *
 * <p>The flank of a single band is bent upwards everywhere beyond its own width ({@code y'' > 0}); where it bends down again another
 * band lies beneath (second derivatives of overlapping peaks: A. Savitzky and M. J. E. Golay, Anal. Chem. 36:1627-1639, 1964).
 * Of two Gaussians three widths apart the lower loses its top below a sixth or so of the other's height, and its bend below an
 * eleventh. Smears bend too: what is no band in shape is left where it was.
 */
final class Shoulders {
    private static final double SMOOTHING = 0.4; // of a band's width
    private static final double OF_NOISE =
            Math.sqrt(3 / (8 * Math.sqrt(Math.PI))); // deviation of a second derivative smoothed by a width of 1
    private static final double NOISE = 6;
    private static final double NEAREST = 2; // widths: two equal bands nearer than that have one top
    private static final double FARTHEST = 5; // widths: beyond that a band has a top of its own
    private static final double HIGHEST = 0.6; // of the neighbour's top: a flat top bends at its rims too
    private static final double AS_BROAD = 1.6; // times its neighbour: bands run alike in a lane
    private static final double CLEAR = 5; // deviations of what the shapes leave, about it

    private final LaneProfile profile;
    private final double least;
    private final List<Peak> tops;
    private final double[] widths;
    private final double typical;

    /**
     * @param least height of the lowest band that is looked for
     * @param tops bands with a top, at least one
     * @param widths of them
     */
    Shoulders(LaneProfile profile, double least, List<Peak> tops, double[] widths) {
        this.profile = profile;
        this.least = least;
        this.tops = tops;
        this.widths = widths;
        this.typical = Descriptive.median(widths);
    }

    /** Where flanks bend down like a band. */
    List<Peak> find() {
        double scale = Math.max(1, SMOOTHING * typical);
        double[] bend = bend(GaussianFilter.smooth(profile.signal(), scale));
        double ofUnitHeight = typical / Math.pow(typical * typical + scale * scale, 1.5);
        double clear = Math.max(NOISE * OF_NOISE * profile.noise() * Math.pow(scale, -2.5), least * ofUnitHeight);
        return PeakFinder.find(bend, clear).stream()
                .filter(bent -> bent.height() >= clear && isOnFlank(bent))
                .toList();
    }

    /** How strongly a profile bends down: its second differences with the other sign. */
    private static double[] bend(double[] smooth) {
        double[] bend = new double[smooth.length];
        for (int i = 1; i < bend.length - 1; i++) {
            bend[i] = 2 * smooth[i] - smooth[i - 1] - smooth[i + 1];
        }
        return bend;
    }

    private boolean isOnFlank(Peak bent) {
        Peak host = tops.get(host(bent.position()));
        double away = Math.abs(bent.position() - host.position()) / typical;
        return away >= NEAREST
                && away <= FARTHEST
                && bent.index() > host.left()
                && bent.index() < host.right()
                && profile.signal()[bent.index()] <= HIGHEST * host.height();
    }

    private int host(double position) {
        return IntStream.range(0, tops.size())
                .boxed()
                .min(Comparator.comparingDouble(top -> Math.abs(tops.get(top).position() - position)))
                .orElseThrow();
    }

    /** Those of them that are bands by their fitted shapes, where these have their tops. */
    List<Peak> clear(List<Peak> hidden, List<BandGroup> groups, double[] net) {
        List<Peak> peaks = among(hidden);
        List<Peak> clear = new ArrayList<>();
        for (Peak bent : hidden) {
            int at = index(peaks, bent);
            BandGroup group = groups.stream()
                    .filter(one -> one.first() <= at && at <= one.last())
                    .findFirst()
                    .orElseThrow();
            group.shapes()
                    .filter(shapes -> isBand(group, shapes, at, peaks, net))
                    .map(shapes -> moved(bent, shapes.centre()[at - group.first()]))
                    .ifPresent(clear::add);
        }
        return clear;
    }

    private static int index(List<Peak> peaks, Peak peak) {
        return IntStream.range(0, peaks.size())
                .filter(i -> peaks.get(i).index() == peak.index())
                .findFirst()
                .orElseThrow();
    }

    private static Peak moved(Peak peak, double position) {
        return new Peak(peak.index(), position, peak.height(), peak.prominence(), peak.left(), peak.right());
    }

    private boolean isBand(BandGroup group, SkewedPeaks shapes, int peak, List<Peak> peaks, double[] net) {
        int k = peak - group.first();
        int host = k;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = group.first(); i <= group.last(); i++) {
            double away = Math.abs(peaks.get(i).position() - peaks.get(peak).position());
            if (isTop(peaks.get(i)) && away < nearest) {
                nearest = away;
                host = i - group.first();
            }
        }
        double ratio = (shapes.left()[k] + shapes.right()[k]) / (shapes.left()[host] + shapes.right()[host]);
        return ratio < AS_BROAD && ratio > 1 / AS_BROAD && shapes.height()[k] > CLEAR * left(shapes, k, group, net);
    }

    /** Deviation of what the shapes leave about one of them. */
    private double left(SkewedPeaks shapes, int k, BandGroup group, double[] net) {
        int from = (int) Math.max(group.from(), shapes.centre()[k] - 2 * typical);
        int to = (int) Math.min(group.to(), shapes.centre()[k] + 2 * typical);
        double squares = 0;
        for (int y = from; y <= to; y++) {
            double rest = net[y] - shapes.at(y);
            squares += rest * rest;
        }
        return Math.sqrt(squares / Math.max(1, to - from + 1));
    }

    private boolean isTop(Peak peak) {
        return tops.stream().anyMatch(top -> top.index() == peak.index());
    }

    /** The bands with a top and these, in order; each reaches to where the bend between them is least. */
    List<Peak> among(List<Peak> hidden) {
        List<Peak> all = new ArrayList<>(tops);
        hidden.forEach(bent -> insert(all, bent));
        return all;
    }

    /** Their widths; a band without a top is taken to be as broad as is typical. */
    double[] widthsAmong(List<Peak> hidden) {
        return among(hidden).stream()
                .mapToDouble(peak -> isTop(peak) ? widths[host(peak.position())] : typical)
                .toArray();
    }

    private void insert(List<Peak> all, Peak bent) {
        int at = 0;
        while (at < all.size() && all.get(at).position() < bent.position()) {
            at++;
        }
        int left = bent.left();
        int right = bent.right();
        if (at > 0) {
            Peak before = all.get(at - 1);
            left = Math.max(left, before.index());
            all.set(at - 1, within(before, before.left(), Math.min(before.right(), left)));
        }
        if (at < all.size()) {
            Peak after = all.get(at);
            right = Math.min(right, after.index());
            all.set(at, within(after, Math.max(after.left(), right), after.right()));
        }
        double height = profile.signal()[bent.index()];
        all.add(at, new Peak(bent.index(), bent.position(), height, height, left, right));
    }

    private static Peak within(Peak peak, int left, int right) {
        return new Peak(peak.index(), peak.position(), peak.height(), peak.prominence(), left, right);
    }
}
