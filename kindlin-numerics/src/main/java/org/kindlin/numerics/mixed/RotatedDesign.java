package org.kindlin.numerics.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Grouped data after an orthogonal rotation of every subject's rows that leaves its random design in the first few.
 *
 * <p>With Z = Q [R; 0] the likelihood needs QᵀX and Qᵀy only, and the rows below R only through their cross products, whatever
 * the variances are. Subjects of one design (animals of an arm seen on the same days) share one pattern and enter through the
 * sum and the cross products of their rotated responses, so the cost of one evaluation grows with the number of patterns.
 * Responses are residuals of ordinary least squares, which spares the sums their cancellation.
 */
final class RotatedDesign {
    final int fixedCount;
    final int randomCount;
    final int observations;
    final List<Pattern> patterns;
    /** Least-squares coefficients that were taken off the responses. */
    final double[] offset;
    /** Root mean squares of the random design's columns, by which they were divided. */
    final double[] scale;
    /** Cross products of all rows below R: of the fixed design, of it with the responses, of the responses. */
    final double[] outsideXx;

    final double[] outsideXy;
    double outsideYy;
    final int[] patternOf;
    final double[][] rotatedResponse;

    /** Subjects of one design. */
    static final class Pattern {
        final int rows;
        final int observations;
        final double[] z;
        final double[] x;
        final double[] sum;
        final double[] cross;
        int subjects;
        private final double[] reflectors;
        private final double[] belowX;
        private final int randomCount;

        private Pattern(double[] z, double[] x, int observations, int q, int p) {
            this.observations = observations;
            this.randomCount = q;
            rows = Math.min(observations, q);
            reflectors = new double[rows * observations];
            double[] zWork = z.clone();
            double[] xWork = x.clone();
            for (int k = 0; k < rows; k++) {
                reflector(zWork, k);
                reflect(zWork, q, k);
                reflect(xWork, p, k);
            }
            this.z = Arrays.copyOf(zWork, rows * q);
            this.x = Arrays.copyOf(xWork, rows * p);
            belowX = Arrays.copyOfRange(xWork, rows * p, observations * p);
            sum = new double[rows];
            cross = new double[rows * rows];
        }

        /** Householder's vector that brings column k of Z below row k to zero, of norm √2. */
        private void reflector(double[] zWork, int k) {
            double norm = 0;
            for (int i = k; i < observations; i++) {
                norm = Math.hypot(norm, zWork[i * randomCount + k]);
            }
            if (norm == 0) {
                return;
            }
            double head = zWork[k * randomCount + k];
            double alpha = head > 0 ? -norm : norm;
            double scale = 1 / Math.sqrt(norm * (norm + Math.abs(head)));
            for (int i = k; i < observations; i++) {
                reflectors[k * observations + i] = zWork[i * randomCount + k] * scale;
            }
            reflectors[k * observations + k] = (head - alpha) * scale;
        }

        private void reflect(double[] a, int columns, int k) {
            for (int c = 0; c < columns; c++) {
                double dot = 0;
                for (int i = k; i < observations; i++) {
                    dot += reflectors[k * observations + i] * a[i * columns + c];
                }
                for (int i = k; i < observations; i++) {
                    a[i * columns + c] -= dot * reflectors[k * observations + i];
                }
            }
        }

        private void rotate(double[] y) {
            for (int k = 0; k < rows; k++) {
                reflect(y, 1, k);
            }
        }

        private void add(double[] y) {
            subjects++;
            for (int i = 0; i < rows; i++) {
                sum[i] += y[i];
                for (int j = 0; j < rows; j++) {
                    cross[i * rows + j] += y[i] * y[j];
                }
            }
        }
    }

