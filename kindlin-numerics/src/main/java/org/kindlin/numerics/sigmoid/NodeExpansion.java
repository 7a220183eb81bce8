package org.kindlin.numerics.sigmoid;

/**
 * What a curve near a node of a {@link StartGrid} explains, without an exponential: the sigmoid is expanded about the node
 * to the fourth order, so that its centred products with the responses and with itself, P and Q, are polynomials. The
 * maximum of {@code P^2/Q} is where a search starts.
 *
 * <p>With {@code z} the argument at the node, a curve nearby has the argument {@code z + x + y z}: x shifts the mid-point,
 * in units of the width, and {@code 1 + y} is the ratio of the slopes. Immutable.
 */
final class NodeExpansion {
    private static final int TERMS = Quartic.TERMS;
    private static final int ORDER = 4;
    private static final int STEPS = 3;
    private static final double[] FACTORIAL = {1, 1, 2, 6, 24};

    private final double[] midPoint;
    private final double[] logSlope;
    private final double[] slope;
    private final SearchBox box;
    private final int doses;
    /** Weighted, centred derivatives over factorials: [node][term x dose]. */
    private final double[][] derivative;
    /** Coefficients of Q: [node][term]. */
    private final double[][] squares;

    NodeExpansion(Replicates design, SearchBox box, double[] midPoint, double[] logSlope) {
        this.box = box;
        this.slope = new double[logSlope.length];
        this.midPoint = midPoint;
        this.logSlope = logSlope;
        this.doses = design.doses();
        this.derivative = new double[midPoint.length][];
        this.squares = new double[midPoint.length][];
        for (int node = 0; node < midPoint.length; node++) {
            slope[node] = StrictMath.exp(logSlope[node]);
            double[][] terms = terms(design, midPoint[node], slope[node]);
            squares[node] = squares(design, terms);
            derivative[node] = weighted(design, terms);
        }
    }

    /**
     * Puts the start nearest to a node into a workspace: the maximum of the expansion, or the node itself where none is
     * near.
     *
     * @param response centred dose means
     */
    void start(int node, double[] response, Workspace work) {
        double[] table = derivative[node];
        for (int term = 0; term < TERMS; term++) {
            double sum = 0;
            for (int dose = 0; dose < doses; dose++) {
                sum = Math.fma(table[term * doses + dose], response[dose], sum);
            }
            work.products[term] = sum;
        }
        climb(node, work);
        work.mid = box.clip(0, midPoint[node] - work.x / (slope[node] * (1 + work.y)));
        work.logSlope = box.clip(1, logSlope[node] + logarithm(work.y));
    }

