package org.kindlin.numerics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.scale.LogicleScale;

/** Both ways of every loop give the same bits; without the Vector API the plain one is compared with the definition alone. */
class ColumnKernelTest {
    private static final int ROWS = 512;

    private final ColumnKernel plain = ColumnKernel.plain();
    private final ColumnKernel fastest = ColumnKernel.fastest();
    private final RandomStream random = RandomStream.ofSeed(11);

    @Test
    void rowsAreSplitAsTheyLie() {
        for (int channels : new int[] {1, 5, 8, 13, 16, 31}) {
            for (boolean isAscending : new boolean[] {true, false}) {
                split(channels, isAscending, ROWS);
                split(channels, isAscending, 203);
                split(channels, isAscending, 3);
            }
        }
    }

    private void split(int channels, boolean isAscending, int count) {
        ValueLayout.OfFloat layout = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(
                isAscending ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(3 + (long) count * channels * Float.BYTES);
            float[][] expected = new float[channels][count];
            int[] wanted = new int[channels];
            for (int c = 0; c < channels; c++) {
                wanted[c] = channels - 1 - c;
                for (int i = 0; i < count; i++) {
                    float value = (float) random.nextGaussian();
                    expected[c][i] = value;
                    data.set(layout, 3 + ((long) i * channels + wanted[c]) * Float.BYTES, value);
                }
            }
            for (ColumnKernel kernel : new ColumnKernel[] {plain, fastest}) {
                float[][] columns = new float[channels][count];
                kernel.split(data.asSlice(3), new FloatRows(channels, isAscending), count, wanted, columns);
                assertThat(columns).isDeepEqualTo(expected);
            }
        }
    }

    @Test
    void sumsAreAddedInOrder() {
        for (int columns : new int[] {1, 3, 4, 12, 17}) {
            for (int sums : new int[] {1, 2, 3, 4, 5, 7, 12}) {
                combine(columns, sums, 509);
            }
        }
    }

