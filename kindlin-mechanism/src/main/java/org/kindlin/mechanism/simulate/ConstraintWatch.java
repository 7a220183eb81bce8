package org.kindlin.mechanism.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.numerics.ode.RootFunctions;

/**
 * Watches the constraints of a model during one simulation (SBML Level 3 Version 2, section 4.10): they change nothing,
 * but when they are broken is told, located as exactly as an event.
 */
final class ConstraintWatch {
    private static final int MOST = 1000;

    private final Evaluation conditions;
    private final double[] brokenSince;
    private final List<ConstraintBreach> found = new ArrayList<>();

    ConstraintWatch(CompiledModel model, PastValues past) {
        int[] nodes = model.equations().constraints();
        conditions = new Evaluation(Formulas.interpreted(model.equations().graph(), nodes), past);
        brokenSince = new double[nodes.length];
        restart();
    }

    /** Forgets what was broken. */
    void restart() {
        found.clear();
        Arrays.fill(brokenSince, Double.NaN);
    }

    /** Notes what holds at this moment. */
    void look(Moment moment) {
        if (brokenSince.length == 0) {
            return;
        }
        double[] now = conditions.at(moment);
        for (int i = 0; i < brokenSince.length; i++) {
            boolean holds = now[i] != 0 && !Double.isNaN(now[i]);
            boolean broken = !Double.isNaN(brokenSince[i]);
            if (!holds && !broken) {
                brokenSince[i] = moment.time;
            } else if (holds && broken) {
                add(new ConstraintBreach(i, brokenSince[i], OptionalDouble.of(moment.time)));
                brokenSince[i] = Double.NaN;
            }
        }
    }

    private void add(ConstraintBreach breach) {
        if (found.size() < MOST) {
            found.add(breach);
        }
    }

    /** What was broken up to the end, the first thousand in the order of time. */
    List<ConstraintBreach> breaches() {
        for (int i = 0; i < brokenSince.length; i++) {
            if (!Double.isNaN(brokenSince[i])) {
                add(new ConstraintBreach(i, brokenSince[i], OptionalDouble.empty()));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(ConstraintBreach::from))
                .toList();
    }

    /** The root functions of a simulation and beside them those of the model's constraints. */
    static RootFunctions beside(ModelSystem system, CompiledModel model) {
        if (model.equations().constraints().length == 0) {
            return system;
        }
        Formulas watched = model.constraintRoots();
        double[] own = new double[system.count()];
        double[] others = new double[watched.count()];
        double[] work = watched.newWork();
        return new RootFunctions() {
            @Override
            public int count() {
                return own.length + others.length;
            }

            @Override
            public RootFunctions ofTime() {
                return system.ofTime();
            }

            @Override
            public void values(double time, double[] state, double[] values) {
                system.values(time, state, own);
                system.evaluate(watched, time, state, work, others);
                System.arraycopy(own, 0, values, 0, own.length);
                System.arraycopy(others, 0, values, own.length, others.length);
            }
        };
    }
}
