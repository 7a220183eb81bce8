package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.figures.Range;
import org.kindlin.figures.Tick;
import org.kindlin.figures.Ticks;
import org.kindlin.figures.Transform;
import org.kindlin.lab.plan.Timeline;

/** Minutes since the start of work, ticked at round times of the clock. */
record ClockTransform(Timeline timeline) implements Transform {
    private static final int[] STEPS = {15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14_400};
    private static final int MOST = 12;

    @Override
    public double position(double value) {
        return value;
    }

    @Override
    public double value(double position) {
        return position;
    }

    @Override
    public boolean isDefined(double value) {
        return Double.isFinite(value);
    }

    @Override
    public Range show(Range data) {
        return data;
    }

    @Override
    public List<Ticks> candidates(Range values) {
        List<Ticks> candidates = new ArrayList<>();
        for (int step : STEPS) {
            if ((values.high() - values.low()) / step <= MOST) {
                candidates.add(every(step, values));
            }
        }
        return candidates;
    }

    private Ticks every(int step, Range values) {
        int offset = timeline.start().toSecondOfDay() / 60;
        List<Tick> ticks = new ArrayList<>();
        int first = Math.ceilDiv((int) Math.ceil(values.low()) + offset, step) * step - offset;
        for (int minute = first; minute <= values.high(); minute += step) {
            ticks.add(new Tick(minute, timeline.clock(minute)));
        }
        return new Ticks(ticks, List.of());
    }
}
