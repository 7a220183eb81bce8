package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.petab.Condition;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.Observable;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.PetabValue;
import org.kindlin.mechanism.petab.Scale;

/** A problem with its model compiled and its tables resolved: all that its likelihood needs. Immutable, shareable. */
public final class CompiledProblem {
    private final PetabProblem problem;
    private final CompiledModel model;
    private final List<PetabParameter> estimated;
    private final Map<String, Settings.Resolved> values = new HashMap<>();
    private final Map<String, Condition> conditions = new HashMap<>();
    private final Map<String, Integer> observableNumbers = new HashMap<>();
    private final Set<String> starts;
    private final ParameterizedSystem.ByParameter byParameter;
    private final EventFormulas eventFormulas;
    private final DelayFormulas delays;
    private final StartFormulas start;
    private final List<ObservableFormulas> observables = new ArrayList<>();
    private final List<Experiment> experiments = new ArrayList<>();
    private final boolean[] reaching;
    private final int measured;

    private CompiledProblem(PetabProblem problem, CompiledModel model, int measured) {
        this.problem = problem;
        this.measured = measured;
        this.model = model;
        this.estimated = problem.estimated();
        this.starts = PreparedModel.starts(problem);
        this.byParameter = ParameterizedSystem.ByParameter.of(model);
        this.start = new StartFormulas(model.equations());
        this.eventFormulas = EventFormulas.of(model);
        this.delays = DelayFormulas.of(model.equations());
        this.reaching = start.reaching(byParameter.slot(), eventFormulas.slots(model.equations()), delays.slots());
        resolveParameters();
        problem.conditions().forEach(each -> conditions.put(each.id(), each));
        for (Observable each : problem.observables()) {
            observableNumbers.put(each.id(), observables.size());
            observables.add(new ObservableFormulas(problem, each, model.equations()));
        }
        group();
    }

    /**
     * Compiles a problem.
     *
     * @throws InputFaultException where the model is faulty or has what estimation does not deal with
     */
    public static CompiledProblem of(PetabProblem problem) {
        CompiledModel model = CompiledModel.of(problem.name(), PreparedModel.of(problem));
        Refusals.check(problem, model);
        return new CompiledProblem(problem, model, problem.measurements().size());
    }

    /** The same problem with predictions beside its measurements. */
    public CompiledProblem predicting(List<PredictionCurve> curves) {
        List<Measurement> rows = new ArrayList<>(problem.measurements().subList(0, measured));
        curves.forEach(each -> rows.addAll(each.rows()));
        PetabProblem longer = new PetabProblem(
                problem.name(),
                problem.model(),
                problem.parameters(),
                problem.conditions(),
                problem.observables(),
                rows);
        return new CompiledProblem(longer, model, measured);
    }

    private void resolveParameters() {
        Model given = problem.model();
        given.parameters()
                .forEach(each ->
                        values.put(each.id(), new Settings.Resolved(each.value().orElse(Double.NaN), -1)));
        given.compartments()
                .forEach(each ->
                        values.put(each.id(), new Settings.Resolved(each.size().orElse(Double.NaN), -1)));
        int number = 0;
        for (PetabParameter each : problem.parameters()) {
            values.put(each.id(), new Settings.Resolved(each.nominal(), each.estimated() ? number++ : -1));
        }
    }

    private Settings.Resolved resolve(PetabValue value) {
        return switch (value) {
            case PetabValue.Literal(double number) -> new Settings.Resolved(number, -1);
            case PetabValue.Reference(String id) -> values.getOrDefault(id, new Settings.Resolved(Double.NaN, -1));
        };
    }

