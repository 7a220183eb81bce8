package org.kindlin.mechanism.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.EventEquations;
import org.kindlin.mechanism.compile.EventEquations.Target;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.numerics.random.RandomStream;

/**
 * The events of a model during one simulation (SBML Level 3 Version 2, section 4.11).
 *
 * <p>An event is set off when its condition turns true; it waits for its delay, and is then executed. Of those due at the
 * same time the one of highest priority goes first, at random among equals; after each the conditions and priorities are
 * looked at again.
 */
public final class Events {
    private static final int MOST_AT_ONE_TIME = 10_000;
    private static final SimulationOptions FROM_ZERO = new SimulationOptions(0, 0, 0, 1, 1, 1);

    private final Equations equations;
    private final Consistency consistency;
    private final SimulationOptions options;
    private RandomStream random;
    private final Evaluation triggers;
    private final Evaluation lags;
    private final Evaluation priorities;
    private final Evaluation[] values;
    private final Evaluation sizes;
    private final Evaluation rescaled;
    private final boolean[] held;
    private final List<Pending> pending = new ArrayList<>();
    private final EventFollower follower;
    private int tickets;

    /**
     * An event on its way.
     *
     * @param ticket a number of its own
     * @param values what it will assign, where that is fixed already
     */
    private record Pending(int event, int ticket, double time, double @Nullable [] values) {}

    Events(Equations equations, PastValues past, Consistency consistency, SimulationOptions options) {
        this(equations, past, consistency, options, EventFollower.NONE);
    }

    private Events(
            Equations equations,
            PastValues past,
            Consistency consistency,
            SimulationOptions options,
            EventFollower follower) {
        this.equations = equations;
        this.consistency = consistency;
        this.options = options;
        this.follower = follower;
        this.random = RandomStream.ofSeed(options.seed());
        List<EventEquations> events = equations.events();
        int zero = equations.graph().constant(0);
        triggers = evaluation(past, events.stream().mapToInt(EventEquations::trigger));
        lags = evaluation(past, events.stream().mapToInt(each -> each.delay() < 0 ? zero : each.delay()));
        priorities = evaluation(past, events.stream().mapToInt(each -> each.priority() < 0 ? zero : each.priority()));
        values = events.stream()
                .map(each -> evaluation(past, each.assignments().stream().mapToInt(Target::value)))
                .toArray(Evaluation[]::new);
        sizes = evaluation(
                past,
                events.stream()
                        .flatMapToInt(each -> each.assignments().stream()
                                .mapToInt(target -> target.size() < 0 ? zero : target.size())));
        rescaled = evaluation(past, equations.rescaled().values().stream().mapToInt(Integer::intValue));
        held = new boolean[events.size()];
        reset();
    }

    /** The events of a model that refers to no past, with someone to tell of them. */
    public static Events of(Equations equations, EventFollower follower) {
        PastValues none = new PastValues(equations);
        return new Events(equations, none, new Consistency(equations, none), FROM_ZERO, follower);
    }

    /** As before the start: nothing waits. */
    public void reset() {
        pending.clear();
        tickets = 0;
        random = RandomStream.ofSeed(options.seed());
        for (int i = 0; i < held.length; i++) {
            held[i] = equations.events().get(i).event().trigger().initialValue();
        }
    }

    private Evaluation evaluation(PastValues past, IntStream nodes) {
        return new Evaluation(Formulas.interpreted(equations.graph(), nodes.toArray()), past);
    }

    /** Whether the model has events. */
    public boolean any() {
        return held.length > 0;
    }

