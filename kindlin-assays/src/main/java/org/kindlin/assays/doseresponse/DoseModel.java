package org.kindlin.assays.doseresponse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.numerics.curve.CurveFamilies;
import org.kindlin.numerics.curve.CurveFamily;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;

/** The dose-response models one can ask for. */
public enum DoseModel {
    _3PL("three-parameter logistic (bottom fixed at 0)"),
    _4PL("four-parameter logistic"),
    _5PL("five-parameter logistic"),
    WEIBULL1("Weibull type 1, bottom + (top - bottom) exp(-(x/e)^b)"),
    WEIBULL2("Weibull type 2, bottom + (top - bottom) (1 - exp(-(x/e)^-b))"),
    GOMPERTZ("Gompertz, bottom + (top - bottom) exp(-exp(b (x - e)))"),
    BRAIN_COUSENS_4("Brain-Cousens hormesis (bottom fixed at 0), (top + f x)/(1 + (x/e)^b)"),
    BRAIN_COUSENS_5("Brain-Cousens hormesis, bottom + (top - bottom + f x)/(1 + (x/e)^b)"),
    BIPHASIC("two-site, bottom + (top - bottom) (q/(1 + x/ic50High) + (1 - q)/(1 + x/ic50Low))"),
    LINEAR("straight line, intercept + slope x"),
    LINEAR_THROUGH_ORIGIN("straight line through the origin, a x"),
    CNST("zero response"),
    HILL("Hill curve from zero, tp/(1 + (ga/x)^p)"),
    GNLS("gain-loss, tp/((1 + (ga/x)^p)(1 + (x/la)^q))"),
    POLY1("line through the origin, a x"),
    POLY2("parabola through the origin, a (x/b + (x/b)^2)"),
    POW("power, a x^p"),
    EXP2("exponential, a (exp(x/b) - 1)"),
    EXP3("exponential, a (exp((x/b)^p) - 1)"),
    EXP4("saturating exponential, tp (1 - 2^-(x/ga))"),
    EXP5("saturating exponential, tp (1 - 2^-(x/ga)^p)");

    /** EPA's ten models, in tcplfit2's order. */
    public static final List<DoseModel> TCPLFIT2 = List.of(CNST, HILL, GNLS, POLY1, POLY2, POW, EXP2, EXP3, EXP4, EXP5);

    private final String title;

    DoseModel(String title) {
        this.title = title;
    }

    /** As written in a protocol. */
    public String spelling() {
        return Key.spelling(this);
    }

    /** The name in words, with the formula. */
    public String title() {
        return title;
    }

    /** The model of this spelling. */
    static Optional<DoseModel> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(model -> model.spelling().equals(wanted))
                .findFirst();
    }

    /** The logistic of this name, which has an analysis of its own. */
    public Optional<CurveModel> sigmoid() {
        return switch (this) {
            case _3PL -> Optional.of(CurveModel._3PL);
            case _4PL -> Optional.of(CurveModel._4PL);
            case _5PL -> Optional.of(CurveModel._5PL);
            default -> Optional.empty();
        };
    }

    /** The families to search: one for each direction still open. */
    List<CurveFamily> families(Optional<Direction> only) {
        return switch (this) {
            case _3PL, _4PL -> CurveFamilies.fourParameterLogistic(only);
            case _5PL -> CurveFamilies.fiveParameterLogistic(only);
            case WEIBULL1 -> CurveFamilies.weibullOne(only);
            case WEIBULL2 -> CurveFamilies.weibullTwo(only);
            case GOMPERTZ -> CurveFamilies.gompertz(only);
            case BRAIN_COUSENS_4, BRAIN_COUSENS_5 -> CurveFamilies.brainCousens(only);
            case BIPHASIC -> CurveFamilies.biphasic(only);
            case LINEAR -> CurveFamilies.straightLine();
            case LINEAR_THROUGH_ORIGIN -> CurveFamilies.lineThroughOrigin("linear");
            case CNST -> CurveFamilies.constant();
            case HILL -> CurveFamilies.hill();
            case GNLS -> CurveFamilies.gainLoss();
            case POLY1 -> CurveFamilies.lineThroughOrigin("poly1");
            case POLY2 -> CurveFamilies.quadratic();
            case POW -> CurveFamilies.power();
            case EXP2 -> CurveFamilies.exponentialTwo();
            case EXP3 -> CurveFamilies.exponentialThree();
            case EXP4 -> CurveFamilies.exponentialFour();
            case EXP5 -> CurveFamilies.exponentialFive();
        };
    }

    /** What the model itself fixes. */
    Map<String, Constraint> constraints() {
        return this == _3PL || this == BRAIN_COUSENS_4 ? Map.of("bottom", Constraint.fixed(0)) : Map.of();
    }

    /** Whether all its curves are zero at zero dose, so that its rival without effect is the response zero. */
    boolean startsAtZero() {
        return this == LINEAR_THROUGH_ORIGIN || TCPLFIT2.contains(this);
    }
}
