package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.List;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.Observable;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.Scale;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.OdeOptions;

/**
 * The negative log-posterior of a problem as a function of its estimated parameters on their scales, with its gradient
 * from forward sensitivities and the Fisher information. A workspace: one belongs to one task.
 */
public final class PetabLikelihood implements Objective {
    private final CompiledProblem problem;
    private final List<ExperimentRun> runs;
    private final boolean withPriors;
    private final int size;
    private final NoiseModel noise = new NoiseModel();
    private final double[] values;
    private final double[] rates;
    private final double[] byObservable;
    private final double[] byNoise;
    private final double[] two = new double[2];
    private final double[] simulated;
    private final double[] predictedNoise;
    private final double[][] predictionGradients;
    private final boolean[] moving;
    private double chiSquared;
    private boolean coursesKept;
    private boolean onlyObserved;

    /**
     * A likelihood.
     *
     * @param relative relative tolerance of the simulations
     * @param absolute absolute tolerance of every state
     * @param withPriors whether priors of the objective are added
     */
    public PetabLikelihood(CompiledProblem problem, double relative, double absolute, boolean withPriors) {
        OdeOptions options = OdeOptions.of(relative, absolute)
                .withMethod(IntegrationMethod.STIFF)
                .withMaximumSteps(20_000);
        this.problem = problem;
        this.withPriors = withPriors;
        this.size = problem.estimated().size();
        this.runs = problem.experiments().stream()
                .map(each -> new ExperimentRun(problem, each, options))
                .toList();
        this.values = new double[size];
        this.rates = new double[size];
        this.byObservable = new double[size];
        this.byNoise = new double[size];
        this.simulated = new double[problem.problem().measurements().size()];
        this.predictedNoise = new double[simulated.length - problem.measured()];
        this.predictionGradients = new double[predictedNoise.length][size];
        this.moving = new boolean[size];
        for (Experiment each : problem.experiments()) {
            for (int i = 0; i < size; i++) {
                moving[i] |= each.columns()[i] >= 0;
            }
        }
    }

    @Override
    public int dimension() {
        return size;
    }

    /** Which parameters move a course; the others (scales, offsets, noise) only observables know. */
    boolean[] moving() {
        return moving.clone();
    }

    @Override
    public double value(double[] point) {
        return evaluate(point, new double[0], new double[0][], false);
    }

    @Override
    public double derivatives(double[] point, double[] gradient, double[][] hessian) {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double value = evaluate(point, gradient, hessian, true);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return value;
    }

    /**
     * As {@link #derivatives} along the courses of the last evaluation, nothing being simulated: the parameters that move
     * courses are taken to be what they were, and have no derivatives.
     */
    double alongKeptCourses(double[] point, double[] gradient, double[][] hessian) {
        if (!coursesKept) {
            return Double.POSITIVE_INFINITY;
        }
        onlyObserved = true;
        try {
            return derivatives(point, gradient, hessian);
        } finally {
            onlyObserved = false;
        }
    }

    /** Derivatives of the parameters' values by their places on the scales, of the last evaluation. */
    double[] rates() {
        return rates.clone();
    }

    /** The place on the scale of a parameter after its value has changed by a step, within bounds on the scale. */
    double moved(int parameter, double place, double step, double lower, double upper) {
        Scale scale = problem.estimated().get(parameter).scale();
        double value = scale.invert(place) + step;
        boolean below = scale != Scale.LIN && !(value > 0);
        double moved = step == 0 ? place : below ? lower : scale.apply(value);
        return Double.isNaN(moved) ? place : Math.clamp(moved, lower, upper);
    }

    /** What the last evaluation gave for each measurement, in the order of the table, on the linear scale. */
    public double[] simulated() {
        return Arrays.copyOf(simulated, problem.measured());
    }

    /** A prediction of the last evaluation, on the linear scale. */
    double predicted(int row) {
        return simulated[problem.measured() + row];
    }

    /** The noise of a prediction; not a number where its formula has no positive value. */
    double predictedNoise(int row) {
        return predictedNoise[row] > 0 ? predictedNoise[row] : Double.NaN;
    }

    /** The gradient of a prediction on the linear scale, from the last evaluation with derivatives. */
    double[] predictionGradient(int row) {
        return predictionGradients[row];
    }

    /** The sum of squared residuals, in units of the noise and on the observables' scales, of the last evaluation. */
    public double chiSquared() {
        return chiSquared;
    }

