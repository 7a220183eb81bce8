package org.kindlin.mechanism.petab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;

/** Looks whether the tables of a problem fit each other and its model. */
final class ProblemCheck {
    private final PetabProblem problem;
    private final PetabFiles files;
    private final Faults faults;
    private final Set<String> parameters = new HashSet<>();
    private final Set<String> conditions = new HashSet<>();
    private final Set<String> observables = new HashSet<>();
    private final Set<String> entities = new HashSet<>();
    private final Set<String> symbols = new HashSet<>();
    private final Map<String, Observable> byId = new HashMap<>();
    private final Map<String, Set<String>> placeholders = new HashMap<>();

    private ProblemCheck(PetabProblem problem, PetabFiles files, Faults faults) {
        this.problem = problem;
        this.files = files;
        this.faults = faults;
        problem.parameters().forEach(each -> parameters.add(each.id()));
        problem.conditions().forEach(each -> conditions.add(each.id()));
        problem.observables().forEach(each -> observables.add(each.id()));
        problem.observables().forEach(this::take);
        Model model = problem.model();
        model.compartments().forEach(each -> entities.add(each.id()));
        model.species().forEach(each -> entities.add(each.id()));
        model.parameters().forEach(each -> entities.add(each.id()));
    }

    static void check(PetabProblem problem, PetabFiles files, Faults faults) {
        ProblemCheck check = new ProblemCheck(problem, files, faults);
        check.conditions();
        check.measurements();
        check.uses();
    }

    private void conditions() {
        String file = files.conditions().getFirst();
        for (Condition condition : problem.conditions()) {
            for (Condition.Change change : condition.changes()) {
                if (!entities.contains(change.target())) {
                    faults.add(
                            file,
                            "column " + change.target(),
                            "the model has no '" + change.target() + "'",
                            "name a parameter, species or compartment of the model");
                }
                reference(file, "condition " + condition.id(), change.value());
            }
        }
    }

    private void measurements() {
        String file = files.measurements().getFirst();
        for (Measurement each : problem.measurements()) {
            String place = "line " + each.line();
            if (!observables.contains(each.observable())) {
                faults.add(file, place, "no observable '" + each.observable() + "'", "add it to the observable table");
            }
            condition(file, place, each.condition());
            each.preequilibration().ifPresent(id -> condition(file, place, id));
            values(file, place, each.observableParameters());
            values(file, place, each.noiseParameters());
            placeholders(file, place, each);
        }
    }

    /** A placeholder that a measurement leaves open would have no value. */
    private void placeholders(String file, String place, Measurement measurement) {
        Observable observable = byId.get(measurement.observable());
        if (observable == null) {
            return;
        }
        Set<String> open = new TreeSet<>(placeholders.getOrDefault(observable.id(), Set.of()));
        for (int i = 1; i <= measurement.observableParameters().size() && !open.isEmpty(); i++) {
            open.remove(observable.observablePlaceholder(i));
        }
        for (int i = 1; i <= measurement.noiseParameters().size() && !open.isEmpty(); i++) {
            open.remove(observable.noisePlaceholder(i));
        }
        for (String name : open) {
            String column = name.startsWith("noise") ? "noiseParameters" : "observableParameters";
            faults.add(file, place, "nothing stands for '" + name + "'", "fill column " + column);
        }
    }

    /** An estimated parameter that nothing uses is most likely another one's name, mistyped. */
    private void uses() {
        Set<String> used = new HashSet<>(entities);
        used.addAll(symbols);
        problem.conditions().stream()
                .flatMap(each -> each.changes().stream())
                .forEach(change -> use(change.value(), used));
        for (Measurement each : problem.measurements()) {
            each.observableParameters().forEach(value -> use(value, used));
            each.noiseParameters().forEach(value -> use(value, used));
        }
        for (PetabParameter each : problem.estimated()) {
            if (!used.contains(each.id())) {
                faults.add(
                        files.parameters().getFirst(),
                        "parameter " + each.id(),
                        "is estimated, but neither the model nor any table uses it",
                        "mend the name, or leave it out");
            }
        }
    }

    private static void use(PetabValue value, Set<String> used) {
        if (value instanceof PetabValue.Reference(String id)) {
            used.add(id);
        }
    }

    private void take(Observable observable) {
        byId.put(observable.id(), observable);
        Set<String> all = symbols(observable);
        symbols.addAll(all);
        String pattern = "(observable|noise)Parameter\\d+_" + Pattern.quote(observable.id());
        placeholders.put(
                observable.id(),
                all.stream().filter(each -> each.matches(pattern)).collect(Collectors.toSet()));
    }

    private static Set<String> symbols(Observable observable) {
        Set<String> symbols = new HashSet<>();
        Deque<Expression> open = new ArrayDeque<>(List.of(observable.formula(), observable.noise()));
        while (!open.isEmpty()) {
            Expression each = open.pop();
            if (each instanceof Expression.Symbol(String id)) {
                symbols.add(id);
            }
            each.parts().forEach(open::push);
        }
        return symbols;
    }

    private void values(String file, String place, List<PetabValue> values) {
        values.forEach(value -> reference(file, place, value));
    }

    private void condition(String file, String place, String id) {
        if (!conditions.contains(id)) {
            faults.add(file, place, "no condition '" + id + "'", "add it to the condition table");
        }
    }

    private void reference(String file, String place, PetabValue value) {
        if (value instanceof PetabValue.Reference(String id) && !parameters.contains(id) && !entities.contains(id)) {
            faults.add(file, place, "no parameter '" + id + "'", "add it to the parameter table");
        }
    }
}
