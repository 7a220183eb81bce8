package org.kindlin.assays.blot.gel;

import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;

/**
 * A measured picture.
 *
 * @param lanes from the left
 * @param found number of lanes that were seen, before their number was brought to the one stated
 */
public record Gel(BlotSignal signal, List<MeasuredLane> lanes, int found) {
    public Gel {
        lanes = List.copyOf(lanes);
    }

    /** Finds and measures the lanes and bands of a picture. */
    public static Gel measure(ImagePlane plane, SampleDepth depth, GelProtocol protocol) {
        return measure(BlotSignal.of(plane, depth, protocol), protocol);
    }

    /** A picture that is not measured. */
    public static Gel unmeasured(BlotSignal signal) {
        return new Gel(signal, List.of(), 0);
    }

    /** Finds and measures lanes and bands. */
    public static Gel measure(BlotSignal signal, GelProtocol protocol) {
        List<Lane> seen = LaneFinder.find(signal, protocol.lanes());
        List<LaneProfile> profiles = LaneComb.arrange(seen, protocol.lanes(), signal.width()).stream()
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
        return isBare ? unmeasured(signal) : new Gel(signal, measured, seen.size());
    }
}
