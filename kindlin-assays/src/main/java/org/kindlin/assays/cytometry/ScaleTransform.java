package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.figures.LinearTransform;
import org.kindlin.figures.LogTransform;
import org.kindlin.figures.Range;
import org.kindlin.figures.Tick;
import org.kindlin.figures.Ticks;
import org.kindlin.figures.Transform;
import org.kindlin.numerics.scale.Scale;

/**
 * An axis on a cytometry scale: ticks at powers of ten and zero, fine ones between them; where fewer than two of those lie on
 * the axis, ticks as a logarithmic or linear axis has them.
 */
record ScaleTransform(Scale scale) implements Transform {
    private static final String[] POWERS = {
        "", "10", "10\u00b2", "10\u00b3", "10\u2074", "10\u2075", "10\u2076", "10\u2077"
    };

    @Override
    public double position(double value) {
        return scale.apply(value);
    }

    @Override
    public double value(double position) {
        return scale.invert(position);
    }

    @Override
    public boolean isDefined(double value) {
        return Double.isFinite(value) && Double.isFinite(scale.apply(value));
    }

    @Override
    public Range show(Range data) {
        return data;
    }

    @Override
    public List<Ticks> candidates(Range values) {
        Ticks decades = ticks(values, 1);
        if (decades.major().size() < 2) {
            Transform plain = values.low() > 0 ? new LogTransform() : new LinearTransform();
            return plain.candidates(values);
        }
        return List.of(decades, ticks(values, 2), ticks(values, 3));
    }

    /** Ticks at powers of ten from the given one on, where they lie on the axis. */
    private Ticks ticks(Range values, int smallest) {
        List<Tick> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int power = POWERS.length - 1; power >= smallest; power--) {
            add(major, values, -StrictMath.pow(10, power), "\u2212" + POWERS[power]);
        }
        add(major, values, 0, "0");
        for (int power = smallest; power < POWERS.length; power++) {
            add(major, values, StrictMath.pow(10, power), POWERS[power]);
            for (int m = 2; m < 10; m++) {
                double value = m * StrictMath.pow(10, power);
                if (values.low() <= value && value <= values.high()) {
                    minor.add(value);
                }
            }
        }
        return new Ticks(major, minor);
    }

    private void add(List<Tick> ticks, Range values, double value, String label) {
        if (values.low() <= value && value <= values.high() && isDefined(value)) {
            ticks.add(new Tick(value, label));
        }
    }
}
