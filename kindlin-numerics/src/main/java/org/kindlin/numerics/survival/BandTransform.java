package org.kindlin.numerics.survival;

/**
 * The scale on which a survival curve's limits are symmetric.
 *
 * <p>With S the survival, v Greenwood's sum (the variance of log S) and z the normal quantile (Kalbfleisch and Prentice,
 * "The Statistical Analysis of Failure Time Data", 2002, section 1.4). Limits stay within [0, 1]. Where S is 0 or 1 the
 * log-log and logit scales have no limits (NaN).
 */
public enum BandTransform {
    /** S^exp(+-z sqrt(v) / log S). */
    LOG_LOG {
        @Override
        double limit(double s, double deviation) {
            return isEnd(s) ? Double.NaN : StrictMath.pow(s, StrictMath.exp(deviation / StrictMath.log(s)));
        }
    },
    /** S exp(+-z sqrt(v)). */
    LOG {
        @Override
        double limit(double s, double deviation) {
            return s == 0 ? Double.NaN : Math.min(1, s * StrictMath.exp(deviation));
        }
    },
    /** S +- z S sqrt(v). */
    PLAIN {
        @Override
        double limit(double s, double deviation) {
            return s == 0 ? Double.NaN : Math.clamp(s + deviation * s, 0, 1);
        }
    },
    /** Symmetric on log(S / (1 - S)). */
    LOGIT {
        @Override
        double limit(double s, double deviation) {
            if (isEnd(s)) {
                return Double.NaN;
            }
            return 1 / (1 + StrictMath.exp(-StrictMath.log(s / (1 - s)) - deviation / (1 - s)));
        }
    },
    /** Symmetric on the arcsine of the square root of S. */
    ARCSINE {
        @Override
        double limit(double s, double deviation) {
            if (isEnd(s)) {
                return Double.NaN;
            }
            double angle = StrictMath.asin(Math.sqrt(s)) + deviation / 2 * Math.sqrt(s / (1 - s));
            double sine = StrictMath.sin(Math.clamp(angle, 0, Math.PI / 2));
            return sine * sine;
        }
    };

    /**
     * One limit.
     *
     * @param deviation signed: quantile times the standard error of log S
     */
    abstract double limit(double s, double deviation);

    private static boolean isEnd(double s) {
        return s == 0 || s == 1;
    }
}
