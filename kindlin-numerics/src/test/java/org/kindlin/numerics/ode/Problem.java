package org.kindlin.numerics.ode;

import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Standard problems with their answers. HIRES, Pollution, Oregonator (E. Hairer, G. Wanner, Solving Ordinary Differential Equations II), Robertson at 1e11 and Van der Pol are those of the Test Set for IVP
 * Solvers (F. Mazzia, C. Magherini, release 2.4, 2008), to the digits published there; the others, and the published
 * ones again to 12 digits or more, were computed with SciPy 1.17.1 (Radau or DOP853 at relative tolerance 3e-14).
 */
record Problem(String name, double end, double[] initial, double[] answer, Slope slope, Slope jacobian)
        implements OdeSystem {

    /** A function of the state, written into an array. */
    @FunctionalInterface
    interface Slope {
        void write(double[] y, double[] into);
    }

    @Override
    public int dimension() {
        return initial.length;
    }

    @Override
    public void derivatives(double time, double[] state, double[] derivatives) {
        slope.write(state, derivatives);
    }

    @Override
    public SparsePattern jacobianPattern() {
        return SparsePattern.dense(initial.length);
    }

    @Override
    public void jacobian(double time, double[] state, double[] values) {
        jacobian.write(state, values);
    }

    @Override
    public boolean isAutonomous() {
        return true;
    }

    static Problem robertson(double end, double... answer) {
        return new Problem(
                "Robertson to " + end,
                end,
                new double[] {1, 0, 0},
                answer,
                (y, f) -> {
                    f[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
                    f[2] = 3e7 * y[1] * y[1];
                    f[1] = -f[0] - f[2];
                },
                (y, j) -> {
                    j[0] = -0.04;
                    j[1] = 1e4 * y[2];
                    j[2] = 1e4 * y[1];
                    j[6] = 0;
                    j[7] = 6e7 * y[1];
                    j[8] = 0;
                    for (int k = 0; k < 3; k++) {
                        j[3 + k] = -j[k] - j[6 + k];
                    }
                });
    }

    static Problem vanDerPol() {
        return new Problem(
                "Van der Pol, mu = 1000",
                2,
                new double[] {2, 0},
                new double[] {1.706167732170483, -0.8928097010247975},
                (y, f) -> {
                    f[0] = y[1];
                    f[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) / 1e-6;
                },
                (y, j) -> {
                    j[0] = 0;
                    j[1] = 1;
                    j[2] = (-2 * y[0] * y[1] - 1) / 1e-6;
                    j[3] = (1 - y[0] * y[0]) / 1e-6;
                });
    }

    static Problem brusselator() {
        return new Problem(
                "Brusselator",
                20,
                new double[] {1.5, 3},
                new double[] {0.4986370712683, 4.596780349452},
                (y, f) -> {
                    double c = y[0] * y[0] * y[1];
                    f[0] = 1 + c - 4 * y[0];
                    f[1] = 3 * y[0] - c;
                },
                (y, j) -> {
                    j[0] = 2 * y[0] * y[1] - 4;
                    j[1] = y[0] * y[0];
                    j[2] = 3 - 2 * y[0] * y[1];
                    j[3] = -y[0] * y[0];
                });
    }

    static Problem lotkaVolterra() {
        return new Problem(
                "Lotka-Volterra",
                20,
                new double[] {10, 5},
                new double[] {1.9913019250851, 0.0219096484738804},
                (y, f) -> {
                    f[0] = 1.5 * y[0] - y[0] * y[1];
                    f[1] = -3 * y[1] + y[0] * y[1];
                },
                (y, j) -> {
                    j[0] = 1.5 - y[1];
                    j[1] = -y[0];
                    j[2] = y[1];
                    j[3] = -3 + y[0];
                });
    }

    static Problem hires() {
        double[] linear = new double[64];
        double[][] elements = {
            {-1.71, 0, 0}, {.43, 0, 1}, {8.32, 0, 2}, {1.71, 1, 0}, {-8.75, 1, 1}, {-10.03, 2, 2}, {.43, 2, 3},
            {.035, 2, 4}, {8.32, 3, 1}, {1.71, 3, 2}, {-1.12, 3, 3}, {-1.745, 4, 4}, {.43, 4, 5}, {.43, 4, 6},
            {.69, 5, 3}, {1.71, 5, 4}, {-.43, 5, 5}, {.69, 5, 6}, {-1.81, 6, 6}, {1.81, 7, 6}
        };
        for (double[] e : elements) {
            linear[8 * (int) e[1] + (int) e[2]] = e[0];
        }
        return new Problem(
                "HIRES",
                321.8122,
                new double[] {1, 0, 0, 0, 0, 0, 0, 0.0057},
                new double[] {
                    0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
                    0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2
                },
                (y, f) -> {
                    double c = 280 * y[5] * y[7];
                    for (int i = 0; i < 8; i++) {
                        double sum = 0;
                        for (int k = 0; k < 8; k++) {
                            sum += linear[i * 8 + k] * y[k];
                        }
                        f[i] = sum + (i == 0 ? 0.0007 : i == 5 || i == 7 ? -c : i == 6 ? c : 0);
                    }
                },
                (y, j) -> {
                    System.arraycopy(linear, 0, j, 0, 64);
                    for (int i = 5; i < 8; i++) {
                        double sign = i == 6 ? 280 : -280;
                        j[i * 8 + 5] += sign * y[7];
                        j[i * 8 + 7] += sign * y[5];
                    }
                });
    }

    static Problem oregonator() {
        return new Problem(
                "Oregonator",
                360,
                new double[] {1, 2, 3},
                new double[] {1.0008148703185, 1228.17852154991, 132.055494284671},
                (y, f) -> {
                    f[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
                    f[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
                    f[2] = 0.161 * (y[0] - y[2]);
                },
                (y, j) -> {
                    j[0] = 77.27 * (1 - 2 * 8.375e-6 * y[0] - y[1]);
                    j[1] = 77.27 * (1 - y[0]);
                    j[2] = 0;
                    j[3] = -y[1] / 77.27;
                    j[4] = -(1 + y[0]) / 77.27;
                    j[5] = 1 / 77.27;
                    j[6] = 0.161;
                    j[7] = 0;
                    j[8] = -0.161;
                });
    }

    /** Air pollution: 25 reactions of 20 species, mass action; rate constant, substrates, changes. */
    private static final String POLLUTION = """
            0.35 | 0 | -1:0 +1:1 +1:2
            26.6 | 1 3 | +1:0 -1:1 -1:3
            12300 | 4 1 | +1:0 -1:1 -1:4 +1:5
            0.00086 | 6 | +2:4 -1:6 +1:7
            0.00082 | 6 | -1:6 +1:7
            15000 | 6 5 | +1:4 -1:5 -1:6 +1:7
            0.00013 | 8 | +1:4 +1:7 -1:8 +1:9
            24000 | 8 5 | -1:5 -1:8 +1:10
            16500 | 10 1 | +1:0 -1:1 +1:9 -1:10 +1:11
            9000 | 10 0 | -1:0 -1:10 +1:12
            0.022 | 12 | +1:0 +1:10 -1:12
            12000 | 9 1 | +1:0 -1:1 -1:9 +1:13
            1.88 | 13 | +1:4 +1:6 -1:13
            16300 | 0 5 | -1:0 -1:5 +1:14
            4.8e+06 | 2 | -1:2 +1:3
            0.00035 | 3 | -1:3 +1:15
            0.0175 | 3 | +1:2 -1:3
            1e+08 | 15 | +2:5 -1:15
            4.44e+11 | 15 | +1:2 -1:15
            1240 | 16 5 | +1:4 -1:5 -1:16 +1:17
            2.1 | 18 | +1:1 -1:18
            5.78 | 18 | +1:0 +1:2 -1:18
            0.0474 | 0 3 | -1:0 -1:3 +1:18
            1780 | 18 0 | -1:0 -1:18 +1:19
            3.12 | 19 | +1:0 +1:18 -1:19
            """;

    static Problem pollution() {
        double[] initial = new double[20];
        initial[1] = 0.2;
        initial[3] = 0.04;
        initial[6] = 0.1;
        initial[7] = 0.3;
        initial[8] = 0.01;
        initial[16] = 0.007;
        double[] answer = {
            0.056462554800227, 0.134248413042234, 4.1397343310994e-9, 0.0055231402074845, 2.018977262302e-7,
            1.464541863494e-7, 0.0778424911899800, 0.324507535339601, 0.00749401338388046, 1.622293157301652e-8,
            1.135863833257e-8, 0.00223050597572131, 2.087162882798630e-4, 1.396921016840e-5, 0.00896488485689832,
            4.3528463693302e-18, 0.0068992196962634, 1.007803037365946e-4, 1.772146513969984e-6, 5.682943292316e-5
        };
        String[] lines = POLLUTION.lines().toArray(String[]::new);
        return new Problem(
                "Pollution",
                60,
                initial,
                answer,
                (y, f) -> react(lines, y, f, false),
                (y, j) -> react(lines, y, j, true));
    }

    private static void react(String[] lines, double[] y, double[] into, boolean jacobian) {
        Arrays.fill(into, 0);
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            double k = Double.parseDouble(parts[0].strip());
            int[] from = Arrays.stream(parts[1].strip().split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (String change : parts[2].strip().split(" ", -1)) {
                String[] words = change.split(":", -1);
                double times = k * Integer.parseInt(words[0]);
                int of = Integer.parseInt(words[1]);
                if (jacobian) {
                    for (int s : from) {
                        into[20 * of + s] += times * (from.length == 1 ? 1 : y[from[0] == s ? from[1] : from[0]]);
                    }
                } else {
                    into[of] += times * y[from[0]] * (from.length == 1 ? 1 : y[from[1]]);
                }
            }
        }
    }

    static List<Problem> stiff() {
        return List.of(
                oregonator(),
                pollution(),
                robertson(40, 0.71582706871940, 9.18553476455776e-6, 0.28416374574583),
                robertson(1e5, 0.0178659211421009, 7.2747514684370e-8, 0.98213400611038),
                robertson(1e11, 0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050),
                vanDerPol(),
                hires());
    }

    static List<Problem> mild() {
        return List.of(brusselator(), lotkaVolterra());
    }
}
