package org.kindlin.numerics.curve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.regression.Model;

/**
 * A family of curves in which the parameter that places the curve is the log dose of an effect: the curve with the place
 * of a reference is shifted until it has the effect at that dose.
 *
 * <p>The shift is the same for all observations, so the last one is remembered; it is a function of the parameters alone,
 * so threads cannot disturb one another.
 */
final class ShiftedModel implements Model {
    private final CurveFamily family;
    private final EffectTarget target;
    private final int place;
    private final double reference;
    private volatile @Nullable Placed last;

    /** A curve after its shift. */
    @SuppressWarnings("ArrayRecordComponent") // a memory, never compared
    private record Placed(double[] parameters, boolean differentiated, Dual[] curve) {}

    ShiftedModel(CurveFamily family, EffectTarget target, double[] optimum) {
        this.family = family;
        this.target = target;
        this.place = family.placeParameter();
        this.reference = optimum[place];
    }

    @Override
    public double value(double[] parameters, double[] predictors) {
        return FamilyModel.response(family, placed(parameters, false), predictors)
                .value();
    }

    @Override
    public double valueAndGradient(double[] parameters, double[] predictors, double[] gradient) {
        Dual response = FamilyModel.response(family, placed(parameters, true), predictors);
        for (int j = 0; j < parameters.length; j++) {
            gradient[j] = response.derivative(j);
        }
        return response.value();
    }

    private Dual[] placed(double[] parameters, boolean differentiated) {
        Placed known = last;
        if (known != null
                && known.differentiated() == differentiated
                && Arrays.equals(known.parameters(), parameters)) {
            return known.curve();
        }
        Dual[] start = differentiated ? CurveSearch.variables(parameters) : CurveSearch.constants(parameters);
        Dual logDose = start[place];
        start[place] = Dual.constant(reference);
        Dual shift = logDose.minus(target.logDose(family, start));
        Dual[] curve = family.shifted(start, shift);
        last = new Placed(parameters.clone(), differentiated, curve);
        return curve;
    }
}
