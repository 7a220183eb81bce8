package org.kindlin.assays.event.gating;

import java.util.Arrays;

/** Which events are in a population: one bit per event. */
public final class Membership {
    private final long[] words;
    private final int events;

    Membership(long[] words, int events) {
        this.words = words;
        this.events = events;
    }

    static int words(int events) {
        return Math.ceilDiv(events, Long.SIZE);
    }

    /** Number of the first events whose bits are set. */
    static int count(long[] words, int events) {
        int count = 0;
        for (int w = 0; w < words(events); w++) {
            count += Long.bitCount(words[w]);
        }
        return count;
    }

    /** All events. */
    public static Membership all(int events) {
        long[] words = new long[words(events)];
        Arrays.fill(words, -1L);
        if (events % Long.SIZE != 0) {
            words[words.length - 1] = (1L << (events % Long.SIZE)) - 1;
        }
        return new Membership(words, events);
    }

    /** Number of events of the file. */
    public int events() {
        return events;
    }

    public boolean contains(int event) {
        return (words[event >>> 6] >>> (event & 63) & 1) != 0;
    }

    /** Number of events inside. */
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Indices of the events inside, ascending. */
    public int[] indices() {
        int[] indices = new int[count()];
        int at = 0;
        for (int w = 0; w < words.length; w++) {
            for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                indices[at++] = (w << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return indices;
    }

    /** Events in both. */
    public Membership and(Membership other) {
        long[] both = new long[words.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = words[i] & other.words[i];
        }
        return new Membership(both, events);
    }

    /** Words of 64 events each; shared, nobody outside the package writes to them. */
    long[] words() {
        return words;
    }
}