    /** {@code ln(1 + y)} to 1e-6 where y is small enough for the expansion. */
    private static double logarithm(double y) {
        double t = y / (2 + y);
        double square = t * t;
        return 2 * t * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square / 7)));
    }

    /** Newton's method on {@code P^2/Q}, from the node. */
    private void climb(int node, Workspace work) {
        work.x = 0;
        work.y = 0;
        double x = 0;
        double y = 0;
        double most = 0;
        for (int step = 0; step <= STEPS; step++) {
            work.p.evaluate(work.products, work.x, work.y);
            work.q.evaluate(squares[node], work.x, work.y);
            double explained = work.p.value * work.p.value / work.q.value;
            if (!(explained > most)) {
                break;
            }
            most = explained;
            x = work.x;
            y = work.y;
            if (!work.step()) {
                break;
            }
        }
        work.x = x;
        work.y = y;
    }

    /** Derivatives of the sigmoid at the doses, times powers of z, over factorials, each centred: [term][dose]. */
    private static double[][] terms(Replicates design, double mid, double slope) {
        double[][] terms = new double[TERMS][design.doses()];
        boolean small = mid > 0.5 * (design.lowest() + design.highest());
        for (int dose = 0; dose < design.doses(); dose++) {
            double z = slope * (design.lnDose()[dose] - mid);
            double grown = Exponential.of(-Math.abs(z));
            double near = 1 / (1 + grown);
            double far = grown * near;
            terms[0][dose] = small ? (z > 0 ? near : far) : -(z > 0 ? far : near);
            double[] byZ = derivatives(near * far, z > 0 ? far - near : near - far);
            double power = 1;
            for (int j = 0; j <= ORDER && Double.isFinite(z); j++) {
                for (int i = Math.max(1 - j, 0); i + j <= ORDER; i++) {
                    terms[Quartic.term(i, j)][dose] = byZ[i + j] * power / (FACTORIAL[i] * FACTORIAL[j]);
                }
                power *= z;
            }
        }
        for (double[] term : terms) {
            centre(design, term);
        }
        return terms;
    }

    /** First to fourth derivative of the logistic function L, from {@code p = L (1 - L)} and {@code t = 1 - 2 L}. */
    private static double[] derivatives(double p, double t) {
        return new double[] {Double.NaN, p, p * t, p * (1 - 6 * p), p * t * (1 - 12 * p)};
    }

    private static void centre(Replicates design, double[] values) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            total += design.weight()[i];
            sum += design.weight()[i] * values[i];
        }
        double mean = sum / total;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
    }

    private static double[] squares(Replicates design, double[][] terms) {
        double[] squares = new double[TERMS];
        for (int i = 0; i <= ORDER; i++) {
            for (int j = 0; i + j <= ORDER; j++) {
                for (int k = 0; k <= i; k++) {
                    for (int l = 0; l <= j; l++) {
                        squares[Quartic.term(i, j)] +=
                                product(design, terms[Quartic.term(k, l)], terms[Quartic.term(i - k, j - l)]);
                    }
                }
            }
        }
        return squares;
    }

    private static double product(Replicates design, double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += design.weight()[i] * first[i] * second[i];
        }
        return sum;
    }

    private static double[] weighted(Replicates design, double[][] terms) {
        double[] weight = design.weight();
        double[] result = new double[TERMS * weight.length];
        for (int term = 0; term < TERMS; term++) {
            for (int dose = 0; dose < weight.length; dose++) {
                result[term * weight.length + dose] = weight[dose] * terms[term][dose];
            }
        }
        return result;
    }

    /** What one search at a time needs. */
    static final class Workspace {
        /** Beyond, the expansion may mislead. */
        private static final double FARTHEST_SHIFT = 1;

        private static final double FARTHEST_SLOPE = 0.4;

        /** The start. */
        double mid;

        double logSlope;

        private final double[] products = new double[TERMS];
        private final Quartic p = new Quartic();
        private final Quartic q = new Quartic();
        private double x;
        private double y;

        /** Takes a Newton step; false where there is no maximum nearby. */
        private boolean step() {
            double inverse = 1 / q.value;
            double b = p.value * inverse;
            double alongX = p.byX - b * q.byX;
            double alongY = p.byY - b * q.byY;
            double gx = b * (p.byX - 0.5 * b * q.byX);
            double gy = b * (p.byY - 0.5 * b * q.byY);
            double hxx = alongX * alongX * inverse + b * (p.byXX - 0.5 * b * q.byXX);
            double hxy = alongX * alongY * inverse + b * (p.byXY - 0.5 * b * q.byXY);
            double hyy = alongY * alongY * inverse + b * (p.byYY - 0.5 * b * q.byYY);
            double determinant = hxx * hyy - hxy * hxy;
            if (!(determinant > 0) || !(hxx < 0)) {
                return false;
            }
            double reciprocal = 1 / determinant;
            double nextX = x + (hxy * gy - hyy * gx) * reciprocal;
            double nextY = y + (hxy * gx - hxx * gy) * reciprocal;
            x = Math.clamp(nextX, -FARTHEST_SHIFT, FARTHEST_SHIFT);
            y = Math.clamp(nextY, -FARTHEST_SLOPE, FARTHEST_SLOPE);
            return !Double.isNaN(nextX + nextY);
        }
    }
}
