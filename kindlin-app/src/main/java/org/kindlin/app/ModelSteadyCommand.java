package org.kindlin.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindlin model steady}: where a model comes to rest. */
@Command(
        name = "steady",
        description = {
            "The state of rest that a model runs into from its start.",
            "Events are left out; of several states of rest it is the one whose basin holds the start."
        },
        footer = {"", "Example:", "  kindlin model steady model.xml --variables A,B --set k1=0.3"})
final class ModelSteadyCommand implements Callable<Integer> {
    @Mixin
    private ResponseArguments arguments = new ResponseArguments();

    private final Console console;

    ModelSteadyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ResponseArguments.Asked asked = arguments.ask(console);
        Optional<double[]> values = asked.response().of(asked.given());
        if (values.isEmpty()) {
            throw new InputFaultException(new Fault(
                    asked.model().source(),
                    "",
                    "the model does not come to rest",
                    "it may oscillate, grow or be driven in time: simulate it"));
        }
        StringBuilder text = new StringBuilder("name,value\n");
        for (int i = 0; i < asked.names().size(); i++) {
            text.append(asked.names().get(i))
                    .append(',')
                    .append(values.get()[i])
                    .append('\n');
        }
        console.out().print(text);
        return ExitCode.DONE;
    }
}
