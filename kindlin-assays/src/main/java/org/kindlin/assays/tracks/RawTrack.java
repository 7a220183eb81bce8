package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.numerics.motion.Trajectory;

/**
 * The positions of one track as a file has them, in its own units and order.
 *
 * @param name of the track in its file
 * @param facts columns of the file that say what the track is of
 */
record RawTrack(String name, Map<String, String> facts, List<RawPosition> positions) {
    RawTrack {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        positions = List.copyOf(positions);
    }

    /** Where a cell was; z is 0 in the plane. */
    record RawPosition(double time, double x, double y, double z) {}

    /** The trajectory in other units, times rising; of two positions at one time the first counts. */
    Trajectory trajectory(double lengthFactor, double timeFactor, boolean inSpace) {
        List<RawPosition> sorted = new ArrayList<>();
        for (RawPosition position : positions.stream()
                .sorted(Comparator.comparingDouble(RawPosition::time))
                .toList()) {
            if (sorted.isEmpty() || position.time() > sorted.getLast().time()) {
                sorted.add(position);
            }
        }
        double[] time = sorted.stream().mapToDouble(p -> p.time() * timeFactor).toArray();
        double[][] place = sorted.stream()
                .map(p -> inSpace
                        ? new double[] {p.x() * lengthFactor, p.y() * lengthFactor, p.z() * lengthFactor}
                        : new double[] {p.x() * lengthFactor, p.y() * lengthFactor})
                .toArray(double[][]::new);
        return new Trajectory(time, place);
    }

    /** Positions beside the first at the same time: the track branches there. */
    long doubled() {
        return positions.size()
                - positions.stream().mapToDouble(RawPosition::time).distinct().count();
    }
}
