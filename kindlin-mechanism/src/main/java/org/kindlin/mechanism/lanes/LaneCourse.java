package org.kindlin.mechanism.lanes;

import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.simulate.InitialPoint;
import org.kindlin.mechanism.simulate.ModelTimeRoots;
import org.kindlin.numerics.ode.JumpAhead;
import org.kindlin.numerics.ode.MildSteps;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.ode.StepSizeControl;
import org.kindlin.numerics.ode.StiffSigns;
import org.kindlin.numerics.ode.TimeRoots;

/** A set on its way from lane to lane. */
final class LaneCourse {
    final StepSizeControl control = new StepSizeControl();
    final MildSteps mild = new MildSteps();
    final StiffSigns stiff = new StiffSigns();
    final TimeRoots roots;
    final JumpAhead ahead;
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
    /** Whether its last attempt ended where a jump comes next. */
    boolean endsBeforeJump;

    LaneCourse(CompiledModel model) {
        RootFunctions ofTime = new ModelTimeRoots(model, () -> parameters);
        this.roots = new TimeRoots(ofTime);
        this.ahead = new JumpAhead(ofTime);
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
        ahead.forget();
    }
}
