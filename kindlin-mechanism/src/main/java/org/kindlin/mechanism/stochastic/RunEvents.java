package org.kindlin.mechanism.stochastic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.compile.EventEquations.Target;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.stochastic.JumpNetwork.DrawFormulas;
import org.kindlin.mechanism.stochastic.JumpNetwork.EventFormulas;

/**
 * The events of one run (SBML Level 3 Version 2, section 4.11): set off when the condition turns true, executed after the
 * delay, of several at one time the one of highest priority first and equals at random. Draws are made when assignments
 * are evaluated. A workspace.
 */
final class RunEvents {
    private static final int MOST_AT_ONE_TIME = 100_000;

    private final List<EventFormulas> events;
    private final RunState run;
    private final boolean[] held;
    private final List<Pending> pending = new ArrayList<>();
    private final double[] one = new double[1];
    private final double[] work;

    private record Pending(int event, double time, double @Nullable [] values) {}

    RunEvents(JumpNetwork network, RunState run) {
        this.events = network.events();
        this.run = run;
        this.held = new boolean[events.size()];
        int size = 0;
        for (EventFormulas each : events) {
            for (Formulas formulas : List.of(each.trigger, each.delay, each.priority, each.values, each.sizes)) {
                size = Math.max(size, formulas.workSize());
            }
            for (DrawFormulas draw : each.draws) {
                size = Math.max(size, draw.arguments.workSize());
            }
        }
        this.work = new double[size];
    }

    void restart() {
        pending.clear();
        for (int i = 0; i < held.length; i++) {
            held[i] = events.get(i).event.event().trigger().initialValue();
        }
    }

    boolean any() {
        return held.length > 0;
    }

    /** When the next waiting event is due; infinite where none waits. */
    double next() {
        double next = Double.POSITIVE_INFINITY;
        for (Pending each : pending) {
            next = Math.min(next, each.time());
        }
        return next;
    }

    /** Whether some condition would differ at this time from what it was last, the state staying as it is. */
    boolean changesAt(double time) {
        for (int i = 0; i < held.length; i++) {
            run.evaluateAt(time, events.get(i).trigger, work, one);
            if (truth(one[0]) != held[i]) {
                return true;
            }
        }
        return false;
    }

    private static boolean truth(double value) {
        return value != 0 && !Double.isNaN(value);
    }

    /** Sets off what has become true and executes what is due; says whether anything was executed. */
    boolean process(RunRandom random) {
        boolean changed = false;
        for (int executed = 0; executed < MOST_AT_ONE_TIME; executed++) {
            observe(random);
            Pending chosen = choose(random);
            if (chosen == null) {
                return changed;
            }
            pending.remove(chosen);
            execute(chosen, random);
            changed = true;
        }
        throw new RunFailure("events set each other off without end at time " + run.time, "break the circle");
    }

    private void observe(RunRandom random) {
        boolean[] now = new boolean[held.length];
        for (int i = 0; i < held.length; i++) {
            run.evaluate(events.get(i).trigger, work, one);
            now[i] = truth(one[0]);
        }
        for (int i = 0; i < held.length; i++) {
            EventFormulas event = events.get(i);
            if (now[i] && !held[i]) {
                setOff(i, event, random);
            } else if (!now[i] && held[i] && !event.event.event().trigger().persistent()) {
                int index = i;
                pending.removeIf(each -> each.event() == index);
            }
            held[i] = now[i];
        }
    }

    private void setOff(int index, EventFormulas event, RunRandom random) {
        double lag = 0;
        if (event.event.delay() >= 0) {
            run.evaluate(event.delay, work, one);
            lag = one[0];
        }
        if (!(lag >= 0)) {
            throw new RunFailure("an event has a delay of " + lag, "delays must not be negative");
        }
        boolean fixed = event.event.event().useValuesFromTriggerTime();
        pending.add(new Pending(index, run.time + lag, fixed ? values(event, random) : null));
    }

    private double[] values(EventFormulas event, RunRandom random) {
        for (DrawFormulas draw : event.draws) {
            double[] arguments = new double[draw.arguments.count()];
            run.evaluate(draw.arguments, work, arguments);
            run.parameters[draw.slot] = Sampler.draw(draw.draw.distribution(), arguments, random.uniform());
        }
        double[] values = new double[event.values.count()];
        run.evaluate(event.values, work, values);
        return values;
    }

    private @Nullable Pending choose(RunRandom random) {
        List<Pending> first = new ArrayList<>();
        double highest = Double.NaN;
        for (Pending each : pending) {
            if (each.time() <= run.time) {
                double priority = priority(each);
                if (first.isEmpty() || priority > highest) {
                    first.clear();
                    highest = priority;
                }
                if (priority == highest) {
                    first.add(each);
                }
            }
        }
        return first.isEmpty() ? null : first.size() == 1 ? first.getFirst() : first.get(random.below(first.size()));
    }

    private double priority(Pending each) {
        EventFormulas event = events.get(each.event());
        if (event.event.priority() < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        run.evaluate(event.priority, work, one);
        return Double.isNaN(one[0]) ? Double.NEGATIVE_INFINITY : one[0];
    }

    private void execute(Pending chosen, RunRandom random) {
        EventFormulas event = events.get(chosen.event());
        double[] fixed = chosen.values();
        double[] assigned = fixed != null ? fixed : values(event, random);
        List<Target> targets = event.event.assignments();
        for (int i = 0; i < assigned.length; i++) {
            if (targets.get(i).size() < 0) {
                set(targets.get(i), assigned[i]);
            }
        }
        double[] sizes = new double[event.sizes.count()];
        run.evaluate(event.sizes, work, sizes);
        for (int i = 0; i < assigned.length; i++) {
            if (targets.get(i).size() >= 0) {
                set(targets.get(i), assigned[i] * sizes[i]);
            }
        }
    }

    private void set(Target target, double value) {
        if (target.state() >= 0) {
            run.amounts[target.state()] = value;
        } else {
            run.parameters[target.slot()] = value;
        }
    }
}
