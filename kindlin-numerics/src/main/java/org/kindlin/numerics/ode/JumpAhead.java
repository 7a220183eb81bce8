package org.kindlin.numerics.ode;

/**
 * Keeps steps from crossing a jump that time alone sets. Where a system follows a jump within much less than a step, a step
 * across it looks accurate at its end and is far off within; so it ends before the jump. A workspace.
 */
public final class JumpAhead {
    private final TimeRoots roots;
    private double lookedFrom = Double.NaN;
    private double lookedTo = Double.NaN;
    private double notedAt = Double.NaN;
    private double jump = Double.NaN;

    /** Of these functions, all {@link RootFunctions#onlyOfTime}. */
    public JumpAhead(RootFunctions ofTime) {
        this.roots = new TimeRoots(ofTime);
    }

    /** Forgets what was seen: the functions may have changed. */
    public void forget() {
        lookedFrom = Double.NaN;
        notedAt = Double.NaN;
    }

    /** How far a step of at most this length may go from a time; zero or below where the jump comes next of all. */
    public double length(double from, double longest) {
        double to = from + longest;
        if (from != lookedFrom || !(to <= lookedTo)) {
            look(from, to);
        }
        if (!(jump <= to)) {
            return longest;
        }
        double length = Math.nextDown(jump) - from;
        while (from + length >= jump) {
            length = Math.nextDown(length);
        }
        return length;
    }

    /** Where the jump is before which the last length ended. */
    public double time() {
        return jump;
    }

    private void look(double from, double to) {
        if (notedAt != from) {
            roots.begin(from);
        }
        lookedFrom = from;
        lookedTo = to;
        jump = roots.in(from, to);
        notedAt = Double.isNaN(jump) ? to : jump;
    }
}
