package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.Peak;
import org.kindlin.numerics.image.PeakFinder;
import org.kindlin.numerics.statistics.Descriptive;

/** Finds the bands of a lane's profile, draws the baseline and shares the signal above it among them. */
final class BandFinder {
    static final double NOISE = 8;
    static final double SMOOTHING = 1.2;
    private static final double BROAD = 4; // times the typical width: a fold of the ground, no band
    private static final double SEEN = 3;
    private static final double FLAT = 0.93;
    private static final double MOST_UNEVEN = 1.1; // volume over that of a Gaussian as high and as wide

    private final BlotSignal signal;
    private final GelProtocol protocol;
    private final Optional<BlotSignal> ground;

    BandFinder(BlotSignal signal, GelProtocol protocol) {
        this.signal = signal;
        this.protocol = protocol;
        this.ground = protocol.baseline() == Baseline.ROLLING_BALL
                ? Optional.of(signal.belowBall(protocol.ballRadius(), protocol.scale()))
                : Optional.empty();
    }

    MeasuredLane measure(LaneProfile profile, double strongest) {
        double[] smooth = GaussianFilter.smooth(profile.signal(), SMOOTHING);
        List<Peak> peaks = PeakFinder.find(smooth, leastProminence(profile, strongest)).stream()
                .filter(peak -> peak.index() > 1 && peak.index() < smooth.length - 2)
                .toList();
        if (peaks.isEmpty()) {
            return new MeasuredLane(profile.above(baseline(profile, peaks, new double[0])), List.of());
        }
        List<Peak> tops = slim(smooth, peaks);
        double[] widths = tops.stream().mapToDouble(peak -> width(smooth, peak)).toArray();
        Shoulders shoulders = new Shoulders(profile, leastProminence(profile, strongest), tops, widths);
        List<Peak> hidden = shoulders.find();
        Shared first = shared(profile, shoulders, hidden);
        List<Peak> clear = hidden.isEmpty() ? hidden : shoulders.clear(hidden, first.groups, first.above.net());
        Shared best = hidden.isEmpty() ? first : shared(profile, shoulders, clear);
        return new MeasuredLane(best.above, numbered(bands(best)));
    }

    /** Bands with and without tops of their own, and how those that touch share the signal above the baseline. */
    private record Shared(LaneProfile above, List<BandGroup> groups, List<Peak> peaks, double[] widths) {}

    private Shared shared(LaneProfile profile, Shoulders shoulders, List<Peak> hidden) {
        List<Peak> peaks = shoulders.among(hidden);
        double[] widths = shoulders.widthsAmong(hidden);
        LaneProfile above = profile.above(baseline(profile, peaks, widths));
        List<BandGroup> groups = BandGroup.of(above.net(), peaks, widths);
        if (protocol.baseline() == Baseline.ALS && groups.stream().anyMatch(BandGroup::isShared)) {
            above = profile.above(SmoothGround.beside(groups, profile, peaks, widths));
            groups = BandGroup.of(above.net(), peaks, widths);
        }
        return new Shared(above, groups, peaks, widths);
    }

    /** Peaks no broader than bands are. */
    private static List<Peak> slim(double[] smooth, List<Peak> peaks) {
        List<Peak> byProminence = peaks.stream()
                .sorted(java.util.Comparator.comparingDouble(Peak::prominence).reversed())
                .toList();
        int strong = Math.max(1, (byProminence.size() + 1) / 2);
        double typical = Descriptive.median(byProminence.subList(0, strong).stream()
                .mapToDouble(peak -> width(smooth, peak))
                .toArray());
        return peaks.stream()
                .filter(peak -> width(smooth, peak) <= BROAD * typical)
                .toList();
    }

    private static List<Band> numbered(List<Band> bands) {
        List<Band> numbered = new ArrayList<>();
        for (Band band : bands) {
            if (band.volume() > SEEN * band.volumeError() && band.speckShare() <= Band.MOST_OF_SPECKS) {
                numbered.add(band.numbered(numbered.size() + 1));
            }
        }
        return numbered;
    }

    double leastProminence(LaneProfile profile, double strongest) {
        return Math.max(NOISE * profile.noise(), protocol.leastBand() * strongest);
    }

