package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Lanes that show next to nothing beside the outermost that were seen: on the side that has room, else where more stands out, else so
 * that both margins of the picture come out alike, which is a guess.
 */
final class OuterLanes {
    private static final double WITHIN = 0.25; // of a lane may lie beyond the picture
    private static final double CLEARLY = 2; // deviations

    private final List<Lane> lanes;
    private final double pitch;
    private final double leftRoom;
    private final double rightRoom;

    OuterLanes(List<Lane> lanes, double pitch, int width) {
        this.lanes = lanes;
        this.pitch = pitch;
        Lane first = lanes.getFirst();
        Lane last = lanes.getLast();
        this.leftRoom = Math.min(first.centreAt(0), first.centreAt(first.pictureHeight()));
        this.rightRoom = width - Math.max(last.centreAt(0), last.centreAt(last.pictureHeight()));
    }

    /** So many lanes; as they are, and uncertain, where the picture has no room for them. */
    LaneComb.Arranged complete(int count, ToDoubleFunction<Lane> evidence) {
        int missing = count - lanes.size();
        double[] before = evidence(lanes.getFirst(), -pitch, fitting(leftRoom, missing), evidence);
        double[] after = evidence(lanes.getLast(), pitch, fitting(rightRoom, missing), evidence);
        int fewest = missing - after.length;
        if (fewest > before.length) {
            return new LaneComb.Arranged(lanes, true);
        }
        int best = fewest;
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int left = fewest; left <= before.length; left++) {
            double shown = sum(before, left) + sum(after, missing - left);
            double merit = shown + evenness(left, missing - left);
            best = merit > most ? left : best;
            most = Math.max(most, merit);
            least = Math.min(least, shown);
        }
        return new LaneComb.Arranged(with(best, missing - best), fewest < before.length && most - least < CLEARLY);
    }

    private int fitting(double room, int missing) {
        double needed = (0.5 - WITHIN) * lanes.getFirst().width();
        return (int) Math.clamp((room - needed) / pitch, 0, missing);
    }

    private static double[] evidence(Lane from, double step, int count, ToDoubleFunction<Lane> evidence) {
        double[] shown = new double[count];
        for (int i = 0; i < count; i++) {
            shown[i] = evidence.applyAsDouble(LaneComb.beside(from, (i + 1) * step));
        }
        return shown;
    }

    /** 1 where both margins are alike, down to 0. */
    private double evenness(int left, int right) {
        return 1 / (1 + Math.abs((leftRoom - left * pitch) - (rightRoom - right * pitch)) / pitch);
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    private List<Lane> with(int left, int right) {
        List<Lane> all = new ArrayList<>(lanes);
        for (int i = 1; i <= left; i++) {
            all.addFirst(LaneComb.beside(lanes.getFirst(), -i * pitch));
        }
        for (int i = 1; i <= right; i++) {
            all.add(LaneComb.beside(lanes.getLast(), i * pitch));
        }
        return LaneComb.numbered(all);
    }
}
