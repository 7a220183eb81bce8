package org.kindlin.mechanism.lanes;

import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.simulate.InitialPoint;
import org.kindlin.numerics.ode.MildSteps;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.ode.StepSizeControl;
import org.kindlin.numerics.ode.StiffSigns;
import org.kindlin.numerics.ode.TimeRoots;

/** A set on its way from lane to lane. */
final class LaneCourse {
    private static final double[] NO_PAST = new double[0];

    final StepSizeControl control = new StepSizeControl();
    final MildSteps mild = new MildSteps();
    final StiffSigns stiff = new StiffSigns();
    final TimeRoots roots;
    /** Its parameters, and where it stands while it is in no lane. */
    double[] parameters = new double[0];

    double time;
    double[] state = new double[0];
    double step;
    /** Its place among the sets, its observables by time, and which time is due next. */
    int set;

    double[][] values = new double[0][];
    int output;
    int attempts;

    LaneCourse(CompiledModel model) {
        this.roots = new TimeRoots(new Jumps(model, model.roots().newWork()));
    }

    /** Begins a set; the length of its first step is still to be found. */
    void begin(int index, InitialPoint point, double[][] into) {
        set = index;
        values = into;
        output = 0;
        attempts = 0;
        parameters = point.parameters();
        time = point.time();
        state = point.state();
        control.restart();
        mild.restart();
        stiff.forget();
        roots.begin(time);
    }

    /** Where formulas jump with the parameters of the set. */
    private final class Jumps implements RootFunctions {
        private final CompiledModel model;
        private final double[] work;

        Jumps(CompiledModel model, double[] work) {
            this.model = model;
            this.work = work;
        }

        @Override
        public int count() {
            return model.roots().count();
        }

        @Override
        public boolean onlyOfTime() {
            return true;
        }

        @Override
        public boolean monotone() {
            return model.rootsMonotone();
        }

        @Override
        public void values(double time, double[] noState, double[] values) {
            model.roots().kernel().evaluate(time, noState, parameters, NO_PAST, work, values);
        }
    }
}