    /** When the next event that waits is due; infinite where none waits. */
    public double next() {
        return pending.stream().mapToDouble(Pending::time).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Sets off what has become true and executes what is due; says whether anything was executed. */
    public boolean process(Moment moment) {
        boolean changed = false;
        for (int executed = 0; ; executed++) {
            observe(moment);
            List<Pending> due =
                    pending.stream().filter(each -> each.time() <= moment.time).toList();
            if (due.isEmpty()) {
                return changed;
            }
            if (executed >= MOST_AT_ONE_TIME) {
                throw new SimulationException(
                        "events set each other off without end at time " + moment.time, "break the circle");
            }
            Pending chosen = choose(due, moment);
            pending.remove(chosen);
            execute(chosen, moment);
            changed = true;
        }
    }

    private void observe(Moment moment) {
        if (!any()) {
            return;
        }
        double[] conditions = triggers.at(moment).clone();
        for (int i = 0; i < held.length; i++) {
            boolean now = conditions[i] != 0 && !Double.isNaN(conditions[i]);
            EventEquations event = equations.events().get(i);
            if (now && !held[i]) {
                setOff(i, event, moment);
            } else if (!now && held[i] && !event.event().trigger().persistent()) {
                int index = i;
                pending.removeIf(each -> each.event() == index);
            }
            held[i] = now;
        }
    }

    private void setOff(int index, EventEquations event, Moment moment) {
        double lag = event.delay() < 0 ? 0 : lags.at(moment)[index];
        if (!(lag >= 0)) {
            throw new SimulationException(
                    "event '" + event.event().id() + "' has a delay of " + lag + " at time " + moment.time,
                    "delays must not be negative");
        }
        double[] fixed = event.event().useValuesFromTriggerTime()
                ? values[index].at(moment).clone()
                : null;
        double due = lag == 0 ? moment.time : options.snapped(moment.time + lag);
        pending.add(new Pending(index, ++tickets, due, fixed));
        follower.setOff(index, tickets, moment);
    }

    private Pending choose(List<Pending> due, Moment moment) {
        if (due.size() == 1) {
            return due.getFirst();
        }
        double[] priority = priorities.at(moment);
        double highest =
                due.stream().mapToDouble(each -> priority(each, priority)).max().orElseThrow();
        List<Pending> first =
                due.stream().filter(each -> priority(each, priority) == highest).toList();
        return first.get(random.nextInt(first.size()));
    }

    /** An event without priority comes after those with one. */
    private double priority(Pending each, double[] priorityNow) {
        boolean defined =
                equations.events().get(each.event()).priority() >= 0 && !Double.isNaN(priorityNow[each.event()]);
        return defined ? priorityNow[each.event()] : Double.NEGATIVE_INFINITY;
    }

    private void execute(Pending chosen, Moment moment) {
        follower.executing(chosen.event(), chosen.ticket(), moment);
        double[] assigned = chosen.values() != null
                ? chosen.values()
                : values[chosen.event()].at(moment).clone();
        double[] before = rescaled.at(moment).clone();
        List<Target> targets = equations.events().get(chosen.event()).assignments();
        int first = offset(chosen.event());
        double[] size = Arrays.copyOfRange(sizes.at(moment), first, first + targets.size());
        for (int i = 0; i < targets.size(); i++) {
            boolean concentration = targets.get(i).size() >= 0;
            set(targets.get(i), concentration ? assigned[i] * size[i] : assigned[i], moment);
        }
        consistency.restore(moment);
        keepAmounts(before, moment);
        follower.executed(moment);
    }

    private int offset(int event) {
        return equations.events().subList(0, event).stream()
                .mapToInt(each -> each.assignments().size())
                .sum();
    }

    /** A concentration that is a state changes with its compartment's size, also where the same event assigned it. */
    private void keepAmounts(double[] before, Moment moment) {
        if (before.length == 0) {
            return;
        }
        double[] after = rescaled.at(moment);
        int i = 0;
        for (int state : equations.rescaled().keySet()) {
            if (before[i] != after[i]) {
                moment.state[state] *= before[i] / after[i];
            }
            i++;
        }
    }

    private static void set(Target target, double value, Moment moment) {
        if (target.state() >= 0) {
            moment.state[target.state()] = value;
        } else {
            moment.parameters[target.slot()] = value;
        }
    }
}
