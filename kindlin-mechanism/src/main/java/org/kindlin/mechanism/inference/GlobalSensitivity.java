package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.numerics.random.RandomStream;

/**
 * How the answers of a model depend on its parameters: locally, by Morris' screening, by Sobol's indices. Parameters are
 * moved on a logarithmic scale around their values. Evaluations run in parallel and are added up in order, so results do
 * not depend on the number of threads.
 */
public final class GlobalSensitivity {
    private static final int LEVELS = 4;

    private final ModelResponse response;
    private final double[] given;
    private final int[] slots;
    private final double lnFactor;

    /**
     * A study of some parameters.
     *
     * @param given all numbers given to the model
     * @param slots those that are moved; each has a value other than zero
     * @param factor up to which a parameter is multiplied or divided
     */
    public GlobalSensitivity(ModelResponse response, double[] given, int[] slots, double factor) {
        this.response = response;
        this.given = given.clone();
        this.slots = slots.clone();
        this.lnFactor = StrictMath.log(factor);
    }

    /**
     * Two numbers for each output and parameter.
     *
     * @param first by output, then parameter; not a number where the model has no answer or the output does not vary
     * @param second likewise
     * @param failed evaluations without an answer
     */
    public record Indices(double[][] first, double[][] second, int failed) {}

    /** The answers with the parameters at these places, each from −1 (divided by the factor) to 1 (multiplied). */
    private Optional<double[]> at(double[] places) {
        double[] moved = given.clone();
        for (int i = 0; i < slots.length; i++) {
            moved[slots[i]] *= StrictMath.exp(lnFactor * places[i]);
        }
        return response.of(moved);
    }

    private List<Optional<double[]>> all(double[][] places) {
        return Arrays.stream(places).parallel().map(this::at).toList();
    }

    /**
     * Control coefficients d ln y / d ln p by central differences of 1 % and 0.5 % with Richardson's extrapolation, and
     * the derivatives dy / d ln p.
     */
    public Indices local() {
        int width = slots.length;
        double[][] places = new double[1 + 4 * width][width];
        double wide = 0.01 / lnFactor;
        for (int i = 0; i < width; i++) {
            places[1 + 4 * i][i] = wide;
            places[2 + 4 * i][i] = -wide;
            places[3 + 4 * i][i] = wide / 2;
            places[4 + 4 * i][i] = -wide / 2;
        }
        List<Optional<double[]>> answers = all(places);
        int outputs = outputs(answers);
        double[][] control = unknown(outputs, width);
        double[][] slope = unknown(outputs, width);
        for (int i = 0; i < width && answers.getFirst().isPresent(); i++) {
            List<Optional<double[]>> own = answers.subList(1 + 4 * i, 5 + 4 * i);
            for (int o = 0; o < outputs && own.stream().allMatch(Optional::isPresent); o++) {
                double coarse = (own.get(0).orElseThrow()[o] - own.get(1).orElseThrow()[o]) / 0.02;
                double fine = (own.get(2).orElseThrow()[o] - own.get(3).orElseThrow()[o]) / 0.01;
                slope[o][i] = (4 * fine - coarse) / 3;
                double value = answers.getFirst().get()[o];
                control[o][i] = value == 0 ? Double.NaN : slope[o][i] / value;
            }
        }
        return new Indices(control, slope, failed(answers));
    }

