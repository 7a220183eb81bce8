package org.kindlin.numerics.regression;

/**
 * A regression function: the expected response as a function of parameters and predictors, with its gradient.
 *
 * <p>Implementations are pure and thread-safe, and may return non-finite numbers where the function does not exist.
 * Write a model once as arithmetic on {@link Dual} ({@link #of}, {@link #ofCurve}), or implement this interface where
 * the analytic gradient is worth its code.
 */
public interface Model {
    /** The expected response at these parameters and predictors. */
    double value(double[] parameters, double[] predictors);

    /**
     * The expected response, with its partial derivatives by the parameters.
     *
     * @param gradient receives one derivative per parameter
     */
    double valueAndGradient(double[] parameters, double[] predictors, double[] gradient);

    /** A regression function of several predictors, as arithmetic on {@link Dual}. */
    @FunctionalInterface
    interface Surface {
        /** The expected response. */
        Dual at(Dual[] parameters, double[] predictors);
    }

    /** A regression function of one predictor, as arithmetic on {@link Dual}. */
    @FunctionalInterface
    interface Curve {
        /** The expected response. */
        Dual at(Dual[] parameters, double predictor);
    }

    /** The model of one predictor, differentiated automatically. */
    static Model ofCurve(Curve curve) {
        return of((parameters, predictors) -> curve.at(parameters, predictors[0]));
    }

    /** The model of any number of predictors, differentiated automatically. */
    static Model of(Surface surface) {
        return new Model() {
            @Override
            public double value(double[] parameters, double[] predictors) {
                Dual[] constants = new Dual[parameters.length];
                for (int i = 0; i < constants.length; i++) {
                    constants[i] = Dual.constant(parameters[i]);
                }
                return surface.at(constants, predictors).value();
            }

            @Override
            public double valueAndGradient(double[] parameters, double[] predictors, double[] gradient) {
                Dual[] variables = new Dual[parameters.length];
                for (int i = 0; i < variables.length; i++) {
                    variables[i] = Dual.variable(parameters[i], i, variables.length);
                }
                Dual response = surface.at(variables, predictors);
                for (int i = 0; i < variables.length; i++) {
                    gradient[i] = response.derivative(i);
                }
                return response.value();
            }
        };
    }
}
