package org.kindlin.numerics.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Against direct sums, searches over all pairs, and answers of NumPy and SciPy 1.17 named in the tests. */
class ImageNumericsTest {
    private static final int WIDTH = 31;
    private static final int HEIGHT = 23;

    private static float[] picture() {
        RandomStream random = RandomStream.ofSeed(3);
        float[] picture = new float[WIDTH * HEIGHT];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) random.nextUniform(0, 100);
        }
        return picture;
    }

    @Test
    void discMeansAreThoseOfADirectSum() {
        float[] picture = picture();
        int radius = 4;
        float[] means = discMeans(picture, radius);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double sum = 0;
                int n = 0;
                for (int dy = -radius; dy <= radius; dy++) {
                    for (int dx = -radius; dx <= radius; dx++) {
                        if (dx * dx + dy * dy <= radius * radius + 1) {
                            sum += picture[
                                    Math.clamp(y + dy, 0, HEIGHT - 1) * WIDTH + Math.clamp(x + dx, 0, WIDTH - 1)];
                            n++;
                        }
                    }
                }
                assertThat((double) means[y * WIDTH + x]).isCloseTo(sum / n, within(1e-4));
            }
        }
    }

    private static float[] discMeans(float[] picture, int radius) {
        DiscMean disc = new DiscMean(WIDTH, radius);
        float[] means = new float[picture.length];
        for (int y = -radius; y < HEIGHT + radius; y++) {
            int row = Math.clamp(y, 0, HEIGHT - 1) * WIDTH;
            disc.add(Arrays.copyOfRange(picture, row, row + WIDTH));
            if (y >= radius) {
                disc.means(means, (y - radius) * WIDTH);
            }
        }
        return means;
    }

    @Test
    void squaresOfSobelsGradientAreThoseOfItsKernels() {
        float[] picture = picture();
        float[] squares = new float[WIDTH - 2];
        Sobel sobel = new Sobel(WIDTH - 2);
        for (int y = 1; y < HEIGHT - 1; y++) {
            sobel.squares(row(picture, y - 1), row(picture, y), row(picture, y + 1), squares);
            for (int x = 0; x < squares.length; x++) {
                double gx = 0;
                double gy = 0;
                for (int i = -1; i <= 1; i++) {
                    int weight = i == 0 ? 2 : 1;
                    gx += weight * (picture[(y + i) * WIDTH + x + 2] - picture[(y + i) * WIDTH + x]);
                    gy += weight * (picture[(y + 1) * WIDTH + x + 1 + i] - picture[(y - 1) * WIDTH + x + 1 + i]);
                }
                assertThat((double) squares[x]).isCloseTo(gx * gx + gy * gy, within(0.05));
            }
        }
    }

    private static float[] row(float[] picture, int y) {
        return Arrays.copyOfRange(picture, y * WIDTH, (y + 1) * WIDTH);
    }

    @Test
    void logarithmsAreThoseOfTheLibraryToASingleFloat() {
        RandomStream random = RandomStream.ofSeed(4);
        float[] values = new float[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(random.nextUniform(-80, 80));
        }
        values[0] = 1;
        values[1] = Float.MIN_NORMAL;
        values[2] = Float.MAX_VALUE;
        float[] logarithms = values.clone();
        Logarithm.of(logarithms);
        for (int i = 0; i < values.length; i++) {
            double exact = Math.log(values[i]);
            assertThat((double) logarithms[i]).isCloseTo(exact, within(1e-7 + 1.3e-7 * Math.abs(exact)));
        }
    }

    @Test
    void slidingExtremesAreThoseOfEveryWindow() {
        double[] y = RandomStream.ofSeed(9).doubles(57).toArray();
        for (int radius : new int[] {1, 4, 20, 80}) {
            double[] low = SlidingExtreme.minimum(y, radius);
            double[] high = SlidingExtreme.maximum(y, radius);
            for (int i = 0; i < y.length; i++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int j = Math.max(0, i - radius); j <= Math.min(y.length - 1, i + radius); j++) {
                    least = Math.min(least, y[j]);
                    most = Math.max(most, y[j]);
                }
                assertThat(low[i]).isEqualTo(least);
                assertThat(high[i]).isEqualTo(most);
            }
        }
    }

    /** scipy.sparse.linalg.spsolve on (diag(w) + lam D'D) z = w y, D the second differences, lam = 50. */
    @Test
    void theSmoothLineSolvesItsEquations() {
        double[] y = {1, 3, 2, 5, 4, 6, 9, 7};
        double[] w = {1, 0.5, 1, 1, 0.001, 1, 1, 0.2};
        double[] z = SmoothBaseline.smooth(y, w, 50);
        for (int i = 0; i < z.length; i++) {
            double left = w[i] * z[i];
            for (int k = Math.max(0, i - 2); k <= Math.min(z.length - 3, i); k++) {
                double second = z[k] - 2 * z[k + 1] + z[k + 2];
                left += 50 * second * (i == k + 1 ? -2 : 1);
            }
            assertThat(left).isCloseTo(w[i] * y[i], within(1e-10));
        }
    }

    /** A straight ground beneath a peak of ten thousand deviations comes back within one. */
    @Test
    void aTallPeakDoesNotLiftTheLineBelowIt() {
        double[] y = new double[200];
        boolean[] inPeak = new boolean[y.length];
        for (int x = 0; x < y.length; x++) {
            y[x] = 50 + 0.3 * x + (x % 2 == 0 ? 1 : -1) + gauss(x, 10_000, 90, 5, 5);
            inPeak[x] = Math.abs(x - 90) < 25;
        }
        double[] line = SmoothBaseline.of(y, SmoothBaseline.smoothing(150), 1, inPeak);
        for (int x = 0; x < y.length; x++) {
            assertThat(line[x]).isCloseTo(50 + 0.3 * x, within(1.0));
        }
    }

    /** scipy.signal.find_peaks with prominence on the same profile: tops 2, 6 and 9, prominences 3, 4 and 1. */
    @Test
    void peaksAndTheirProminences() {
        double[] y = {0, 1, 4, 2, 1, 3, 6, 3, 2, 3, 0};
        List<Peak> peaks = PeakFinder.find(y, 0.5);
        assertThat(peaks).extracting(Peak::index).containsExactly(2, 6, 9);
        assertThat(peaks).extracting(Peak::prominence).containsExactly(3.0, 6.0, 1.0);
    }

    @Test
    void overlappingSkewedPeaksComeBack() {
        double[] y = new double[120];
        for (int x = 0; x < y.length; x++) {
            y[x] = gauss(x, 100, 50.3, 4, 6) + gauss(x, 40, 66, 5, 4);
        }
        SkewedPeaks peaks = SkewedPeaks.fit(y, 20, 100, new double[] {50, 67}, 5);
        assertThat(peaks.area(0)).isCloseTo(100 * Math.sqrt(Math.PI / 2) * 10, within(1e-3));
        assertThat(peaks.centre()[1]).isCloseTo(66, within(1e-4));
        assertThat(peaks.right()[0]).isCloseTo(6, within(1e-4));
    }

    private static double gauss(double x, double height, double centre, double left, double right) {
        double z = (x - centre) / (x < centre ? left : right);
        return height * Math.exp(-0.5 * z * z);
    }

    @Test
    void twoHillsAndNone() {
        RandomStream random = RandomStream.ofSeed(11);
        float[] two = new float[20_000];
        float[] one = new float[20_000];
        for (int i = 0; i < two.length; i++) {
            one[i] = (float) random.nextGaussian();
            two[i] = (float) (random.nextGaussian() + (i % 4 == 0 ? -4 : 4));
        }
        TwoModes modes = TwoModes.of(two).orElseThrow();
        assertThat(modes.threshold()).isCloseTo(0, within(0.3));
        assertThat(modes.lowShare()).isCloseTo(0.25, within(0.01));
        assertThat(modes.valley()).isLessThan(0.1);
        assertThat(TwoModes.of(one).map(TwoModes::valley).orElse(1.0)).isGreaterThan(0.6);
    }
}