    /** Mean absolute elementary effect and the deviation of the effects, of so many trajectories of one-at-a-time moves. */
    public Indices morris(int trajectories, long seed) {
        int width = slots.length;
        double[][] places = new double[trajectories * (width + 1)][];
        int[][] orders = new int[trajectories][];
        double jump = LEVELS / (LEVELS - 1.0); // half the grid, on a range of length 2
        for (int t = 0; t < trajectories; t++) {
            RandomStream stream = RandomStream.ofSeed(seed).child("morris").child(t);
            orders[t] = stream.nextPermutation(width);
            double[] place = new double[width];
            for (int i = 0; i < width; i++) {
                place[i] = -1 + 2.0 * stream.nextInt(LEVELS / 2) / (LEVELS - 1);
            }
            places[t * (width + 1)] = place;
            for (int k = 0; k < width; k++) {
                place = place.clone();
                place[orders[t][k]] += jump;
                places[t * (width + 1) + k + 1] = place;
            }
        }
        List<Optional<double[]>> answers = all(places);
        int outputs = outputs(answers);
        double[][] mean = unknown(outputs, width);
        double[][] deviation = unknown(outputs, width);
        for (int o = 0; o < outputs; o++) {
            double[][] effects = new double[width][trajectories];
            for (int t = 0; t < trajectories; t++) {
                for (int k = 0; k < width; k++) {
                    Optional<double[]> from = answers.get(t * (width + 1) + k);
                    Optional<double[]> to = answers.get(t * (width + 1) + k + 1);
                    effects[orders[t][k]][t] =
                            from.isPresent() && to.isPresent() ? (to.get()[o] - from.get()[o]) / jump : Double.NaN;
                }
            }
            for (int i = 0; i < width; i++) {
                double[] known =
                        Arrays.stream(effects[i]).filter(Double::isFinite).toArray();
                mean[o][i] = Arrays.stream(known).map(Math::abs).average().orElse(Double.NaN);
                double centre = Arrays.stream(known).average().orElse(Double.NaN);
                double squares = Arrays.stream(known)
                        .map(each -> (each - centre) * (each - centre))
                        .sum();
                deviation[o][i] = known.length < 2 ? Double.NaN : Math.sqrt(squares / (known.length - 1));
            }
        }
        return new Indices(mean, deviation, failed(answers));
    }

    /**
     * First-order and total indices of parameters that are log-uniform within the factor, from {@code samples} × (number
     * of parameters + 2) evaluations. Samples one of whose evaluations has no answer are left out.
     */
    public Indices sobol(int samples, long seed) {
        int width = slots.length;
        double[][] places = new double[samples * (width + 2)][];
        for (int n = 0; n < samples; n++) {
            RandomStream stream = RandomStream.ofSeed(seed).child("sobol").child(n);
            double[] a = place(stream);
            double[] b = place(stream);
            places[n * (width + 2)] = a;
            places[n * (width + 2) + 1] = b;
            for (int i = 0; i < width; i++) {
                double[] mixed = a.clone();
                mixed[i] = b[i];
                places[n * (width + 2) + 2 + i] = mixed;
            }
        }
        List<Optional<double[]>> answers = all(places);
        int outputs = outputs(answers);
        double[][] first = unknown(outputs, width);
        double[][] total = unknown(outputs, width);
        int[] whole = IntStream.range(0, samples)
                .filter(n -> answers.subList(n * (width + 2), (n + 1) * (width + 2)).stream()
                        .allMatch(Optional::isPresent))
                .toArray();
        for (int o = 0; o < outputs; o++) {
            sobol(answers, whole, o, first[o], total[o]);
        }
        return new Indices(first, total, failed(answers));
    }

    private void sobol(List<Optional<double[]>> answers, int[] whole, int output, double[] first, double[] total) {
        int width = slots.length;
        double sum = 0;
        double squares = 0;
        for (int n : whole) {
            for (int k = 0; k < 2; k++) {
                sum += answers.get(n * (width + 2) + k).orElseThrow()[output];
            }
        }
        double mean = sum / (2.0 * whole.length);
        for (int n : whole) {
            for (int k = 0; k < 2; k++) {
                double from = answers.get(n * (width + 2) + k).orElseThrow()[output] - mean;
                squares += from * from;
            }
        }
        double variance = squares / (2.0 * whole.length);
        for (int i = 0; i < width && variance > 0; i++) {
            double own = 0;
            double all = 0;
            for (int n : whole) {
                double a = answers.get(n * (width + 2)).orElseThrow()[output];
                double b = answers.get(n * (width + 2) + 1).orElseThrow()[output];
                double mixed = answers.get(n * (width + 2) + 2 + i).orElseThrow()[output];
                own += (b - mixed) * (b - mixed);
                all += (a - mixed) * (a - mixed);
            }
            first[i] = 1 - own / (2 * whole.length * variance);
            total[i] = all / (2 * whole.length * variance);
        }
    }

    private double[] place(RandomStream stream) {
        double[] place = new double[slots.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = stream.nextUniform(-1, 1);
        }
        return place;
    }

    private static int outputs(List<Optional<double[]>> answers) {
        return answers.stream()
                .flatMap(Optional::stream)
                .mapToInt(each -> each.length)
                .findFirst()
                .orElse(0);
    }

    private static int failed(List<Optional<double[]>> answers) {
        return (int) answers.stream().filter(Optional::isEmpty).count();
    }

    private static double[][] unknown(int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        return values;
    }
}
