package org.kindlin.mechanism.petab;

import org.kindlin.numerics.random.RandomStream;

/**
 * A prior of one parameter, as PEtab version 1 names them; a logarithm in a name is natural. Densities are those of the
 * linear value for {@code normal}, {@code laplace}, {@code logNormal}, {@code logLaplace}, {@code uniform}, and of the
 * value on its scale for those whose names say so.
 *
 * @param first lower limit or location
 * @param second upper limit or spread
 */
public record Prior(Kind kind, double first, double second) {

    /** The families. */
    public enum Kind {
        PARAMETER_SCALE_UNIFORM("parameterScaleUniform"),
        UNIFORM("uniform"),
        NORMAL("normal"),
        LAPLACE("laplace"),
        LOG_NORMAL("logNormal"),
        LOG_LAPLACE("logLaplace"),
        PARAMETER_SCALE_NORMAL("parameterScaleNormal"),
        PARAMETER_SCALE_LAPLACE("parameterScaleLaplace");

        private final String petabName;

        Kind(String petabName) {
            this.petabName = petabName;
        }

        /** Its name in PEtab tables. */
        public String petabName() {
            return petabName;
        }

        private boolean onScale() {
            return this == PARAMETER_SCALE_UNIFORM || this == PARAMETER_SCALE_NORMAL || this == PARAMETER_SCALE_LAPLACE;
        }

        private boolean ofLogarithm() {
            return this == LOG_NORMAL || this == LOG_LAPLACE;
        }
    }

    private static final double HALF_LN_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

    /** Logarithm of the density at a value on the parameter's scale; minus infinity outside a uniform's limits. */
    public double logDensity(double scaled, Scale scale) {
        double value = kind.onScale() ? scaled : scale.invert(scaled);
        double at = kind.ofLogarithm() ? StrictMath.log(value) : value;
        double jacobian = kind.ofLogarithm() ? at : 0;
        return switch (kind) {
            case UNIFORM, PARAMETER_SCALE_UNIFORM ->
                at >= first && at <= second ? -StrictMath.log(second - first) : Double.NEGATIVE_INFINITY;
            case NORMAL, LOG_NORMAL, PARAMETER_SCALE_NORMAL -> {
                double z = (at - first) / second;
                yield -0.5 * z * z - StrictMath.log(second) - HALF_LN_TWO_PI - jacobian;
            }
            case LAPLACE, LOG_LAPLACE, PARAMETER_SCALE_LAPLACE ->
                -Math.abs(at - first) / second - StrictMath.log(2 * second) - jacobian;
        };
    }

    /** Derivative of {@link #logDensity} by the value on the scale. */
    public double slope(double scaled, Scale scale) {
        double value = kind.onScale() ? scaled : scale.invert(scaled);
        double at = kind.ofLogarithm() ? StrictMath.log(value) : value;
        double bySelf = switch (kind) {
            case UNIFORM, PARAMETER_SCALE_UNIFORM -> 0;
            case NORMAL, LOG_NORMAL, PARAMETER_SCALE_NORMAL -> -(at - first) / (second * second);
            case LAPLACE, LOG_LAPLACE, PARAMETER_SCALE_LAPLACE -> -Math.signum(at - first) / second;
        };
        double byValue = kind.ofLogarithm() ? (bySelf - 1) / value : bySelf;
        return kind.onScale() ? byValue : byValue / scale.slope(value);
    }

    /** Curvature of minus {@link #logDensity} near its top, by the value on the scale; 0 for uniform ones. */
    public double information(double scaled, Scale scale) {
        double byScale = 1;
        if (!kind.onScale()) {
            double value = scale.invert(scaled);
            byScale = (kind.ofLogarithm() ? 1 / value : 1) / scale.slope(value);
        }
        return switch (kind) {
            case UNIFORM, PARAMETER_SCALE_UNIFORM -> 0;
            default -> byScale * byScale / (second * second);
        };
    }

    /** A value on the parameter's scale drawn from the prior. */
    public double draw(RandomStream stream, Scale scale) {
        double drawn = switch (kind) {
            case UNIFORM, PARAMETER_SCALE_UNIFORM -> stream.nextUniform(first, second);
            case NORMAL, LOG_NORMAL, PARAMETER_SCALE_NORMAL -> stream.nextGaussian(first, second);
            case LAPLACE, LOG_LAPLACE, PARAMETER_SCALE_LAPLACE -> {
                double side = stream.nextDouble() < 0.5 ? -1 : 1;
                yield first + side * second * stream.nextExponential();
            }
        };
        if (kind.onScale()) {
            return drawn;
        }
        return scale.apply(kind.ofLogarithm() ? StrictMath.exp(drawn) : drawn);
    }
}
