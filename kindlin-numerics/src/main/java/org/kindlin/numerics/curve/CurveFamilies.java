package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kindlin.numerics.sigmoid.Direction;

/** The families of curves, falling and rising. */
public final class CurveFamilies {
    private CurveFamilies() {}

    public static List<CurveFamily> fourParameterLogistic(Optional<Direction> only) {
        return both(LogLogistic::fourParameter, only);
    }

    public static List<CurveFamily> fiveParameterLogistic(Optional<Direction> only) {
        return both(LogLogistic::fiveParameter, only);
    }

    public static List<CurveFamily> weibullOne(Optional<Direction> only) {
        return both(Weibull::typeOne, only);
    }

    public static List<CurveFamily> weibullTwo(Optional<Direction> only) {
        return both(Weibull::typeTwo, only);
    }

    public static List<CurveFamily> gompertz(Optional<Direction> only) {
        return both(Gompertz::new, only);
    }

    public static List<CurveFamily> brainCousens(Optional<Direction> only) {
        return both(BrainCousens::new, only);
    }

    public static List<CurveFamily> biphasic(Optional<Direction> only) {
        return both(Biphasic::new, only);
    }

    public static List<CurveFamily> straightLine() {
        return List.of(new StraightLine());
    }

    /** The straight line through the origin; tcplfit2's poly1. */
    public static List<CurveFamily> lineThroughOrigin(String name) {
        return List.of(Power.one(name));
    }

    public static List<CurveFamily> constant() {
        return List.of(new Constant());
    }

    public static List<CurveFamily> hill() {
        return List.of(new Hill());
    }

    public static List<CurveFamily> gainLoss() {
        return List.of(new GainLoss());
    }

    public static List<CurveFamily> quadratic() {
        return List.of(new Quadratic());
    }

    public static List<CurveFamily> power() {
        return List.of(Power.free());
    }

    public static List<CurveFamily> exponentialTwo() {
        return List.of(Exponential.two());
    }

    public static List<CurveFamily> exponentialThree() {
        return List.of(Exponential.three());
    }

    public static List<CurveFamily> exponentialFour() {
        return List.of(Exponential.four());
    }

    public static List<CurveFamily> exponentialFive() {
        return List.of(Exponential.five());
    }

    private static List<CurveFamily> both(Function<Direction, CurveFamily> family, Optional<Direction> only) {
        return Stream.of(Direction.FALLING, Direction.RISING)
                .filter(direction -> only.isEmpty() || only.get() == direction)
                .map(family)
                .toList();
    }
}
