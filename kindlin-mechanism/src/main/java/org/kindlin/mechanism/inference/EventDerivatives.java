package org.kindlin.mechanism.inference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.EventEquations.Target;
import org.kindlin.mechanism.simulate.EventFollower;
import org.kindlin.mechanism.simulate.Moment;
import org.kindlin.numerics.ode.Advance;

/**
 * Carries sensitivities over times at which the right-hand side or the state changes suddenly and that depend on
 * parameters. Where g(t, y, p) = 0 fixes the time τ, with f⁻ and f⁺ the rates before and after,
 *
 * <pre>
 * τ′ = −(∂g/∂y S⁻ + ∂g/∂p) / (∂g/∂t + ∂g/∂y f⁻)
 * D  = S⁻ + f⁻ τ′                               the state at the moving time
 * D⁺ = ∂h/∂y D + ∂h/∂t τ′ + ∂h/∂p               of what an event y⁺ = h(t, y, p) assigns, else D
 * S⁺ = D⁺ − f⁺ τ′
 * </pre>
 *
 * (E. N. Rozenwasser, R. Yusupov, <i>Sensitivity of Automatic Control Systems</i>, CRC Press 2000, chapter 3; S. Galán,
 * W. F. Feehery, P. I. Barton, Appl. Numer. Math. 31:17, 1999.) The time of a delayed event moves with the time that set
 * it off and with its delay. A workspace of one run.
 */
final class EventDerivatives implements EventFollower {
    private final Equations equations;
    private final EventFormulas formulas;
    private final ParameterizedSystem system;
    private final double[] sensitivities;
    private final int width;
    private final double[] slope;
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private double[] cause;
    private double[] moving = new double[0];
    private double[] now = new double[0];
    private boolean following;

    /**
     * An event that was set off.
     *
     * @param time derivatives of the time at which it is due
     * @param values derivatives of what it will assign, where that is fixed already
     */
    private record Waiting(double[] time, Optional<double[]> values) {}

    /** @param sensitivities of the states, kept up to date by the run and changed here */
    EventDerivatives(CompiledProblem problem, ParameterizedSystem system, double[] sensitivities) {
        this.equations = problem.model().equations();
        this.formulas = problem.eventFormulas();
        this.system = system;
        this.sensitivities = sensitivities;
        this.width = system.parameters();
        this.slope = new double[system.dimension()];
        this.cause = new double[width];
    }

    /** Begins at a time that does not move. */
    void begin(boolean follow) {
        following = follow;
        waiting.clear();
        cause = new double[width];
    }

    /** Nothing that happens from here on is caused by the last crossing. */
    void forgetCause() {
        cause = new double[width];
    }

    /**
     * Takes the sensitivities over a change of the right-hand side.
     *
     * @param timeBefore the last time of the old form, and the state then
     * @return false where the time of the change has no derivative: the function touches zero without crossing it
     */
    boolean cross(List<Advance.Crossing> crossings, double timeBefore, double[] before, Moment moment) {
        system.derivatives(timeBefore, before, slope);
        double[] rates = formulas.roots().rates(timeBefore, before, moment.parameters, slope);
        double[] values = formulas.roots().values(timeBefore, before, moment.parameters);
        int chosen = -1;
        double nearest = Double.POSITIVE_INFINITY; // a function that another one's jump takes across is far off itself
        for (Advance.Crossing each : crossings) {
            double away = Math.abs(values[each.root()] / rates[each.root()]);
            if (away < nearest) {
                nearest = away;
                chosen = each.root();
            }
        }
        cause = new double[width];
        if (chosen < 0) {
            return false;
        }
        double[] along = formulas.roots()
                .along(timeBefore, before, moment.parameters, sensitivities, system.parameterDirections, cause);
        boolean moves = false;
        for (int d = 0; d < width; d++) {
            cause[d] = -along[chosen * width + d] / rates[chosen];
            moves |= cause[d] != 0;
            if (!Double.isFinite(cause[d])) {
                return false;
            }
        }
        if (moves) {
            shift(sensitivities, slope, cause, 1);
            system.derivatives(moment.time, moment.state, slope);
            shift(sensitivities, slope, cause, -1);
        }
        return true;
    }

    /** Adds to each row its rate times how the time moves. */
    private void shift(double[] rows, double[] rates, double[] time, int sign) {
        for (int i = 0; i < rates.length; i++) {
            for (int d = 0; d < width; d++) {
                rows[i * width + d] += sign * rates[i] * time[d];
            }
        }
    }

    /** The derivatives of the state at a time that moves. */
    private double[] atMovingTime(Moment moment, double[] time) {
        double[] rows = sensitivities.clone();
        system.derivatives(moment.time, moment.state, slope);
        shift(rows, slope, time, 1);
        return rows;
    }

    private double[] along(DirectionalFormulas of, Moment moment, double[] states, double[] time) {
        return of.along(moment.time, moment.state, moment.parameters, states, system.parameterDirections, time);
    }

    @Override
    public void setOff(int event, int ticket, Moment moment) {
        if (!following) {
            return;
        }
        double[] states = atMovingTime(moment, cause);
        double[] due = along(formulas.delays().get(event), moment, states, cause);
        for (int d = 0; d < width; d++) {
            due[d] += cause[d];
        }
        boolean fixed = equations.events().get(event).event().useValuesFromTriggerTime();
        waiting.put(
                ticket,
                new Waiting(
                        due,
                        fixed
                                ? Optional.of(along(formulas.assigned().get(event), moment, states, cause))
                                : Optional.empty()));
    }

    @Override
    public void executing(int event, int ticket, Moment moment) {
        Waiting each = waiting.remove(ticket);
        if (!following || each == null) {
            return;
        }
        now = each.time();
        moving = atMovingTime(moment, now);
        double[] states = moving;
        double[] values =
                each.values().orElseGet(() -> along(formulas.assigned().get(event), moment, states, now));
        List<Target> targets = equations.events().get(event).assignments();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            double[] rows = target.state() >= 0 ? moving : system.parameterDirections;
            int row = target.state() >= 0 ? target.state() : target.slot();
            System.arraycopy(values, i * width, rows, row * width, width);
        }
        system.directionsChanged();
    }

    @Override
    public void executed(Moment moment) {
        if (!following) {
            return;
        }
        system.derivatives(moment.time, moment.state, slope);
        shift(moving, slope, now, -1);
        System.arraycopy(moving, 0, sensitivities, 0, sensitivities.length);
        cause = now;
    }
}
