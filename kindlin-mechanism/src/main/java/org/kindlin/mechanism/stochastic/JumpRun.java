package org.kindlin.mechanism.stochastic;

import org.kindlin.mechanism.compile.Formulas;

/**
 * Runs of a network, one after the other, with values at given times. A workspace: one belongs to one thread.
 *
 * <p>Where nothing changes between jumps: the direct method (D. T. Gillespie, J. Phys. Chem. 81:2340, 1977),
 * {@link NextReaction}, or {@link TauLeap}; conditions of events that turn with time are located between jumps to the last digit. Else the same
 * jumps among the continuous changes, {@link ContinuousStretch}.
 */
final class JumpRun {
    private static final int LOOKS = 16;
    private static final long MOST_STRETCHES = 2_000_000_000L;

    private final JumpNetwork network;
    private final RunState run;
    private final RunEvents events;
    private final Formulas observed;
    private final double[] observedWork;
    private final double[] propensities;
    private final double[] propensityWork;
    private final ContinuousStretch stretch;
    private final TauLeap leap;
    private final boolean leaping;
    private final NextReaction nextReaction;
    private final boolean queued;
    /** What ends the stretch: nothing or a condition (-1), or the jump of a reaction. */
    private int jumping = -1;

    JumpRun(JumpNetwork network, Formulas observed, RunMethod method) {
        this.network = network;
        this.run = new RunState(network);
        this.events = new RunEvents(network, run);
        this.observed = observed;
        this.observedWork = observed.newWork();
        this.propensities = new double[network.reactions()];
        this.propensityWork = network.propensities().newWork();
        this.stretch = new ContinuousStretch(network, run);
        this.leap = new TauLeap(network, run);
        this.nextReaction = new NextReaction(network, run);
        this.queued = method == RunMethod.NEXT_REACTION && !network.continuous();
        this.leaping = method == RunMethod.TAU_LEAPING && !network.continuous() && !events.any();
    }

    /**
     * One run.
     *
     * @param times ascending, the first being the start
     * @param values takes the observed values at each time
     */
    void simulate(double[] times, RunRandom random, double[][] values) {
        run.restart(times[0]);
        events.restart();
        events.process(random);
        if (queued) {
            nextReaction.begin(random);
        }
        boolean exact = !leaping && !network.continuous();
        double end = times[times.length - 1];
        int next = 0;
        for (long stretches = 0; next < times.length; stretches++) {
            if (stretches > MOST_STRETCHES) {
                throw new RunFailure("two milliards of jumps were not enough", "simulate by tau-leaping");
            }
            double limit = Math.min(events.next(), exact ? end : times[next]);
            double to = network.continuous() ? stretch.to(limit, random) : jump(limit, random);
            while (next < times.length && times[next] < to) {
                run.evaluate(observed, observedWork, values[next++]);
            }
            run.time = to;
            boolean moved = jumping >= 0;
            if (moved) {
                fire(jumping);
                if (queued) {
                    nextReaction.jumped(jumping, random);
                }
            }
            boolean changed = events.any() && events.process(random);
            if (changed && queued) {
                nextReaction.changed(random);
            }
            if (!moved && !changed && next < times.length && times[next] <= to) {
                run.evaluate(observed, observedWork, values[next++]);
            }
        }
    }

    private void fire(int reaction) {
        int[] states = network.changedStates(reaction);
        double[] by = network.changes(reaction);
        for (int i = 0; i < states.length; i++) {
            run.amounts[states[i]] += by[i];
        }
    }

    /** Where the next jump, leap or turn of a condition comes, at most at the limit. */
    private double jump(double limit, RunRandom random) {
        jumping = -1;
        if (queued) {
            return queued(limit);
        }
        double total = total();
        if (leaping && total > 0) {
            double length = leap.length(propensities, total);
            if (length > 0) {
                return leap.leap(propensities, Math.min(length, limit - run.time), limit, random);
            }
        }
        double at = total > 0 ? run.time + random.exponential() / total : Double.POSITIVE_INFINITY;
        double to = Math.min(at, limit);
        double turned = events.any() ? firstTurn(to) : Double.POSITIVE_INFINITY;
        if (turned <= to) {
            return turned;
        }
        if (at <= limit) {
            jumping = chosen(propensities, random.uniform() * total);
        }
        return to;
    }

    private double queued(double limit) {
        double at = nextReaction.time();
        double to = Math.min(at, limit);
        double turned = events.any() ? firstTurn(to) : Double.POSITIVE_INFINITY;
        if (turned <= to) {
            return turned;
        }
        if (at <= limit) {
            jumping = nextReaction.reaction();
        }
        return to;
    }

    private double total() {
        run.evaluate(network.propensities(), propensityWork, propensities);
        double total = 0;
        for (double each : propensities) {
            if (!(each >= 0)) {
                throw new RunFailure(
                        "a propensity is " + each + " at time " + run.time, "kinetic laws must not be negative");
            }
            total += each;
        }
        return total;
    }

    /** The reaction within whose share of the sum a number falls. */
    static int chosen(double[] propensities, double number) {
        int reaction = 0;
        double sum = propensities[0];
        while (sum <= number && reaction < propensities.length - 1) {
            sum += propensities[++reaction];
        }
        return reaction;
    }

    /** The first time until this one at which a condition of an event turns while the state stays; infinite for none. */
    private double firstTurn(double to) {
        double from = run.time;
        if (!(to > from) || Double.isInfinite(to)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int k = 1; k <= LOOKS; k++) {
            double high = k == LOOKS ? to : run.time + (to - run.time) * k / LOOKS;
            if (events.changesAt(high)) {
                return turn(from, high);
            }
            from = high;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double turn(double before, double after) {
        double low = before;
        double high = after;
        while (Math.nextUp(low) < high) {
            double middle = low + (high - low) / 2;
            if (events.changesAt(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
