package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * The free basis of a {@link SearchMesh} under the weights of a design: at each node centred and of unit length, so that
 * its product with the dose means is the cosine of their angle to the node. Those of recent designs are kept. Immutable:
 * do not write to the arrays.
 */
final class WeightedMesh {
    private static final int KEPT = 24;
    /** A cell reaches half way to its farthest neighbour; the rest is for its curvature. */
    private static final double REACH = 0.75;

    private static final Memo<Key, WeightedMesh> KNOWN =
            new Memo<>(KEPT, key -> new WeightedMesh(key.mesh, key.weight));

    /** Weight times centred basis over its length; zero where no dose sees the sigmoid: [dose][node]. */
    final double[][] basis;
    /** Largest angle between a node and a curve in its cell, with a margin. */
    final double[] reach;

    private WeightedMesh(SearchMesh mesh, double[] weight) {
        int doses = weight.length;
        double[][] unit = new double[mesh.size()][];
        this.basis = new double[doses][mesh.size()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = unitVector(mesh.basis[i], weight);
            for (int d = 0; d < doses; d++) {
                basis[d][i] = Math.sqrt(weight[d]) * unit[i][d];
            }
        }
        this.reach = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            double chord = 0;
            for (int neighbour : mesh.neighbours(i)) {
                chord = Math.max(chord, chord(unit[i], unit[neighbour]));
            }
            reach[i] = REACH * 2 * StrictMath.asin(0.5 * chord);
        }
    }

    static WeightedMesh of(SearchMesh mesh, double[] weight) {
        return mesh.isKept() ? KNOWN.get(new Key(mesh, weight)) : new WeightedMesh(mesh, weight);
    }

    /** Root weight times the centred basis, of unit length. */
    private static double[] unitVector(double[] basis, double[] weight) {
        double total = 0;
        double mean = 0;
        for (int d = 0; d < weight.length; d++) {
            total += weight[d];
            mean += weight[d] * basis[d];
        }
        mean /= total;
        double squares = 0;
        for (int d = 0; d < weight.length; d++) {
            squares += weight[d] * (basis[d] - mean) * (basis[d] - mean);
        }
        double[] result = new double[weight.length];
        double length = Math.sqrt(squares);
        for (int d = 0; d < weight.length && length > Double.MIN_NORMAL; d++) {
            result[d] = Math.sqrt(weight[d]) * (basis[d] - mean) / length;
        }
        return result;
    }

    private static double chord(double[] first, double[] second) {
        double squares = 0;
        for (int d = 0; d < first.length; d++) {
            squares += (first[d] - second[d]) * (first[d] - second[d]);
        }
        return Math.min(Math.sqrt(squares), 2);
    }

    private record Key(SearchMesh mesh, double[] weight) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && mesh == key.mesh && Arrays.equals(weight, key.weight);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(mesh) + Arrays.hashCode(weight);
        }
    }
}
