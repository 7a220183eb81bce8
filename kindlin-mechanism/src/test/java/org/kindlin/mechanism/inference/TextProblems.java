package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.antimony.Imports;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.petab.Condition;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.NoiseDistribution;
import org.kindlin.mechanism.petab.Observable;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.Scale;

/** Small estimation problems: a model as text whose variable {@code x} was measured. */
final class TextProblems {
    private TextProblems() {}

    /** Parameters are estimated as they are, between −10 and 10. */
    static PetabProblem of(
            String text, List<String> names, double[] nominal, double noise, double[] times, double[] values) {
        Faults faults = new Faults();
        Optional<Model> model = AntimonyReader.read(
                "m.ant", "model m\n" + text + "\nend\n", (Imports) name -> Optional.empty(), faults);
        faults.throwIfAny();
        List<PetabParameter> parameters = new ArrayList<>();
        for (int i = 0; i < nominal.length; i++) {
            parameters.add(new PetabParameter(
                    names.get(i), Scale.LIN, -10, 10, nominal[i], true, Optional.empty(), Optional.empty()));
        }
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            measurements.add(new Measurement(
                    1, "o", Optional.empty(), "c", times[i], values[i], List.of(), List.of(), Optional.empty()));
        }
        return new PetabProblem(
                "m",
                model.orElseThrow(),
                parameters,
                List.of(new Condition("c", List.of())),
                List.of(new Observable(
                        "o", Expression.symbol("x"), Scale.LIN, Expression.number(noise), NoiseDistribution.NORMAL)),
                measurements);
    }
}
