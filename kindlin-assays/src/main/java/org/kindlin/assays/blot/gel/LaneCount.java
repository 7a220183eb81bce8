package org.kindlin.assays.blot.gel;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of a picture's lanes before it is looked at.
 *
 * @param number of lanes; empty where nothing is known
 * @param isLeast whether there may be more, to the right of those counted
 * @param empty numbers of lanes that hold nothing
 */
public record LaneCount(OptionalInt number, boolean isLeast, Set<Integer> empty) {
    public LaneCount {
        empty = Set.copyOf(empty);
    }

    /** So many, or as many as are seen. */
    public static LaneCount exactly(OptionalInt number) {
        return new LaneCount(number, false, Set.of());
    }

    boolean isEmpty(int lane) {
        return empty.contains(lane);
    }

    /** How many of so many lanes hold something. */
    int filled(int count) {
        return count - (int) empty.stream().filter(lane -> lane <= count).count();
    }
}
