package org.kindlin.benchmarks.trajectories;

import java.nio.file.Path;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.antimony.Imports;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.library.ModelLibrary;
import org.kindlin.mechanism.petab.Condition;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.PetabReader;
import org.kindlin.mechanism.petab.PetabValue;
import org.kindlin.mechanism.simulate.InitialPoint;

/**
 * A trajectory to be measured.
 *
 * @param given the given parameters, of which ensembles are made
 * @param start states and parameters at time 0
 * @param end last time
 */
record TrajectoryProblem(String name, CompiledModel model, double[] given, InitialPoint start, double end) {
    static final int OUTPUTS = 50;

    /**
     * A PEtab problem by its YAML file (nominal parameters, first condition, to the last measured time), a library model by
     * name (with 100 nM of drug for 72 h where it has one), or {@code cascade:LAYERS}.
     */
    static TrajectoryProblem of(String name) {
        if (name.startsWith("cascade:")) {
            return cascade(Integer.parseInt(name.substring(8)));
        }
        return ModelLibrary.names().contains(name) ? library(name) : petab(PetabReader.read(Path.of(name)));
    }

    private static TrajectoryProblem of(String name, CompiledModel model, double[] given, double end) {
        return new TrajectoryProblem(name, model, given, InitialPoint.of(model.equations(), given, 0), end);
    }

    private static TrajectoryProblem library(String name) {
        CompiledModel model = CompiledModel.of(name, ModelLibrary.model(name));
        double[] given = model.equations().given();
        model.equations().parameter("drug").ifPresent(slot -> given[slot] = 100);
        return of(name, model, given, 72);
    }

    /** A receptor and a cascade of kinases below it, with every complex of kinase and phosphatase: 5 states a layer. */
    private static TrajectoryProblem cascade(int layers) {
        StringBuilder text = new StringBuilder("model cascade\n  L = 1; R = 100; A0 = 0;\n");
        text.append("  J0: L + R -> A0; 0.1 * L * R - 0.5 * A0\n  Jd: A0 -> ; 0.01 * A0\n");
        for (int i = 1; i <= layers; i++) {
            String up = "A" + (i - 1);
            double fast = 1 + i % 4 * 10;
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "  I%1$d = %2$d; A%1$d = 0; C%1$d = 0; P%1$d = %3$d; D%1$d = 0;%n"
                            + "  Ja%1$d: %4$s + I%1$d -> C%1$d; 0.02 * %4$s * I%1$d - %5$s * C%1$d%n"
                            + "  Jb%1$d: C%1$d -> %4$s + A%1$d; %6$s * C%1$d%n"
                            + "  Jc%1$d: A%1$d + P%1$d -> D%1$d; 0.05 * A%1$d * P%1$d - %5$s * D%1$d%n"
                            + "  Jd%1$d: D%1$d -> P%1$d + I%1$d; %7$s * D%1$d%n",
                    i,
                    100 + 10 * i,
                    20 + i,
                    up,
                    fast,
                    0.5 * fast,
                    0.3 * fast));
        }
        Faults faults = new Faults();
        CompiledModel model = AntimonyReader.read(
                        "cascade", text.append("end\n").toString(), Imports.NONE, faults)
                .map(read -> CompiledModel.of("cascade", read))
                .orElseThrow(() -> new IllegalStateException(faults.all().toString()));
        return of("cascade:" + layers, model, model.equations().given(), 600);
    }

    private static TrajectoryProblem petab(PetabProblem problem) {
        CompiledModel model = CompiledModel.of(problem.name(), problem.model());
        Equations equations = model.equations();
        double[] given = equations.given();
        for (PetabParameter each : problem.parameters()) {
            equations.parameter(each.id()).ifPresent(slot -> given[slot] = each.nominal());
        }
        for (Condition.Change change : problem.conditions().getFirst().changes()) {
            equations.parameter(change.target()).ifPresent(slot -> given[slot] = value(problem, change.value()));
        }
        double end = problem.measurements().stream()
                .mapToDouble(Measurement::time)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return of(problem.name(), model, given, end);
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

    int states() {
        return start.state().length;
    }
}