    /** The standard deviation of a Gaussian as high and as wide, from where the flanks have fallen by half of what they fall. */
    private static double width(double[] y, Peak peak) {
        double half = peak.height() - peak.prominence() / 2;
        double left = crossing(y, peak, half, -1);
        double right = crossing(y, peak, half, 1);
        return Math.max(1, (left + right) / 2.355);
    }

    private static double crossing(double[] y, Peak peak, double level, int step) {
        int i = peak.index();
        while (i + step >= 0 && i + step < y.length && y[i + step] > level) {
            i += step;
        }
        int next = i + step;
        if (next < 0 || next >= y.length) {
            return Math.abs(i - peak.index());
        }
        double part = y[i] > y[next] ? (y[i] - level) / (y[i] - y[next]) : 0;
        return Math.abs(i - peak.index()) + part;
    }

    private double[] baseline(LaneProfile profile, List<Peak> peaks, double[] widths) {
        return switch (protocol.baseline()) {
            case NONE -> new double[profile.signal().length];
            case ROLLING_BALL ->
                LaneProfile.of(ground.orElseThrow(), profile.lane()).signal();
            case VALLEY -> Valleys.of(profile, peaks, widths);
            case ALS -> SmoothGround.of(profile, peaks, widths);
        };
    }

    /** Bands that touch have the areas of their fitted shapes; one that stands alone has the sum of its rows. */
    private List<Band> bands(Shared shared) {
        double[] net = shared.above.net();
        List<Band> bands = new ArrayList<>();
        for (BandGroup group : shared.groups) {
            double[][] share = group.shares(shared.peaks);
            for (int i = group.first(); i <= group.last(); i++) {
                double[] own = share[i - group.first()];
                bands.add(band(
                        shared.above,
                        net,
                        shared.peaks.get(i),
                        shared.widths[i],
                        own,
                        group.from(),
                        group.area(i, own, net)));
            }
        }
        return bands;
    }

    private Band band(
            LaneProfile profile, double[] net, Peak peak, double width, double[] share, int from, double area) {
        boolean isShared = !Double.isNaN(area);
        double volume = 0;
        double variance = 0;
        double rows = 0;
        int start = from + share.length;
        int end = from;
        for (int i = 0; i < share.length; i++) {
            volume += share[i] * net[from + i];
            rows += share[i];
            variance += share[i] * share[i] * profile.noise() * profile.noise();
            if (share[i] >= 0.5) {
                start = Math.min(start, from + i);
                end = Math.max(end, from + i);
            }
        }
        // the level of the baseline is the mean of two feet, and errs by the same in every row
        variance += rows * rows * profile.noise() * profile.noise() / (2.0 * Valleys.foot(width));
        start = Math.min(start, peak.index());
        end = Math.max(end, peak.index());
        double error = Math.sqrt(variance);
        double own =
                Math.sqrt(Math.max(width * width / 2, width * width - SMOOTHING * SMOOTHING)); // of the band unsmoothed
        double even = net[peak.index()] * own * Math.sqrt(2 * Math.PI);
        return new Band(
                0,
                peak.position() + profile.lane().meanDrop(),
                start,
                end,
                net[peak.index()],
                isShared ? area : volume,
                error,
                isShared,
                !isShared && volume > MOST_UNEVEN * even && volume - even > SEEN * error,
                !isShared && volume < FLAT * even && even - volume > SEEN * error,
                saturated(profile.lane(), start, end),
                Specks.share(signal, profile, start, end, isShared ? area : volume));
    }

    private int saturated(Lane lane, int start, int end) {
        if (signal.saturated().length == 0) {
            return 0;
        }
        int count = 0;
        for (int y = start; y <= end; y++) {
            int left = (int) Math.max(0, lane.centreAt(y) - lane.reach());
            int right = (int) Math.min(signal.width() - 1.0, lane.centreAt(y) + lane.reach());
            for (int x = left; x <= right; x++) {
                int row = (int) Math.clamp(Math.rint(y + lane.drop(x - lane.centreAt(y))), 0, signal.height() - 1);
                count += signal.saturated()[row * signal.width() + x] ? 1 : 0;
            }
        }
        return count;
    }
}
