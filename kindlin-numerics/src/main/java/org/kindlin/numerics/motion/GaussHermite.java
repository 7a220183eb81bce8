package org.kindlin.numerics.motion;

/** Nodes and weights of Gauss and Hermite for the standard normal distribution, nine of them (M. Abramowitz and I. A. Stegun, table 25.10). */
final class GaussHermite {
    private static final double[] NODE = {
        -4.512745863399783,
        -3.20542900285647,
        -2.07684797867783,
        -1.0232556637891326,
        0,
        1.0232556637891326,
        2.07684797867783,
        3.20542900285647,
        4.512745863399783
    };
    private static final double[] WEIGHT = {
        2.2345844007746586e-5,
        0.0027891413212317692,
        0.04991640676521788,
        0.2440975028949394,
        0.4063492063492064,
        0.2440975028949394,
        0.04991640676521788,
        0.0027891413212317692,
        2.2345844007746586e-5
    };

    static final int NODES = NODE.length;

    private GaussHermite() {}

    static double node(int i) {
        return NODE[i];
    }

    static double logWeight(int i) {
        return StrictMath.log(WEIGHT[i]);
    }
}
