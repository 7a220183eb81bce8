package org.kindlin.numerics.survival;

import java.util.stream.IntStream;

/**
 * Times under observation: subject i is at risk on (entry, exit] and leaves with the event or censored.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param entry times of entry (left truncation); of length zero where all subjects enter at the origin
 * @param exit times of event or censoring
 * @param event whether the exit is the event
 */
public record SurvivalSample(double[] entry, double[] exit, boolean[] event) {
    private static final double[] ORIGIN = {};

    public SurvivalSample {
        if (exit.length != event.length || (entry.length != 0 && entry.length != exit.length)) {
            throw new IllegalArgumentException("arrays of different lengths");
        }
        for (int i = 0; i < exit.length; i++) {
            if (!Double.isFinite(exit[i]) || (entry.length > 0 && !(entry[i] < exit[i]))) {
                throw new IllegalArgumentException("subject " + i + " is never at risk");
            }
        }
    }

    /** Subjects who are all under observation from the origin. */
    public static SurvivalSample of(double[] exit, boolean[] event) {
        return new SurvivalSample(ORIGIN, exit, event);
    }

    public int size() {
        return exit.length;
    }

    public boolean isTruncated() {
        return entry.length > 0;
    }

    public int events() {
        int events = 0;
        for (boolean happened : event) {
            events += happened ? 1 : 0;
        }
        return events;
    }

    /** The subjects at these positions. */
    public SurvivalSample at(int[] positions) {
        double[] ends = IntStream.of(positions).mapToDouble(i -> exit[i]).toArray();
        double[] begins = isTruncated()
                ? IntStream.of(positions).mapToDouble(i -> entry[i]).toArray()
                : ORIGIN;
        boolean[] events = new boolean[positions.length];
        for (int i = 0; i < positions.length; i++) {
            events[i] = event[positions[i]];
        }
        return new SurvivalSample(begins, ends, events);
    }

    /** The same with censoring as the event of interest: what reverse Kaplan-Meier looks at. */
    public SurvivalSample reversed() {
        boolean[] censored = new boolean[event.length];
        for (int i = 0; i < event.length; i++) {
            censored[i] = !event[i];
        }
        return new SurvivalSample(entry, exit, censored);
    }
}
