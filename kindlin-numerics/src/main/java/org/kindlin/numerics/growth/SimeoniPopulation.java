package org.kindlin.numerics.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.MixedData;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.MixedModel;
import org.kindlin.numerics.mixed.RandomStructure;
import org.kindlin.numerics.mixed.SmallSample;
import org.kindlin.numerics.mixed.Subject;

/**
 * Simeoni's model of growth under treatment ({@link SimeoniModel}, ψ = 20) fitted to the animals of all arms at once: a nonlinear mixed
 * model of log volume whose start and λ0 differ from animal to animal (log-normal, correlated), with λ1, k1 and k2 shared. Every step
 * linearises about the animals' own estimates and solves a linear mixed model by REML (M. J. Lindstrom and D. M. Bates, Biometrics
 * 46:673, 1990); a last step goes to the estimate of Laplace's approximation ({@link LaplaceShift}), without which λ1 comes out too high.
 * Intervals have the errors of the last linear model, on logarithms.
 *
 * <p>A parameter that the data leave open runs to the end of its range; it is then kept there and named, and the others are estimated
 * beside it.
 */
public final class SimeoniPopulation {
    private static final double SWITCHING = 20;
    private static final double DIFFERENCE = 1e-4;
    private static final double LONGEST_MOVE = 0.7;
    private static final double SETTLED = 1e-5;
    private static final int MOST_STEPS = 60;
    private static final int RANDOM = 2;

    private final List<Course> courses;
    private final List<SimeoniCurve> curves;

