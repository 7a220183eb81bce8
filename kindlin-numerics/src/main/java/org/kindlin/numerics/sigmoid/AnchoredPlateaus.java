package org.kindlin.numerics.sigmoid;

/**
 * Plateaus of a curve that must pass through a given response at a given dose: what the profile of an absolute IC50
 * needs. With f the shape at the doses and f' that at the anchor, the curve is
 *
 * <ul>
 *   <li>{@code response + amplitude (f - f')} where both plateaus are free, one linear parameter being left;
 *   <li>{@code low + (response - low) f / f'} where the plateau at infinite dose is fixed at {@code low};
 *   <li>{@code high + (response - high) (1 - f) / (1 - f')} where that at zero dose is fixed at {@code high}.
 * </ul>
 *
 * The shape given is changed to {@code f - f'} or the quotient, derivatives included. A workspace: not thread-safe.
 */
final class AnchoredPlateaus implements LinearPart {
    private final Replicates data;
    private final double response;
    private final PlateauLimits limits;
    private final Shape anchor;
    private final double[] basis;

    AnchoredPlateaus(Replicates data, PlateauLimits limits, double lnDose, double response) {
        this.data = data;
        this.limits = limits;
        this.response = response;
        this.anchor = new Shape(new double[] {lnDose});
        this.basis = new double[data.doses()];
    }

    @Override
    public double[] basis() {
        return basis;
    }

    @Override
    public PlateauFit solve(Shape shape, double[] at, boolean derivatives) {
        anchor.evaluate(at, derivatives);
        if (limits.zeroLow() == limits.zeroHigh()) {
            double high = limits.zeroLow();
            divide(shape, anchor.complement[0], -1, derivatives);
            return given(shape.complement, high, response - high);
        }
        if (limits.infinityLow() == limits.infinityHigh()) {
            double low = limits.infinityLow();
            divide(shape, anchor.fraction[0], 1, derivatives);
            return given(shape.fraction, low, response - low);
        }
        subtract(shape, derivatives);
        return throughAnchor(shape);
    }

    private void subtract(Shape shape, boolean derivatives) {
        boolean tail = anchor.complement[0] < anchor.fraction[0];
        for (int i = 0; i < basis.length; i++) {
            shape.fraction[i] =
                    tail ? anchor.complement[0] - shape.complement[i] : shape.fraction[i] - anchor.fraction[0];
        }
        if (derivatives) {
            for (int p = 0; p < shape.slope.length; p++) {
                shift(shape.slope[p], anchor.slope[p][0]);
            }
            for (int p = 0; p < shape.curvature.length; p++) {
                shift(shape.curvature[p], anchor.curvature[p][0]);
            }
        }
    }

    private static void shift(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= by;
        }
    }

    /** Makes the shape the quotient of f, or with sign -1 of {@code 1 - f}, by its value {@code divisor} at the anchor. */
    private void divide(Shape shape, double divisor, double sign, boolean derivatives) {
        double[] quotient = sign > 0 ? shape.fraction : shape.complement;
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] /= divisor;
            if (derivatives) {
                divideDerivatives(shape, i, quotient[i], divisor, sign);
            }
        }
    }

    private void divideDerivatives(Shape shape, int i, double quotient, double divisor, double sign) {
        int n = Shape.COORDINATES;
        for (int p = 0; p < n; p++) {
            shape.slope[p][i] = sign * (shape.slope[p][i] - quotient * anchor.slope[p][0]) / divisor;
        }
        for (int p = 0; p < n; p++) {
            for (int q = 0; q <= p; q++) {
                int pair = Shape.pair(p, q);
                double own = sign * (shape.curvature[pair][i] - quotient * anchor.curvature[pair][0]);
                double mixed = shape.slope[p][i] * anchor.slope[q][0] + shape.slope[q][i] * anchor.slope[p][0];
                shape.curvature[pair][i] = (own - sign * mixed) / divisor;
            }
        }
    }

    private PlateauFit given(double[] quotient, double level, double amplitude) {
        System.arraycopy(quotient, 0, basis, 0, basis.length);
        return new PlateauFit(false, 1, level, amplitude, false, false, residue(level, amplitude));
    }

    private PlateauFit throughAnchor(Shape shape) {
        double scale = 0;
        for (double value : shape.fraction) {
            scale = Math.max(scale, Math.abs(value));
        }
        scale = scale > Double.MIN_NORMAL ? scale : 1;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < basis.length; i++) {
            basis[i] = shape.fraction[i] / scale;
            squares += data.weight()[i] * basis[i] * basis[i];
            products += data.weight()[i] * basis[i] * (data.mean()[i] - response);
        }
        double amplitude = squares > 0 ? products / squares : 0;
        return new PlateauFit(false, scale, response, amplitude, false, true, residue(response, amplitude));
    }

    private double residue(double level, double amplitude) {
        double squares = 0;
        for (int i = 0; i < basis.length; i++) {
            double residual = data.mean()[i] - level - amplitude * basis[i];
            squares += data.weight()[i] * residual * residual;
        }
        return squares;
    }
}