    private void combine(int columns, int sums, int count) {
        float[][] seen = new float[columns][count];
        double[][] widened = new double[columns][count];
        double[][] weights = new double[sums][columns];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < count; i++) {
                seen[c][i] = (float) random.nextLogNormal(1000, 2);
                widened[c][i] = seen[c][i];
            }
            for (double[] row : weights) {
                row[c] = random.nextGaussian();
            }
        }
        double[][] expected = new double[sums][count];
        for (int s = 0; s < sums; s++) {
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < columns; c++) {
                    expected[s][i] = Math.fma(weights[s][c], widened[c][i], expected[s][i]);
                }
            }
        }
        for (ColumnKernel kernel : new ColumnKernel[] {plain, fastest}) {
            double[][] combined = new double[sums][count];
            kernel.combine(seen, weights, count, combined);
            assertThat(combined).isDeepEqualTo(expected);
            kernel.combine(widened, weights, count, combined);
            assertThat(combined).isDeepEqualTo(expected);
        }
    }

    @Test
    void whatReachesALimit() {
        double[] values = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = random.nextInt(20) == 0 ? Double.NaN : Math.rint(3 * random.nextGaussian());
        }
        for (double limit : new double[] {0, -2, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            for (int count : new int[] {ROWS, 64, 203, 5}) {
                long[] ours = new long[ROWS / Long.SIZE];
                long[] theirs = new long[ROWS / Long.SIZE];
                plain.reach(values, count, limit, ours);
                fastest.reach(values, count, limit, theirs);
                assertThat(theirs).isEqualTo(ours);
                for (int i = 0; i < count; i++) {
                    assertThat((ours[i / Long.SIZE] >>> i & 1) == 1).isEqualTo(values[i] >= limit);
                }
            }
        }
    }

    @Test
    void placesHaveTheSameBitsAndAreTheFunction() {
        LogicleScale scale = new LogicleScale(262144, 0.5, 4.5, 0);
        PlaceTable table = PlaceTable.of(scale::apply, 3, 1.5e-7);
        double[] values = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = (random.nextInt(3) == 0 ? -1 : 1) * random.nextLogNormal(300, 3);
        }
        values[0] = Double.NaN;
        values[1] = Double.POSITIVE_INFINITY;
        values[2] = -0.0;
        values[3] = 0x1p19;
        float[] ours = new float[ROWS + 1];
        float[] theirs = new float[ROWS + 1];
        assertThat(plain.place(table, values, 509, ours, 1)).isFalse();
        assertThat(fastest.place(table, values, 509, theirs, 1)).isFalse();
        int known = 0;
        for (int i = 0; i < 509; i++) {
            assertThat(Float.floatToIntBits(theirs[i + 1])).isEqualTo(Float.floatToIntBits(ours[i + 1]));
            assertThat(Float.floatToIntBits(table.place((float) values[i])))
                    .isEqualTo(Float.floatToIntBits(ours[i + 1]));
            if (Math.abs(values[i]) < 0x1p19 - 9) {
                assertThat((double) ours[i + 1]).isCloseTo(scale.apply(values[i]), within(2.5e-7));
                known++;
            } else {
                assertThat(ours[i + 1]).isNaN();
            }
        }
        assertThat(known).isGreaterThan(400);
    }

    @Test
    void whereThePolynomialIsNotTheFunctionNothingIsSaid() {
        PlaceTable table = PlaceTable.of(x -> x < 100 ? 0 : x, 3, 1e-7);
        assertThat(table.place(100)).isNaN();
        assertThat(table.place(99)).isNaN();
        assertThat(table.place(10)).isZero();
        assertThat(table.place(1000)).isEqualTo(1000, within(1e-3f));
        assertThat(table.place(-10)).as("what is not its own mirror image").isNaN();
    }

    @Test
    void pointsAreWhereThePolygonHasThemOrOpen() {
        int open = 0;
        int inside = 0;
        for (int round = 0; round < 60; round++) {
            double[] x = new double[3 + round % 8];
            double[] y = new double[x.length];
            for (int v = 0; v < x.length; v++) {
                double angle = 2 * Math.PI * v / x.length + 0.3;
                x[v] = round % 2 == 0 ? 0.5 + 0.3 * StrictMath.cos(angle) : random.nextDouble();
                y[v] = round % 2 == 0 ? 0.4 - 0.2 * StrictMath.sin(angle) : random.nextDouble();
            }
            PolygonEdges edges = PolygonEdges.of(x, y, 1, 1);
            if (round % 2 == 0 || x.length == 3) {
                assertThat(edges).isInstanceOf(ConvexEdges.class);
            }
            int[] seen = classify(edges, x, y);
            inside += seen[0];
            open += seen[1];
        }
        assertThat(inside).isBetween(2000, 20_000);
        assertThat(open).isBetween(60, 600);
    }

    /** Numbers of points inside, and of those left open. */
    private int[] classify(PolygonEdges edges, double[] x, double[] y) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(x[0], y[0]);
        for (int v = 1; v < x.length; v++) {
            path.lineTo(x[v], y[v]);
        }
        path.closePath();
        float[] px = new float[ROWS];
        float[] py = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            px[i] = (float) random.nextUniform(-0.2, 1.2);
            py[i] = (float) random.nextUniform(-0.2, 1.2);
        }
        px[0] = Float.NaN;
        px[1] = Float.POSITIVE_INFINITY;
        py[2] = -1e30f;
        px[3] = (float) x[0];
        py[3] = (float) y[0];
        px[4] = (float) (0.5 * (x[0] + x[1]));
        py[4] = (float) (0.5 * (y[0] + y[1]));
        int count = ROWS - 3;
        long[] in = new long[ROWS / Long.SIZE];
        long[] near = new long[ROWS / Long.SIZE];
        plain.classify(edges, px, py, count, in, near);
        long[] otherIn = new long[ROWS / Long.SIZE];
        long[] otherNear = new long[ROWS / Long.SIZE];
        fastest.classify(edges, px, py, count, otherIn, otherNear);
        assertThat(otherNear).isEqualTo(near);
        int[] seen = new int[2];
        for (int i = 0; i < count; i++) {
            boolean isOpen = (near[i / Long.SIZE] >>> i & 1) == 1;
            boolean isIn = (in[i / Long.SIZE] >>> i & 1) == 1;
            if (isOpen) {
                seen[1]++;
            } else {
                assertThat((otherIn[i / Long.SIZE] >>> i & 1) == 1).isEqualTo(isIn);
                assertThat(isIn).as("%s, %s", px[i], py[i]).isEqualTo(path.contains(px[i], py[i]));
                seen[0] += isIn ? 1 : 0;
            }
        }
        assertThat(in[0] & ~near[0] & 1).as("a point that is none").isZero();
        assertThat(near[0] >>> 3 & 3).as("on a vertex, on an edge").isEqualTo(3);
        return seen;
    }
}