    private void group() {
        Equations equations = model.equations();
        Settings base = new Settings(equations.given());
        for (PetabParameter each : problem.parameters()) {
            equations.parameter(each.id()).ifPresent(slot -> base.set(slot, known(each.id())));
        }
        Map<List<String>, TreeMap<Double, List<Experiment.Point>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < problem.measurements().size(); i++) {
            Measurement each = problem.measurements().get(i);
            List<String> key = List.of(each.preequilibration().orElse(""), each.condition());
            groups.computeIfAbsent(key, k -> new TreeMap<>())
                    .computeIfAbsent(each.time(), k -> new ArrayList<>())
                    .add(point(i, each));
        }
        groups.forEach((key, points) -> experiments.add(experiment(base, key.get(0), key.get(1), points)));
    }

    private Settings.Resolved known(String id) {
        return values.getOrDefault(id, new Settings.Resolved(Double.NaN, -1));
    }

    private Experiment.Point point(int index, Measurement measurement) {
        int number = observableNumbers.getOrDefault(measurement.observable(), 0);
        ObservableFormulas formulas = observables.get(number);
        List<Settings.Resolved> placeholders = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < measurement.observableParameters().size(); i++) {
            slots.add(formulas.observableSlots()[i]);
            placeholders.add(resolve(measurement.observableParameters().get(i)));
        }
        for (int i = 0; i < measurement.noiseParameters().size(); i++) {
            slots.add(formulas.noiseSlots()[i]);
            placeholders.add(resolve(measurement.noiseParameters().get(i)));
        }
        return new Experiment.Point(
                index, number, slots.stream().mapToInt(Integer::intValue).toArray(), placeholders);
    }

    private Experiment experiment(
            Settings base, String before, String condition, Map<Double, List<Experiment.Point>> points) {
        Optional<Settings> pre = before.isEmpty() ? Optional.empty() : Optional.of(settings(base, before));
        Settings settings = settings(base, condition);
        int[] columns = new int[estimated.size()];
        Arrays.fill(columns, -1);
        int width = 0;
        for (int slot = 0; slot < reaching.length; slot++) {
            for (Settings each : pre.map(p -> List.of(p, settings)).orElse(List.of(settings))) {
                int source = each.source(slot);
                if (reaching[slot] && source >= 0 && columns[source] < 0) {
                    columns[source] = width++;
                }
            }
        }
        return new Experiment(
                pre,
                settings,
                restarted(condition),
                columns,
                width,
                points.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                List.copyOf(points.values()));
    }

    private Settings settings(Settings base, String conditionId) {
        Settings settings = new Settings(base);
        Condition condition = conditions.get(conditionId);
        if (condition == null) {
            return settings;
        }
        Equations equations = model.equations();
        for (Condition.Change change : condition.changes()) {
            boolean asStart = starts.contains(change.target());
            String name = asStart ? PreparedModel.start(change.target()) : change.target();
            equations.parameter(name).ifPresent(slot -> settings.set(slot, resolve(change.value())));
            if (asStart) {
                equations
                        .parameter(PreparedModel.isSet(change.target()))
                        .ifPresent(slot -> settings.set(slot, new Settings.Resolved(1, -1)));
            }
        }
        return settings;
    }

    private boolean[] restarted(String conditionId) {
        Condition condition = conditions.get(conditionId);
        boolean[] restarted = new boolean[model.equations().states().size()];
        for (int i = 0; i < restarted.length; i++) {
            String id = model.equations().states().get(i).id();
            restarted[i] = condition != null
                    && condition.changes().stream()
                            .anyMatch(change -> change.target().equals(id));
        }
        return restarted;
    }

    /** The problem as it was read. */
    public PetabProblem problem() {
        return problem;
    }

    /** The estimated parameters in the order of the table. */
    public List<PetabParameter> estimated() {
        return estimated;
    }

    /** Lower bounds on the parameters' scales. */
    public double[] lower() {
        return estimated.stream()
                .mapToDouble(each -> each.scale().apply(each.lower()))
                .toArray();
    }

    /** Upper bounds on the parameters' scales. */
    public double[] upper() {
        return estimated.stream()
                .mapToDouble(each -> each.scale().apply(each.upper()))
                .toArray();
    }

    /** Nominal values on the parameters' scales; not a number where there is none. */
    public double[] nominal() {
        return estimated.stream()
                .mapToDouble(each -> each.scale().apply(each.nominal()))
                .toArray();
    }

    /** How many rows are measurements; the others are predictions. */
    int measured() {
        return measured;
    }

    /** The scale of the observable that a prediction is of. */
    Scale scaleOfPrediction(int row) {
        String observable = problem.measurements().get(measured + row).observable();
        return observables
                .get(observableNumbers.getOrDefault(observable, 0))
                .observable()
                .scale();
    }

    CompiledModel model() {
        return model;
    }

    ParameterizedSystem.ByParameter byParameter() {
        return byParameter;
    }

    EventFormulas eventFormulas() {
        return eventFormulas;
    }

    DelayFormulas delays() {
        return delays;
    }

    StartFormulas start() {
        return start;
    }

    List<ObservableFormulas> observables() {
        return observables;
    }

    List<Experiment> experiments() {
        return experiments;
    }
}
