package org.kindlin.mechanism.petab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.fault.Faults;
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

    private ProblemCheck(PetabProblem problem, PetabFiles files, Faults faults) {
        this.problem = problem;
        this.files = files;
        this.faults = faults;
        problem.parameters().forEach(each -> parameters.add(each.id()));
        problem.conditions().forEach(each -> conditions.add(each.id()));
        problem.observables().forEach(each -> observables.add(each.id()));
        Model model = problem.model();
        model.compartments().forEach(each -> entities.add(each.id()));
        model.species().forEach(each -> entities.add(each.id()));
        model.parameters().forEach(each -> entities.add(each.id()));
    }

    static void check(PetabProblem problem, PetabFiles files, Faults faults) {
        ProblemCheck check = new ProblemCheck(problem, files, faults);
        check.conditions();
        check.measurements();
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
        }
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
