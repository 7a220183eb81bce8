package org.kindlin.benchmarks.trajectories;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.petab.Condition;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.PetabReader;
import org.kindlin.mechanism.petab.PetabValue;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.OdeStatistics;
import org.kindlin.numerics.ode.OdeSystem;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * One trajectory of PEtab models at their nominal parameters and first condition, to the last measured time, with 50
 * outputs: microseconds of processor time (median of eleven rounds, warm) at relative tolerance 1e-6 and absolute 1e-9,
 * and the largest error of any state at any output in units of that tolerance, against the same at 1e-12 and 1e-15.
 *
 * <pre>java -cp ... org.kindlin.benchmarks.trajectories.TrajectoryBenchmark Fujita_SciSignal2010.yaml Lucarelli_CellSystems2018.yaml ...</pre>
 *
 * <p>Models of the collection that are meant: Fujita_SciSignal2010, Lucarelli_CellSystems2018, Alkan_SciSignal2018,
 * SalazarCavazos_MBoC2020.
 */
public final class TrajectoryBenchmark {
    private static final int OUTPUTS = 50;
    private static final int ROUNDS = 11;
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-9;
    private static final double[] NO_PAST = new double[0];

    private final CompiledModel model;
    private final double[] parameters;
    private final double[] start;
    private final double end;

    private TrajectoryBenchmark(PetabProblem problem) {
        model = CompiledModel.of(problem.name(), problem.model());
        Equations equations = model.equations();
        double[] given = equations.given();
        for (PetabParameter each : problem.parameters()) {
            equations.parameter(each.id()).ifPresent(slot -> given[slot] = each.nominal());
        }
        for (Condition.Change change : problem.conditions().getFirst().changes()) {
            equations.parameter(change.target()).ifPresent(slot -> given[slot] = value(problem, change.value()));
        }
        parameters = evaluate(
                equations.initialParameters(), given, equations.states().size());
        start = evaluate(equations.initialStates(), given, equations.states().size());
        end = problem.measurements().stream()
                .mapToDouble(Measurement::time)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private static double value(PetabProblem problem, PetabValue value) {
        return switch (value) {
            case PetabValue.Literal(double number) -> number;
            case PetabValue.Reference(String id) ->
                problem.parameters().stream()
                        .filter(each -> each.id().equals(id))
                        .mapToDouble(PetabParameter::nominal)
                        .findFirst()
                        .orElse(Double.NaN);
        };
    }

    private double[] evaluate(int[] nodes, double[] given, int states) {
        Formulas formulas = Formulas.interpreted(model.equations().graph(), nodes);
        double[] values = new double[nodes.length];
        formulas.kernel().evaluate(0, new double[states], given, NO_PAST, formulas.newWork(), values);
        return values;
    }

    public static void main(String[] arguments) {
        for (String argument : arguments) {
            long before = System.nanoTime();
            TrajectoryBenchmark benchmark = new TrajectoryBenchmark(PetabReader.read(Path.of(argument)));
            double compiled = (System.nanoTime() - before) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d states, read and compiled in %.0f ms%n",
                    argument,
                    benchmark.start.length,
                    compiled);
            for (IntegrationMethod method : IntegrationMethod.values()) {
                benchmark.measure(method);
            }
        }
    }

    private void measure(IntegrationMethod method) {
        OdeOptions options =
                OdeOptions.of(RELATIVE, ABSOLUTE).withMethod(method).withMaximumSteps(100_000);
        Course course = new Course(model, parameters);
        OdeIntegrator integrator = new OdeIntegrator(course, course, options);
        double[][] values = new double[OUTPUTS][start.length];
        if (!run(integrator, values)) {
            System.out.printf(Locale.ROOT, "  %-9s fails%n", method);
            return;
        }
        OdeStatistics first = integrator.statistics();
        double[][] exact = new double[OUTPUTS][start.length];
        run(
                new OdeIntegrator(
                        course,
                        course,
                        OdeOptions.of(1e-12, 1e-15)
                                .withMethod(IntegrationMethod.STIFF)
                                .withMaximumSteps(10_000_000)),
                exact);
        double error = 0;
        for (int t = 0; t < OUTPUTS; t++) {
            for (int i = 0; i < start.length; i++) {
                double tolerance = ABSOLUTE + RELATIVE * Math.abs(exact[t][i]);
                error = Math.max(error, Math.abs(values[t][i] - exact[t][i]) / tolerance);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-9s %9.1f us, error %.2f tolerances, %d steps, %d rejected, %d derivatives, %d factorisations%n",
                method,
                microseconds(integrator, values),
                error,
                first.steps(),
                first.rejected(),
                first.derivatives(),
                first.factorisations());
    }

    private double microseconds(OdeIntegrator integrator, double[][] values) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long warm = System.nanoTime();
        while (System.nanoTime() - warm < 3_000_000_000L) {
            run(integrator, values);
        }
        double[] rounds = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            long before = clock.getCurrentThreadCpuTime();
            int runs = 0;
            while (clock.getCurrentThreadCpuTime() - before < 50_000_000L) {
                run(integrator, values);
                runs++;
            }
            rounds[r] = (clock.getCurrentThreadCpuTime() - before) / 1e3 / runs;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private boolean run(OdeIntegrator integrator, double[][] values) {
        integrator.reset();
        integrator.start(0, start);
        for (int t = 0; t < OUTPUTS; t++) {
            double target = end * (t + 1) / OUTPUTS;
            Advance advance = integrator.advance(target);
            while (advance instanceof Advance.RootsCrossed) {
                advance = integrator.advance(target);
            }
            if (advance instanceof Advance.Failed) {
                return false;
            }
            integrator.copyState(values[t]);
        }
        return true;
    }

    /** A compiled model with fixed parameters. */
    private record Course(CompiledModel model, double[] parameters, double[] f, double[] j, double[] g)
            implements OdeSystem, RootFunctions {
        Course(CompiledModel model, double[] parameters) {
            this(
                    model,
                    parameters,
                    model.derivatives().newWork(),
                    model.jacobian().newWork(),
                    model.roots().newWork());
        }

        @Override
        public int dimension() {
            return model.derivatives().count();
        }

        @Override
        public void derivatives(double time, double[] state, double[] derivatives) {
            model.derivatives().kernel().evaluate(time, state, parameters, NO_PAST, f, derivatives);
        }

        @Override
        public SparsePattern jacobianPattern() {
            return model.pattern();
        }

        @Override
        public void jacobian(double time, double[] state, double[] values) {
            model.jacobian().kernel().evaluate(time, state, parameters, NO_PAST, j, values);
        }

        @Override
        public int count() {
            return model.roots().count();
        }

        @Override
        public void values(double time, double[] state, double[] values) {
            model.roots().kernel().evaluate(time, state, parameters, NO_PAST, g, values);
        }
    }
}
