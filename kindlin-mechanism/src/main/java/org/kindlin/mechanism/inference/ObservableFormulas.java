package org.kindlin.mechanism.inference;

import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.mechanism.petab.Observable;
import org.kindlin.mechanism.petab.PetabProblem;

/**
 * The value and noise of one observable with their derivatives by states and parameters, and the slots of its
 * placeholders. Immutable.
 */
final class ObservableFormulas {
    private final Observable observable;
    private final Formulas values;
    private final Formulas partials;
    private final SparseGradient byState;
    private final SparseGradient byParameter;
    private final int[] observableSlots;
    private final int[] noiseSlots;

    ObservableFormulas(PetabProblem problem, Observable observable, Equations equations) {
        this.observable = observable;
        int[] nodes = {
            equations.values().getOrDefault(PreparedModel.observable(observable.id()), 0),
            equations.values().getOrDefault(PreparedModel.noise(observable.id()), 0)
        };
        this.values = Formulas.compiled(equations.graph(), nodes);
        this.byState = SparseGradient.of(equations.graph(), Op.STATE, nodes);
        this.byParameter = SparseGradient.of(equations.graph(), Op.PARAMETER, nodes);
        this.partials = Formulas.compiled(
                equations.graph(),
                IntStream.concat(IntStream.of(byState.nodes()), IntStream.of(byParameter.nodes()))
                        .toArray());
        Placeholders placeholders = Placeholders.of(problem, observable);
        this.observableSlots = slots(equations, placeholders.values());
        this.noiseSlots = slots(equations, placeholders.noises());
    }

    private static int[] slots(Equations equations, List<String> names) {
        return names.stream()
                .mapToInt(name -> equations.parameter(name).orElseThrow())
                .toArray();
    }

    Observable observable() {
        return observable;
    }

    Formulas values() {
        return values;
    }

    Formulas partials() {
        return partials;
    }

    /** Rows 0 (value) and 1 (noise) by states; the first of {@link #partials}. */
    SparseGradient byState() {
        return byState;
    }

    /** Rows 0 (value) and 1 (noise) by parameters; the rest of {@link #partials}. */
    SparseGradient byParameter() {
        return byParameter;
    }

    /** Slots of the placeholders in the value. */
    int[] observableSlots() {
        return observableSlots;
    }

    /** Slots of the placeholders in the noise. */
    int[] noiseSlots() {
        return noiseSlots;
    }
}