    private double evaluate(double[] point, double[] gradient, double[][] hessian, boolean derivatives) {
        for (int i = 0; i < size; i++) {
            PetabParameter parameter = problem.estimated().get(i);
            values[i] = parameter.scale().invert(point[i]);
            rates[i] = 1 / parameter.scale().slope(values[i]);
        }
        chiSquared = 0;
        Arrays.fill(simulated, Double.NaN);
        double total = 0;
        boolean simulates = !onlyObserved;
        coursesKept = !simulates;
        for (ExperimentRun run : runs) {
            total += simulates ? experiment(run, gradient, hessian, derivatives) : recalled(run, gradient, hessian);
            if (!Double.isFinite(total)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        coursesKept = true;
        return withPriors ? total + priors(point, gradient, hessian, derivatives) : total;
    }

    private double experiment(ExperimentRun run, double[] gradient, double[][] hessian, boolean derivatives) {
        run.reset();
        if (!run.begin(values, rates, derivatives)) {
            return Double.POSITIVE_INFINITY;
        }
        double total = 0;
        double[] times = run.experiment().times();
        for (int k = 0; k < times.length; k++) {
            if (!run.advance(times[k], derivatives)) {
                return Double.POSITIVE_INFINITY;
            }
            run.keep(k);
            for (Experiment.Point each : run.experiment().points().get(k)) {
                total += measurement(run, each, times[k], gradient, hessian, derivatives);
            }
        }
        return total;
    }

    private double recalled(ExperimentRun run, double[] gradient, double[][] hessian) {
        double total = 0;
        double[] times = run.experiment().times();
        for (int k = 0; k < times.length; k++) {
            run.recall(k, values);
            for (Experiment.Point each : run.experiment().points().get(k)) {
                total += measurement(run, each, times[k], gradient, hessian, true);
            }
        }
        return total;
    }

    private double measurement(
            ExperimentRun run,
            Experiment.Point point,
            double time,
            double[] gradient,
            double[][] hessian,
            boolean derivatives) {
        ObservableFormulas formulas = problem.observables().get(point.observable());
        Observable observable = formulas.observable();
        Measurement measurement = problem.problem().measurements().get(point.index());
        run.fill(point, values);
        formulas.values()
                .kernel()
                .evaluate(
                        time,
                        run.state,
                        run.parameters,
                        new double[0],
                        formulas.values().newWork(),
                        two);
        simulated[point.index()] = two[0];
        int prediction = point.index() - problem.measured();
        if (prediction >= 0) {
            predictedNoise[prediction] = two[1];
            if (derivatives) {
                differentiate(run, point, time, formulas);
                System.arraycopy(byObservable, 0, predictionGradients[prediction], 0, size);
            }
            return 0;
        }
        noise.evaluate(measurement, observable.scale(), observable.distribution(), two[0], two[1]);
        chiSquared += noise.chiSquared;
        if (derivatives && Double.isFinite(noise.value)) {
            differentiate(run, point, time, formulas);
            add(gradient, hessian);
        }
        return noise.value;
    }

    /** Derivatives of the observable and its noise by every estimated parameter on its scale. */
    private void differentiate(ExperimentRun run, Experiment.Point point, double time, ObservableFormulas formulas) {
        double[] partials = new double[formulas.partials().count()];
        formulas.partials()
                .kernel()
                .evaluate(
                        time,
                        run.state,
                        run.parameters,
                        new double[0],
                        formulas.partials().newWork(),
                        partials);
        Arrays.fill(byObservable, 0);
        Arrays.fill(byNoise, 0);
        Experiment experiment = run.experiment();
        SparseGradient byState = formulas.byState();
        for (int k = 0; k < byState.count(); k++) {
            spread(experiment, byState.row()[k], partials[k], run.sensitivities, byState.variable()[k]);
        }
        SparseGradient byParameter = formulas.byParameter();
        for (int k = 0; k < byParameter.count(); k++) {
            double partial = partials[byState.count() + k];
            int slot = byParameter.variable()[k];
            direct(experiment, point, byParameter.row()[k], partial, slot, run.parameterDirections);
        }
    }

    private double[] of(int row) {
        return row == 0 ? byObservable : byNoise;
    }

    private void spread(Experiment experiment, int row, double partial, double[] directions, int at) {
        if (onlyObserved) {
            return;
        }
        double[] into = of(row);
        int width = experiment.width();
        int[] columns = experiment.columns();
        for (int i = 0; i < size; i++) {
            if (columns[i] >= 0) {
                into[i] += partial * directions[at * width + columns[i]];
            }
        }
    }

    /** By a parameter slot: a placeholder, a parameter that moves the course too, or one that only observables know. */
    private void direct(
            Experiment experiment, Experiment.Point point, int row, double partial, int slot, double[] directions) {
        for (int i = 0; i < point.slots().length; i++) {
            if (point.slots()[i] == slot) {
                int source = point.placeholders().get(i).estimated();
                if (source >= 0) {
                    of(row)[source] += partial * rates[source];
                }
                return;
            }
        }
        int source = experiment.settings().source(slot);
        if (source >= 0 && experiment.columns()[source] < 0) {
            of(row)[source] += partial * rates[source];
        } else {
            spread(experiment, row, partial, directions, slot);
        }
    }

    private void add(double[] gradient, double[][] hessian) {
        for (int i = 0; i < size; i++) {
            gradient[i] += noise.byObservable * byObservable[i] + noise.byNoise * byNoise[i];
            if (byObservable[i] != 0 || byNoise[i] != 0) {
                double first = noise.observableInformation * byObservable[i];
                double second = noise.noiseInformation * byNoise[i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += first * byObservable[j] + second * byNoise[j];
                }
            }
        }
    }

    private double priors(double[] point, double[] gradient, double[][] hessian, boolean derivatives) {
        double total = 0;
        for (int i = 0; i < size; i++) {
            PetabParameter parameter = problem.estimated().get(i);
            if (parameter.prior().isPresent()) {
                total -= parameter.prior().get().logDensity(point[i], parameter.scale());
                if (derivatives) {
                    double slope = parameter.prior().get().slope(point[i], parameter.scale());
                    gradient[i] -= slope;
                    hessian[i][i] += parameter.prior().get().information(point[i], parameter.scale());
                }
            }
        }
        return total;
    }
}
