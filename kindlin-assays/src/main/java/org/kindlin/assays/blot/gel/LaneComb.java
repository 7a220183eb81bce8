package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Brings the lanes that were seen to the number that is known: empty lanes are put into the gaps that the pitch leaves, then beside
 * the outermost lanes.
 */
final class LaneComb {
    private static final double OFF = 0.2; // of the pitch by which a gap may differ from a whole number of it
    private static final double NARROW = 0.5; // of a lane: dirt

    private LaneComb() {}

    /**
     * Lanes from the left.
     *
     * @param isUncertain whether lanes are missing that could stand on either side, so that all numbers may be off
     */
    record Arranged(List<Lane> lanes, boolean isUncertain) {}

    /** @param evidence how far anything stands out of a lane's profile, in deviations of its noise */
    static Arranged arrange(List<Lane> seen, LaneCount known, int width, ToDoubleFunction<Lane> evidence) {
        if (known.number().isEmpty()
                || seen.isEmpty()
                || seen.size() == known.number().getAsInt()) {
            return new Arranged(seen, false);
        }
        int count = known.number().getAsInt();
        if (seen.size() > count) {
            return new Arranged(known.isLeast() ? withoutNarrow(seen, count) : widest(seen, count), false);
        }
        if (seen.size() == known.filled(count)) {
            return new Arranged(KnownLanes.place(seen, count, known, width), false);
        }
        if (seen.size() < 2) {
            return new Arranged(seen, true);
        }
        double pitch = pitch(seen, count, width);
        if (pitch < typicalWidth(seen)) {
            return new Arranged(seen, true); // so many lanes would lie on each other
        }
        List<Lane> lanes = filled(seen, count, pitch);
        return lanes.size() == count
                ? new Arranged(lanes, false)
                : new OuterLanes(lanes, pitch, width).complete(count, evidence);
    }

    /** Of too many, the widest; dirt is narrow. */
    private static List<Lane> widest(List<Lane> seen, int count) {
        List<Lane> kept = seen.stream()
                .sorted(Comparator.comparingDouble((Lane lane) -> -lane.width()))
                .limit(count)
                .sorted(Comparator.comparingInt(Lane::number))
                .toList();
        return numbered(kept);
    }

    /** Of more than are counted, those as wide as lanes. */
    private static List<Lane> withoutNarrow(List<Lane> seen, int count) {
        double typical = typicalWidth(seen);
        List<Lane> wide =
                seen.stream().filter(lane -> lane.width() > NARROW * typical).toList();
        return wide.size() < count ? widest(seen, count) : numbered(wide);
    }

    private static double typicalWidth(List<Lane> lanes) {
        return Descriptive.median(lanes.stream().mapToDouble(Lane::width).toArray());
    }

    private static List<Lane> filled(List<Lane> seen, int count, double pitch) {
        List<Lane> lanes = new ArrayList<>(seen);
        for (int i = 0; i + 1 < seen.size() && lanes.size() < count; i++) {
            double gap = seen.get(i + 1).centreAt(0) - seen.get(i).centreAt(0);
            int missing = (int) Math.rint(gap / pitch) - 1;
            for (int k = 1; k <= missing && lanes.size() < count; k++) {
                lanes.add(between(seen.get(i), seen.get(i + 1), k / (missing + 1.0)));
            }
        }
        lanes.sort(Comparator.comparingDouble(lane -> lane.centreAt(lane.pictureHeight() / 2.0)));
        return numbered(lanes);
    }

    /** The pitch that leaves the seen lanes nearest to whole numbers of it, and has room for all. */
    private static double pitch(List<Lane> seen, int count, int width) {
        double[] gaps = new double[seen.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = seen.get(i + 1).centreAt(0) - seen.get(i).centreAt(0);
        }
        double most = width / (count - 0.5);
        double narrowest = Arrays.stream(gaps).min().orElseThrow();
        for (int parts = 1; parts < count; parts++) {
            double pitch = narrowest / parts;
            if (pitch <= most && Arrays.stream(gaps).allMatch(gap -> isWhole(gap / pitch))) {
                return pitch;
            }
        }
        return Math.min(most, Descriptive.quantile(gaps, 0.25));
    }

    private static boolean isWhole(double ratio) {
        return Math.abs(ratio - Math.rint(ratio)) < OFF;
    }

    static Lane beside(Lane lane, double offset) {
        return new Lane(
                0, lane.centre().moved(offset), lane.pictureHeight(), lane.width(), lane.margin(), new double[] {0, 0});
    }

    static Lane between(Lane left, Lane right, double part) {
        return new Lane(
                0,
                MiddleLine.between(left.centre(), right.centre(), part),
                left.pictureHeight(),
                (left.width() + right.width()) / 2,
                Math.min(left.margin(), right.margin()),
                new double[] {0, 0});
    }

    static List<Lane> numbered(List<Lane> lanes) {
        List<Lane> numbered = new ArrayList<>();
        for (Lane lane : lanes) {
            numbered.add(lane.numbered(numbered.size() + 1));
        }
        return numbered;
    }
}
