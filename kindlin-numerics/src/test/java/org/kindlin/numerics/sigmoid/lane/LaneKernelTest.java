package org.kindlin.numerics.sigmoid.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two ways to run the innermost loops against each other and against a sum by definition. */
class LaneKernelTest {
    private static final double[] LN_DOSE = {Double.NEGATIVE_INFINITY, -20, -18.5, -17, -16.2, -14, -13, -11.5};
    private static final double[] WEIGHT = {6, 3, 3, 2, 3, 1, 3, 3};

    @Test
    void vectorsAndPlainLoopsGiveTheSameBits() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "the Vector API is not there");
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            Moments plain = random(random);
            Moments vector = new Moments(LN_DOSE, WEIGHT);
            copy(plain, vector);
            new PlainKernel().moments(plain);
            new VectorKernel().moments(vector);
            for (int i = 0; i < all(plain).size(); i++) {
                assertThat(all(vector).get(i))
                        .as("moment %s", i)
                        .isEqualTo(all(plain).get(i));
            }
        }
    }

    @Test
    void theBestNodesAreTheSameToTheBit() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "the Vector API is not there");
        var random = new Random(4);
        double[][] basis = random(random, 23, 7);
        double[][] scaled = random(random, 7, Moments.LANES);
        for (double[] row : scaled) {
            for (int l = 0; l < row.length; l++) {
                row[l] *= 1e5;
            }
        }
        int[] groupStart = {0, 5, 6, 23};
        double[][] plain = new double[3][Moments.LANES];
        double[][] vector = new double[3][Moments.LANES];
        double[] best = new double[Moments.LANES];
        double[] same = new double[Moments.LANES];
        new PlainKernel().scan(basis, groupStart, scaled, plain, best);
        new VectorKernel().scan(basis, groupStart, scaled, vector, same);
        assertThat(vector).isDeepEqualTo(plain);
        assertThat(same).isEqualTo(best);
        for (int l = 0; l < Moments.LANES; l += 17) {
            assertThat(NodeScore.node(best[l])).isEqualTo(bestNode(basis, scaled, l));
        }
    }

    private static int bestNode(double[][] basis, double[][] scaled, int lane) {
        int best = 0;
        double greatest = -1;
        for (int node = 0; node < basis.length; node++) {
            double product = 0;
            for (int dose = 0; dose < scaled.length; dose++) {
                product += basis[node][dose] * scaled[dose][lane];
            }
            if (product * product > greatest) {
                greatest = product * product;
                best = node;
            }
        }
        return best;
    }

    @Test
    void momentsAreTheirDefinitions() {
        Moments m = random(new Random(5));
        LaneKernel.fastest().moments(m);
        for (int l = 0; l < Moments.LANES; l += 5) {
            double[] expected = new double[5];
            for (int dose = 1; dose < LN_DOSE.length; dose++) {
                double z = m.slope[l] * (LN_DOSE[dose] - m.mid[l]);
                double logistic = 1 / (1 + StrictMath.exp(-m.side[l] * z));
                double s = logistic - m.reference[l];
                double first = m.side[l] * logistic * (1 - logistic);
                double second = logistic * (1 - logistic) * (1 - 2 * logistic);
                expected[0] += WEIGHT[dose] * second * z * z;
                expected[1] += WEIGHT[dose] * s * second * z * z;
                expected[2] += WEIGHT[dose] * first * first * z;
                expected[3] += WEIGHT[dose] * m.response[dose][l] * second * z;
                expected[4] += WEIGHT[dose] * m.response[dose][l] * first;
            }
            double[] actual = {m.sum2zz[l], m.s2zz[l], m.d11z[l], m.y2z[l], m.y1[l]};
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i]).as("moment %s of lane %s", i, l).isCloseTo(expected[i], within(1e-11));
            }
        }
    }

    /** The incubator module must not spread: without it everything else still loads. */
    @Test
    void onlyTheKernelsNameTheIncubator() throws IOException {
        Path sources = Path.of(System.getProperty("kindlin.root", ".."), "kindlin-numerics", "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> naming = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(LaneKernelTest::imports)
                    .toList();
            assertThat(naming)
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).startsWith("Vector"))
                    .extracting(file -> sources.relativize(file.getParent()).toString())
                    .containsOnly(
                            "org/kindlin/numerics/sigmoid/lane",
                            "org/kindlin/numerics/sparse/columns",
                            "org/kindlin/numerics/column");
        }
    }

    private static boolean imports(Path file) {
        try {
            return Files.readString(file).contains("import jdk.incubator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Moments random(Random random) {
        Moments m = new Moments(LN_DOSE, WEIGHT);
        for (int l = 0; l < Moments.LANES; l++) {
            m.mid[l] = -24 + 16 * random.nextDouble();
            m.slope[l] = StrictMath.exp(-2.3 + 4.6 * random.nextDouble());
            m.side[l] = m.mid[l] > -16 ? 1 : -1;
            m.reference[l] = random.nextDouble();
            for (double[] row : m.response) {
                row[l] = random.nextGaussian();
            }
        }
        return m;
    }

    private static double[][] random(Random random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return values;
    }

    private static void copy(Moments from, Moments to) {
        System.arraycopy(from.mid, 0, to.mid, 0, Moments.LANES);
        System.arraycopy(from.slope, 0, to.slope, 0, Moments.LANES);
        System.arraycopy(from.side, 0, to.side, 0, Moments.LANES);
        System.arraycopy(from.reference, 0, to.reference, 0, Moments.LANES);
        for (int dose = 0; dose < from.response.length; dose++) {
            System.arraycopy(from.response[dose], 0, to.response[dose], 0, Moments.LANES);
        }
    }

    private static List<double[]> all(Moments m) {
        return List.of(
                m.one, m.ss, m.sum1, m.sum1z, m.sum2, m.sum2z, m.sum2zz, m.s1, m.s1z, m.s2, m.s2z, m.s2zz, m.d11,
                m.d11z, m.d11zz, m.y0, m.y1, m.y1z, m.y2, m.y2z, m.y2zz);
    }
}
