package org.kindlin.mechanism.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.simulate.Observables;

/**
 * Many runs of a network and what they have in common. Each run has random numbers of its own, stratified over the runs so
 * that means and deviations scatter less than those of independent runs, and runs are added up in blocks of fixed size in
 * their order, so results do not depend on the number of threads.
 */
public final class Ensemble {
    private static final int BLOCK = 50;

    private Ensemble() {}

    /**
     * Mean and standard deviation over runs.
     *
     * @param names what was observed
     * @param times at which
     * @param means by time and name
     * @param deviations sample standard deviations by time and name; not a number for one run
     */
    public record Moments(List<String> names, double[] times, double[][] means, double[][] deviations, int runs) {
        /** Makes the list immutable. */
        public Moments {
            names = List.copyOf(names);
        }
    }

    /**
     * How to simulate.
     *
     * @param times ascending, the first being the start
     * @param runs how many
     * @param seed of all random numbers
     */
    public record Plan(double[] times, int runs, long seed, RunMethod method) {}

    /**
     * Simulates an ensemble.
     *
     * @param names of species and other symbols; {@code ln(NAME)} for the natural logarithm of one
     * @param amounts those of the species that are told as amounts
     * @throws InputFaultException where a name is none of the model's, or a run cannot be carried through
     */
    public static Moments simulate(JumpNetwork network, Plan plan, List<String> names, Set<String> amounts) {
        Formulas observed = observed(network, names, amounts);
        boolean[] logarithm = new boolean[names.size()];
        for (int i = 0; i < logarithm.length; i++) {
            logarithm[i] = isLogarithm(names.get(i));
        }
        try {
            int blocks = (plan.runs() + BLOCK - 1) / BLOCK;
            Sums[] sums = new Sums[blocks];
            IntStream.range(0, blocks)
                    .parallel()
                    .forEach(block -> sums[block] = block(network, plan, observed, logarithm, block));
            Sums all = sums[0];
            for (int block = 1; block < blocks; block++) {
                all.add(sums[block]);
            }
            return new Moments(names, plan.times(), all.mean, all.deviations(), plan.runs());
        } catch (RunFailure failure) {
            throw new InputFaultException(
                    new Fault(network.model().source(), "", String.valueOf(failure.getMessage()), failure.remedy()));
        }
    }

    private static boolean isLogarithm(String name) {
        return name.startsWith("ln(") && name.endsWith(")");
    }

    private static Formulas observed(JumpNetwork network, List<String> names, Set<String> amounts) {
        List<String> symbols = new ArrayList<>();
        for (String name : names) {
            symbols.add(isLogarithm(name) ? name.substring(3, name.length() - 1) : name);
        }
        int[] nodes = Observables.of(network.model(), symbols, amounts).nodes();
        return Formulas.compiled(network.model().equations().graph(), nodes);
    }

    private static Sums block(JumpNetwork network, Plan plan, Formulas observed, boolean[] logarithm, int block) {
        JumpRun run = new JumpRun(network, observed, plan.method());
        double[][] values = new double[plan.times().length][observed.count()];
        Sums sums = new Sums(values.length, observed.count());
        for (int i = block * BLOCK; i < Math.min(plan.runs(), (block + 1) * BLOCK); i++) {
            run.simulate(plan.times(), new RunRandom(plan.seed(), i, plan.runs()), values);
            for (double[] row : values) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = logarithm[c] ? StrictMath.log(row[c]) : row[c];
                }
            }
            sums.take(values);
        }
        return sums;
    }

    /** Means and sums of squared deviations (T. F. Chan, G. H. Golub, R. J. LeVeque, Am. Stat. 37:242, 1983). */
    private static final class Sums {
        final double[][] mean;
        final double[][] squares;
        int count;

        Sums(int times, int names) {
            mean = new double[times][names];
            squares = new double[times][names];
        }

        void take(double[][] values) {
            count++;
            for (int t = 0; t < mean.length; t++) {
                for (int c = 0; c < mean[t].length; c++) {
                    double from = values[t][c] - mean[t][c];
                    mean[t][c] += from / count;
                    squares[t][c] += from * (values[t][c] - mean[t][c]);
                }
            }
        }

        void add(Sums other) {
            double total = (double) count + other.count;
            for (int t = 0; t < mean.length; t++) {
                for (int c = 0; c < mean[t].length; c++) {
                    double between = other.mean[t][c] - mean[t][c];
                    mean[t][c] += between * other.count / total;
                    squares[t][c] += other.squares[t][c] + between * between * count * other.count / total;
                }
            }
            count += other.count;
        }

        double[][] deviations() {
            double[][] deviations = new double[mean.length][];
            for (int t = 0; t < mean.length; t++) {
                deviations[t] = new double[mean[t].length];
                for (int c = 0; c < mean[t].length; c++) {
                    deviations[t][c] = count < 2 ? Double.NaN : Math.sqrt(squares[t][c] / (count - 1));
                }
            }
            return deviations;
        }
    }
}
