package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * A monotone curve between two plateaus: {@code bottom + (top - bottom) share}, the share being that of the upper
 * plateau. Parameters: top, bottom, place on the dose axis, then the others of the shape.
 */
abstract class Plateaued implements CurveFamily {
    static final int TOP = 0;
    static final int BOTTOM = 1;
    static final int PLACE = 2;
    static final double LN10 = 2.302585092994046;

    private final String name;
    private final Direction direction;
    private final List<CurveParameter> parameters;

    Plateaued(String name, Direction direction, CurveParameter... shape) {
        this.name = name;
        this.direction = direction;
        List<CurveParameter> all = new ArrayList<>();
        all.add(CurveParameter.response("top"));
        all.add(CurveParameter.response("bottom"));
        all.addAll(List.of(shape));
        this.parameters = List.copyOf(all);
    }

    /** The share of the upper plateau at a dose. */
    abstract Dual share(Dual[] p, Dual logDose);

    /** The dose at which the upper plateau has a share. */
    abstract Dual inverse(Dual[] p, Dual share);

    /** The share of the upper plateau at zero dose. */
    Dual shareAtZero(Dual[] p) {
        return Dual.constant(isFalling() ? 1 : 0);
    }

    boolean isFalling() {
        return direction == Direction.FALLING;
    }

    /** 1 for a falling curve, -1 for a rising one. */
    double sign() {
        return isFalling() ? 1 : -1;
    }

    /** Steepness times natural-log distance from the place, growing with dose for falling curves. */
    Dual distance(Dual[] p, Dual slope, Dual logDose) {
        return logDose.minus(p[PLACE]).times(slope).times(sign() * LN10);
    }

    /** The inverse of {@link #distance}. */
    Dual logDoseOf(Dual[] p, Dual slope, Dual distance) {
        return distance.dividedBy(slope).times(sign() / LN10).plus(p[PLACE]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<CurveParameter> parameters() {
        return parameters;
    }

    @Override
    public Dual at(Dual[] p, Dual logDose) {
        return between(p, share(p, logDose));
    }

    @Override
    public Dual atZeroDose(Dual[] p) {
        return between(p, shareAtZero(p));
    }

    private static Dual between(Dual[] p, Dual share) {
        return p[TOP].minus(p[BOTTOM]).times(share).plus(p[BOTTOM]);
    }

    @Override
    public Dual start(Dual[] p) {
        return isFalling() ? p[TOP] : p[BOTTOM];
    }

    @Override
    public Optional<Dual> end(Dual[] p) {
        return Optional.of(isFalling() ? p[BOTTOM] : p[TOP]);
    }

    @Override
    public Dual logDoseAt(Dual[] p, Dual response) {
        Dual share = response.minus(p[BOTTOM]).dividedBy(p[TOP].minus(p[BOTTOM]));
        boolean passed = share.value() > 0 && share.value() < 1;
        return passed ? inverse(p, share) : Dual.constant(Double.NaN);
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

    @Override
    public boolean admits(double[] p) {
        return p[TOP] >= p[BOTTOM];
    }
}
