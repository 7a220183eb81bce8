package org.kindlin.assays.blot.gel;

import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.Peak;
import org.kindlin.numerics.image.PeakFinder;

/**
 * A measured picture.
 *
 * @param lanes from the left
 * @param found number of lanes that were seen, before their number was brought to the one stated
 * @param isUncertain whether lanes that show nothing are missing, and may stand on either side
 */
public record Gel(BlotSignal signal, List<MeasuredLane> lanes, int found, boolean isUncertain) {
    public Gel {
        lanes = List.copyOf(lanes);
    }

    /** Finds and measures the lanes and bands of a picture. */
    public static Gel measure(ImagePlane plane, SampleDepth depth, GelProtocol protocol) {
        return measure(BlotSignal.of(plane, depth, protocol), protocol);
    }

    /** A picture that is not measured. */
    public static Gel unmeasured(BlotSignal signal) {
        return new Gel(signal, List.of(), 0, false);
    }

    /** Finds and measures lanes and bands. */
    public static Gel measure(BlotSignal signal, GelProtocol protocol) {
        return measure(signal, protocol, LaneCount.exactly(protocol.lanes()));
    }

    /** Finds and measures lanes and bands where more is known of the lanes than the protocol says. */
    public static Gel measure(BlotSignal signal, GelProtocol protocol, LaneCount known) {
        LaneFinder.Found found = LaneFinder.find(signal, known.number());
        LaneComb.Arranged arranged = LaneComb.arrange(
                found.lanes(), known, signal.width(), lane -> standingOut(Straightener.profile(signal, lane)));
        List<LaneProfile> profiles = arranged.lanes().stream()
                .map(lane -> Straightener.profile(signal, lane))
                .toList();
        // the height of the highest band of the picture, roughly
        double strongest =
                profiles.stream().mapToDouble(LaneProfile::range).max().orElse(0);
        BandFinder finder = new BandFinder(signal, protocol);
        List<MeasuredLane> measured = profiles.stream()
                .map(profile -> finder.measure(profile, strongest))
                .toList();
        boolean isBare = measured.stream().allMatch(lane -> lane.bands().isEmpty());
        return isBare ? unmeasured(signal) : new Gel(signal, measured, found.seen(), arranged.isUncertain());
    }

    /** How far the highest band of a lane stands out, in deviations of its noise; 0 where none does. */
    private static double standingOut(LaneProfile profile) {
        double[] smooth = GaussianFilter.smooth(profile.signal(), BandFinder.SMOOTHING);
        double highest = PeakFinder.find(smooth, BandFinder.NOISE * profile.noise()).stream()
                .mapToDouble(Peak::prominence)
                .max()
                .orElse(0);
        return highest / Math.max(Double.MIN_NORMAL, profile.noise());
    }
}
