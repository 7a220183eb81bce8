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
    record RawPosition(double time, double x, double y, double z) {
        double distance(RawPosition other) {
            return Math.hypot(Math.hypot(x - other.x, y - other.y), z - other.z);
        }
    }

    /**
     * The trajectory in other units, times rising. Of positions at one time that nearest to the one before counts, the first
     * at the start: where a track branches without saying how, one branch is followed and not the jumps between them.
     */
    Trajectory trajectory(double lengthFactor, double timeFactor, boolean inSpace) {
        List<RawPosition> followed = new ArrayList<>();
        List<RawPosition> sorted = positions.stream()
                .sorted(Comparator.comparingDouble(RawPosition::time))
                .toList();
        int next;
        for (int i = 0; i < sorted.size(); i = next) {
            next = i + 1;
            while (next < sorted.size()
                    && sorted.get(next).time() == sorted.get(i).time()) {
                next++;
            }
            List<RawPosition> together = sorted.subList(i, next);
            followed.add(followed.isEmpty() ? together.getFirst() : nearest(together, followed.getLast()));
        }
        double[] time =
                followed.stream().mapToDouble(p -> p.time() * timeFactor).toArray();
        double[][] place = followed.stream()
                .map(p -> inSpace
                        ? new double[] {p.x() * lengthFactor, p.y() * lengthFactor, p.z() * lengthFactor}
                        : new double[] {p.x() * lengthFactor, p.y() * lengthFactor})
                .toArray(double[][]::new);
        return new Trajectory(time, place);
    }

    private static RawPosition nearest(List<RawPosition> some, RawPosition to) {
        return Collections.min(some, Comparator.comparingDouble(p -> p.distance(to)));
    }

    /** Positions beside the first at the same time: the track branches there. */
    long doubled() {
        return positions.size()
                - positions.stream().mapToDouble(RawPosition::time).distinct().count();
    }
}
