package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.kindlin.numerics.statistics.Descriptive;

/** Brings the lanes that were seen to the number that is known: empty lanes are put into the gaps that the pitch leaves. */
final class LaneComb {
    private LaneComb() {}

    static List<Lane> arrange(List<Lane> seen, OptionalInt stated, int width) {
        if (stated.isEmpty() || seen.size() == stated.getAsInt() || seen.size() < 2) {
            return seen;
        }
        return seen.size() > stated.getAsInt()
                ? widest(seen, stated.getAsInt())
                : filled(seen, stated.getAsInt(), width);
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

    private static List<Lane> filled(List<Lane> seen, int count, int width) {
        double pitch = pitch(seen, count, width);
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
        double most = width / (double) Math.max(1, count - 1);
        return Math.min(most, Descriptive.quantile(gaps, 0.25));
    }

    private static Lane between(Lane left, Lane right, double part) {
        int terms = Math.max(left.centre().length, right.centre().length);
        double[] centre = new double[terms];
        for (int i = 0; i < terms; i++) {
            double a = i < left.centre().length ? left.centre()[i] : 0;
            double b = i < right.centre().length ? right.centre()[i] : 0;
            centre[i] = a + part * (b - a);
        }
        return new Lane(
                0,
                centre,
                left.pictureHeight(),
                (left.width() + right.width()) / 2,
                Math.min(left.margin(), right.margin()),
                new double[] {0, 0});
    }

    private static List<Lane> numbered(List<Lane> lanes) {
        List<Lane> numbered = new ArrayList<>();
        for (Lane lane : lanes) {
            numbered.add(lane.numbered(numbered.size() + 1));
        }
        return numbered;
    }
}