    private record Design(double[] values, int hash) {
        private Design(double[] values) {
            this(values, Arrays.hashCode(values));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Design(double[] otherValues, int otherHash)
                    && otherHash == hash
                    && Arrays.equals(values, otherValues);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * @throws IllegalArgumentException where the fixed effects are not linearly independent
     */
    RotatedDesign(MixedData data) {
        fixedCount = data.fixedCount();
        randomCount = data.randomCount();
        observations = data.observations();
        offset = leastSquares(data);
        scale = rootMeanSquares(data);
        outsideXx = new double[fixedCount * fixedCount];
        outsideXy = new double[fixedCount];
        Map<Design, Integer> index = new LinkedHashMap<>();
        List<Pattern> found = new ArrayList<>();
        List<Subject> subjects = data.subjects();
        patternOf = new int[subjects.size()];
        rotatedResponse = new double[subjects.size()][];
        for (int s = 0; s < subjects.size(); s++) {
            Subject subject = subjects.get(s);
            Integer at = index.computeIfAbsent(new Design(design(subject)), design -> {
                found.add(pattern(design.values, subject.rows()));
                return found.size() - 1;
            });
            patternOf[s] = at;
            add(found.get(at), subject, s);
        }
        patterns = List.copyOf(found);
        for (Pattern pattern : patterns) {
            SmallMatrix.addTransposedProduct(
                    outsideXx,
                    pattern.subjects,
                    pattern.belowX,
                    pattern.belowX,
                    pattern.observations - pattern.rows,
                    fixedCount,
                    fixedCount);
        }
    }

    private void add(Pattern pattern, Subject subject, int s) {
        double[] y = new double[subject.rows()];
        for (int i = 0; i < y.length; i++) {
            y[i] = subject.response()[i] - SmallMatrix.dot(subject.fixed()[i], offset);
        }
        pattern.rotate(y);
        pattern.add(y);
        for (int i = pattern.rows; i < y.length; i++) {
            outsideYy += y[i] * y[i];
            for (int c = 0; c < fixedCount; c++) {
                outsideXy[c] += pattern.belowX[(i - pattern.rows) * fixedCount + c] * y[i];
            }
        }
        rotatedResponse[s] = Arrays.copyOf(y, pattern.rows);
    }

    /** Random columns, scaled, then fixed columns, in one array. */
    private double[] design(Subject subject) {
        int width = randomCount + fixedCount;
        double[] design = new double[subject.rows() * width];
        for (int i = 0; i < subject.rows(); i++) {
            for (int c = 0; c < randomCount; c++) {
                design[i * width + c] = subject.random()[i][c] / scale[c];
            }
            System.arraycopy(subject.fixed()[i], 0, design, i * width + randomCount, fixedCount);
        }
        return design;
    }

    private Pattern pattern(double[] design, int rows) {
        int width = randomCount + fixedCount;
        double[] z = new double[rows * randomCount];
        double[] x = new double[rows * fixedCount];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(design, i * width, z, i * randomCount, randomCount);
            System.arraycopy(design, i * width + randomCount, x, i * fixedCount, fixedCount);
        }
        return new Pattern(z, x, rows, randomCount, fixedCount);
    }

    private static double[] leastSquares(MixedData data) {
        int p = data.fixedCount();
        double[] xx = new double[p * p];
        double[] xy = new double[p];
        for (Subject subject : data.subjects()) {
            for (int i = 0; i < subject.rows(); i++) {
                double[] row = subject.fixed()[i];
                double y = subject.response()[i];
                for (int c = 0; c < p; c++) {
                    if (row[c] != 0) {
                        xy[c] += row[c] * y;
                        for (int d = 0; d <= c; d++) {
                            xx[c * p + d] += row[c] * row[d];
                        }
                    }
                }
            }
        }
        if (!SmallMatrix.cholesky(xx, p)) {
            throw new IllegalArgumentException("the fixed effects are not linearly independent");
        }
        SmallMatrix.forward(xx, p, xy, 1);
        SmallMatrix.backward(xx, p, xy, 1);
        return xy;
    }

    private static double[] rootMeanSquares(MixedData data) {
        double[] scale = new double[data.randomCount()];
        for (Subject subject : data.subjects()) {
            for (double[] row : subject.random()) {
                for (int c = 0; c < scale.length; c++) {
                    scale[c] += row[c] * row[c];
                }
            }
        }
        for (int c = 0; c < scale.length; c++) {
            scale[c] = scale[c] > 0 ? Math.sqrt(scale[c] / data.observations()) : 1;
        }
        return scale;
    }
}