    private SimeoniPopulation(List<Course> courses, List<SimeoniModel.Exposure> arms) {
        this.courses = courses;
        this.curves = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            int own = arm;
            double[] times = courses.stream()
                    .filter(course -> course.arm == own)
                    .flatMapToDouble(course -> Arrays.stream(course.time))
                    .toArray();
            curves.add(new SimeoniCurve(
                    arms.get(arm), times, Arrays.stream(times).max().orElse(1)));
        }
    }

    /** The parameters, in the order of the model's columns; all are estimated as logarithms. */
    public enum Parameter {
        /** Volume at time zero. */
        START(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        /** λ0, 1/time. */
        EXPONENTIAL_RATE(Math.log(1e-4), Math.log(5)),
        /** λ1, volume/time. */
        LINEAR_RATE(Math.log(1e-2), Math.log(1e5)),
        /** k1, 1/time. */
        DEATH_RATE(Math.log(0.02), Math.log(10)),
        /** k2, 1/(concentration time). */
        POTENCY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        private final double low;
        private final double high;

        Parameter(double low, double high) {
            this.low = low;
            this.high = high;
        }
    }

    /**
     * One animal.
     *
     * @param arm place of its exposure
     * @param time increasing, none below zero
     */
    public record Course(int arm, double[] time, double[] logVolume) {}

    /**
     * What was found.
     *
     * @param open parameters that the data do not determine
     * @param hasSettled whether the steps came to rest
     * @param linear the last linear model, before the step to Laplace's estimate; its columns are the parameters that are not open
     */
    public record Fit(double[] logParameters, Set<Parameter> open, boolean hasSettled, MixedFit linear) {

        /** The parameter itself. */
        public double value(Parameter parameter) {
            return Math.exp(logParameters[place(parameter)]);
        }

        /** A weighted sum of logarithms; parameters must not be open. */
        public Contrast contrast(List<Parameter> parameters, double... weights) {
            double[] all = new double[linear.coefficients().length];
            List<Parameter> columns = columns(open);
            for (int i = 0; i < weights.length; i++) {
                all[columns.indexOf(parameters.get(i))] += weights[i];
            }
            Contrast about = linear.contrast(all, SmallSample.SATTERTHWAITE);
            double value = 0;
            for (int i = 0; i < weights.length; i++) {
                value += weights[i] * logParameters[place(parameters.get(i))];
            }
            return new Contrast(value, about.standardError(), about.df());
        }

        /** The model of an animal in the middle of the population. */
        public SimeoniModel model() {
            return SimeoniPopulation.model(logParameters, new double[RANDOM]);
        }
    }

    private static int place(Parameter parameter) {
        return List.of(Parameter.values()).indexOf(parameter);
    }

    private static List<Parameter> columns(Set<Parameter> open) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> !open.contains(parameter))
                .toList();
    }

    private static SimeoniModel model(double[] theta, double[] own) {
        return new SimeoniModel(
                Math.exp(theta[1] + own[1]), Math.exp(theta[2]), SWITCHING, Math.exp(theta[3]), Math.exp(theta[4]));
    }

    /**
     * Fits the model.
     *
     * @param arms exposures, the first of an arm without the drug
     * @param start of the search: volume, λ0, λ1, k1, k2
     * @return empty where no step can be made: too few readings, or no effect to be found
     */
    public static Optional<Fit> fit(List<Course> courses, List<SimeoniModel.Exposure> arms, double[] start) {
        SimeoniPopulation population = new SimeoniPopulation(courses, arms);
        double[] theta = Arrays.stream(start).map(Math::log).toArray();
        Set<Parameter> open = EnumSet.noneOf(Parameter.class);
        while (open.size() < 3) {
            try {
                Fit fit = population.search(theta.clone(), open);
                Optional<Parameter> ended = columns(open).stream()
                        .filter(parameter -> isAtEnd(parameter, fit.logParameters))
                        .findFirst();
                if (ended.isEmpty()) {
                    return Optional.of(fit);
                }
                open.add(ended.get());
                theta[place(ended.get())] = fit.logParameters[place(ended.get())];
            } catch (IllegalArgumentException | ArithmeticException e) {
                // columns that cannot be told apart: the bend of growth goes first, then the delay of death
                Parameter next = open.contains(Parameter.LINEAR_RATE) ? Parameter.DEATH_RATE : Parameter.LINEAR_RATE;
                if (!open.add(next)) {
                    return Optional.empty();
                }
                theta[place(next)] = next == Parameter.LINEAR_RATE ? next.high : theta[place(next)];
            }
        }
        return Optional.empty();
    }

    private static boolean isAtEnd(Parameter parameter, double[] theta) {
        double value = theta[place(parameter)];
        return value <= parameter.low || value >= parameter.high;
    }

    private Fit search(double[] theta, Set<Parameter> open) {
        double[][] own = new double[courses.size()][RANDOM];
        List<Parameter> columns = columns(open);
        boolean hasSettled = false;
        MixedFit fit = linear(theta, own, columns);
        for (int step = 0; step < MOST_STEPS && !hasSettled; step++) {
            double[] found = fit.coefficients();
            double most = 0;
            for (int j = 0; j < columns.size(); j++) {
                int at = place(columns.get(j));
                double move = Math.clamp(found[j] - theta[at], -LONGEST_MOVE, LONGEST_MOVE);
                double next = Math.clamp(theta[at] + move, columns.get(j).low, columns.get(j).high);
                most = Math.max(most, Math.abs(next - theta[at]));
                theta[at] = next;
            }
            double[][] effects = fit.randomEffects();
            for (int i = 0; i < own.length; i++) {
                for (int j = 0; j < RANDOM; j++) {
                    own[i][j] = Math.clamp(effects[i][j], -3, 3);
                }
            }
            hasSettled = most < SETTLED;
            fit = linear(theta, own, columns);
        }
        double[] shift = LaplaceShift.of(fit, animals(theta, own, columns));
        for (int j = 0; j < shift.length; j++) {
            theta[place(columns.get(j))] += shift[j];
        }
        return new Fit(theta, EnumSet.copyOf(set(open)), hasSettled, fit);
    }

    private static EnumSet<Parameter> set(Set<Parameter> open) {
        EnumSet<Parameter> set = EnumSet.noneOf(Parameter.class);
        set.addAll(open);
        return set;
    }

    /** The animals about these values and wherever they move from there. */
    private List<LaplaceShift.Linearised> animals(double[] theta, double[][] own, List<Parameter> columns) {
        List<LaplaceShift.Linearised> animals = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            Course course = courses.get(i);
            double[] effects = own[i];
            animals.add((move, ownMove) -> {
                double[] moved = theta.clone();
                for (int j = 0; j < move.length; j++) {
                    moved[place(columns.get(j))] += move[j];
                }
                return subject(course, moved, new double[] {effects[0] + ownMove[0], effects[1] + ownMove[1]}, columns);
            });
        }
        return animals;
    }

    /** The linear mixed model about these values. */
    private MixedFit linear(double[] theta, double[][] own, List<Parameter> columns) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            subjects.add(subject(courses.get(i), theta, own[i], columns));
        }
        return MixedModel.fit(new MixedData(subjects), RandomStructure.CORRELATED, Criterion.REML);
    }

    private Subject subject(Course course, double[] theta, double[] own, List<Parameter> columns) {
        int rows = course.time.length;
        double[] base = curve(course, theta, own);
        double[][] slopes = new double[Parameter.values().length][];
        for (int j = 0; j < slopes.length; j++) {
            double[] moved = theta.clone();
            moved[j] += DIFFERENCE;
            double[] up = curve(course, moved, own);
            slopes[j] = new double[rows];
            for (int row = 0; row < rows; row++) {
                slopes[j][row] = (up[row] - base[row]) / DIFFERENCE;
            }
        }
        double[] y = new double[rows];
        double[][] fixed = new double[rows][columns.size()];
        double[][] random = new double[rows][RANDOM];
        for (int row = 0; row < rows; row++) {
            y[row] = course.logVolume[row] - base[row];
            for (int j = 0; j < columns.size(); j++) {
                fixed[row][j] = slopes[place(columns.get(j))][row];
                y[row] += fixed[row][j] * theta[place(columns.get(j))];
            }
            for (int j = 0; j < RANDOM; j++) {
                random[row][j] = slopes[j][row];
                y[row] += random[row][j] * own[j];
            }
        }
        return new Subject(y, fixed, random);
    }

    private double[] curve(Course course, double[] theta, double[] own) {
        return curves.get(course.arm).logVolume(Math.exp(theta[0] + own[0]), model(theta, own), course.time);
    }
}
