package org.kindlin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.inference.ModelResponse;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands share that ask a model for values at the end of a simulation or at rest. */
final class ResponseArguments {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "an SBML or Antimony (.ant) file, or a model of the library")
    private Path model = Path.of("");

    @Option(names = "--end", paramLabel = "T", description = "values at this time (default: at rest)")
    private @Nullable Double end;

    @Option(
            names = "--variables",
            split = ",",
            paramLabel = "NAME",
            description = "what to tell, in this order (default: every species)")
    private List<String> variables = List.of();

    @Option(names = "--amounts", split = ",", paramLabel = "NAME", description = "species to tell as amounts")
    private List<String> amounts = List.of();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "another value of a parameter or start")
    private Map<String, Double> set = Map.of();

    /**
     * A model that can be asked.
     *
     * @param given the numbers given to it, settings included
     */
    record Asked(CompiledModel model, ModelResponse response, List<String> names, double[] given) {

        /** The place of a parameter among the given numbers; a fault where there is none. */
        int slot(String id) {
            Optional<Integer> slot = model.equations().parameter(id);
            if (slot.isEmpty()) {
                Faults faults = new Faults();
                faults.add(new Fault(model.source(), "", "the model has no parameter '" + id + "'", "mend the name"));
                faults.throwIfAny();
            }
            return slot.orElseThrow();
        }
    }

    /** Reads and compiles the model, and makes it answer. */
    Asked ask(Console console) {
        if (end != null && !(end >= 0 && end < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(spec.commandLine(), "--end is a time from 0 on");
        }
        CompiledModel compiled = ModelArguments.compile(model, console);
        if (end == null && !compiled.equations().events().isEmpty()) {
            console.err().println(model + ": the state of rest is that without the model's events");
        }
        List<String> names = variables.isEmpty() ? all(compiled.equations()) : new ArrayList<>(variables);
        Observables observables = Observables.of(compiled, names, new HashSet<>(amounts));
        ModelResponse response = end == null
                ? ModelResponse.atRest(compiled, observables)
                : ModelResponse.atEnd(compiled, new SimulationOptions(0, end, 1, 1e-9, 1e-6, 1), observables);
        Asked asked = new Asked(compiled, response, names, compiled.equations().given());
        set.forEach((id, value) -> asked.given()[asked.slot(id)] = value);
        return asked;
    }

    /** The species; of a model that has none, what rate rules govern. */
    private static List<String> all(Equations equations) {
        List<String> species =
                equations.model().species().stream().map(each -> each.id()).toList();
        return species.isEmpty()
                ? equations.states().stream().map(each -> each.id()).toList()
                : species;
    }

    /** What the values are. */
    String when() {
        return end == null ? "at rest" : "at time " + end;
    }
}
