package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/**
 * A curve that is zero at zero dose and has one linear parameter, its height: {@code y = height g(x)}. The families of
 * EPA's tcplfit2 (T. Sheffield, J. Brown, S. Davidson, K. Paul Friedman and R. Judson, Bioinformatics 38:1157-1158, 2022;
 * D. L. Filer et al., Bioinformatics 33:618-620, 2017), with its parameter names and its search limits.
 */
abstract class FromZero implements CurveFamily {
    static final double LN10 = 2.302585092994046;
    static final double LN2 = 0.6931471805599453;
    static final int HEIGHT = 0;
    /** The index of the first parameter that is not linear; of all families but the power, the place on the dose axis. */
    static final int PLACE = 1;
    /** How far a plateau may exceed the largest response. */
    private static final double PLATEAU_LIMIT = 1.2;

    private final String name;
    private final boolean isSaturating;
    private final List<CurveParameter> parameters;

    FromZero(String name, boolean isSaturating, CurveParameter... shape) {
        this.name = name;
        this.isSaturating = isSaturating;
        List<CurveParameter> all = new ArrayList<>();
        all.add(CurveParameter.response(isSaturating ? "tp" : "a"));
        all.addAll(List.of(shape));
        this.parameters = List.copyOf(all);
    }

    /** The place on the dose axis of a saturating family: within a decade below and half a decade above the doses. */
    static CurveParameter gain() {
        return new CurveParameter("ga", CurveParameter.Kind.LOG_DOSE, -1, 0.5, 0.15);
    }

    /** Exponents as tcplfit2 limits them. */
    static CurveParameter power(String name) {
        return CurveParameter.slope(name, 0.3, 8).every(0.3);
    }

    /** The curve of height one. */
    abstract Dual unit(Dual[] p, Dual logDose);

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<CurveParameter> parameters() {
        return parameters;
    }

    @Override
    public CurveParameter.Limits limits(int parameter, SearchRange range) {
        if (parameter == HEIGHT && isSaturating) {
            double most = PLATEAU_LIMIT * range.largestResponse();
            return new CurveParameter.Limits(-most, most);
        }
        return CurveFamily.super.limits(parameter, range);
    }

    @Override
    public Dual at(Dual[] p, Dual logDose) {
        return unit(p, logDose).times(p[HEIGHT]);
    }

    @Override
    public Dual atZeroDose(Dual[] p) {
        return Dual.constant(0);
    }

    @Override
    public Optional<Dual> end(Dual[] p) {
        return isSaturating ? Optional.of(p[HEIGHT]) : Optional.empty();
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        Dual[] moved = p.clone();
        moved[PLACE] = p[PLACE].plus(decades);
        return moved;
    }

    @Override
    public int placeParameter() {
        return PLACE;
    }

    /** Ten to a power. */
    static Dual tenTo(Dual exponent) {
        return exponent.times(LN10).exp();
    }
}
