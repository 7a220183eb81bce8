package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
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
        Saturation saturation = Saturation.of(plane.values(), depth);
        BlotSignal signal = BlotSignal.of(plane, protocol.polarity(), protocol.scale(), saturation);
        List<Lane> seen = LaneFinder.find(signal, protocol.lanes());
        List<Lane> lanes = new ArrayList<>();
        for (Lane lane : LaneComb.arrange(seen, protocol.lanes(), plane.width())) {
            lanes.add(Straightener.straighten(signal, lane));
        }
        BandFinder finder = new BandFinder(signal, protocol);
        double strongest = strongest(signal, lanes);
        List<MeasuredLane> measured =
                lanes.stream().map(lane -> finder.measure(lane, strongest)).toList();
        boolean isBare = measured.stream().allMatch(lane -> lane.bands().isEmpty());
        return isBare ? new Gel(signal, List.of(), 0) : new Gel(signal, measured, seen.size());
    }

    /** The height of the highest band of the picture, roughly: the range of the lanes' profiles. */
    private static double strongest(BlotSignal signal, List<Lane> lanes) {
        double strongest = 0;
        for (Lane lane : lanes) {
            double[] sums = LaneProfile.of(signal, lane).signal();
            double low = java.util.Arrays.stream(sums).min().orElse(0);
            double high = java.util.Arrays.stream(sums).max().orElse(0);
            strongest = Math.max(strongest, high - low);
        }
        return strongest;
    }
}
