package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.numerics.motion.TrackLinker;
import org.kindlin.numerics.motion.TrackLinker.Detection;

/** Detections that no tracker has linked, linked here. */
final class Detections {
    /** Linking costs memory as the square of the detections of a frame. */
    static final int MOST_IN_A_FRAME = 2000;

    static final int MOST = 200_000;
    private static final int FEWEST_TO_KEEP = 2;

    private Detections() {}

    /** Tracks of positions whose times are ranked as frames; single detections are left out, and a daughter is named after its parent. */
    static List<RawTrack> link(List<RawPosition> positions, TrackLinker linker) {
        double[] times = positions.stream()
                .mapToDouble(RawPosition::time)
                .distinct()
                .sorted()
                .toArray();
        double step = step(times);
        List<Detection> detections = positions.stream()
                .map(p -> new Detection(frame(p.time(), times, step), new double[] {p.x(), p.y(), p.z()}))
                .toList();
        TrackLinker.Linked linked = linker.link(detections);
        String[] nameOf = new String[positions.size()];
        int kept = 0;
        for (int[] track : linked.tracks()) {
            kept += track.length >= FEWEST_TO_KEEP ? 1 : 0;
            for (int index : track) {
                nameOf[index] = Integer.toString(kept);
            }
        }
        List<RawTrack> tracks = new ArrayList<>();
        for (int i = 0; i < linked.tracks().size(); i++) {
            int[] track = linked.tracks().get(i);
            if (track.length >= FEWEST_TO_KEEP) {
                int parent = linked.parent()[i];
                String name = nameOf[track[0]] + (parent < 0 ? "" : " from " + nameOf[parent]);
                List<RawPosition> own =
                        Arrays.stream(track).mapToObj(positions::get).toList();
                tracks.add(new RawTrack(name, Map.of(), own));
            }
        }
        return tracks;
    }

    /** The smallest time between two frames. */
    private static double step(double[] times) {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < times.length; i++) {
            step = Math.min(step, times[i] - times[i - 1]);
        }
        return step;
    }

    /** The number of the frame; where times are too far apart for numbering by the step, their rank. */
    private static int frame(double time, double[] times, double step) {
        double span = times[times.length - 1] - times[0];
        return span / step < 1e5 ? (int) Math.rint((time - times[0]) / step) : Arrays.binarySearch(times, time);
    }
}
