package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.List;

/** Lanes of which it is known which hold nothing: those that were seen are the others, in their order. */
final class KnownLanes {
    private final List<Lane> seen;
    private final List<Integer> numbers;
    private final double pitch;

    private KnownLanes(List<Lane> seen, List<Integer> numbers, double pitch) {
        this.seen = seen;
        this.numbers = numbers;
        this.pitch = pitch;
    }

    /** @param width of the picture, for the pitch where one lane alone was seen */
    static List<Lane> place(List<Lane> seen, int count, LaneCount known, int width) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            if (!known.isEmpty(number)) {
                numbers.add(number);
            }
        }
        int steps = numbers.getLast() - numbers.getFirst();
        double middle = seen.getFirst().pictureHeight() / 2.0;
        double pitch = steps == 0
                ? (double) width / count
                : (seen.getLast().centreAt(middle) - seen.getFirst().centreAt(middle)) / steps;
        KnownLanes lanes = new KnownLanes(seen, numbers, pitch);
        List<Lane> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            all.add(lanes.lane(number).numbered(number));
        }
        return all;
    }

    private Lane lane(int number) {
        int at = numbers.indexOf(number);
        if (at >= 0) {
            return seen.get(at);
        }
        int right = 0;
        while (right < numbers.size() && numbers.get(right) < number) {
            right++;
        }
        if (right == 0) {
            return LaneComb.beside(seen.getFirst(), (number - numbers.getFirst()) * pitch);
        }
        if (right == numbers.size()) {
            return LaneComb.beside(seen.getLast(), (number - numbers.getLast()) * pitch);
        }
        double left = numbers.get(right - 1);
        return LaneComb.between(seen.get(right - 1), seen.get(right), (number - left) / (numbers.get(right) - left));
    }
}
