package org.kindlin.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model}: the mechanism on its own. */
@Command(
        name = "model",
        description = "Work with a mechanistic model.",
        footer = {"", "Example:", "  kindlin model simulate model.xml --end 100 --steps 50 --csv"})
final class ModelCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command with its own commands. */
    static CommandLine commandLine(Console console) {
        return new CommandLine(new ModelCommand())
                .addSubcommand(new ModelSimulateCommand(console))
                .addSubcommand(new ModelCheckCommand(console))
                .addSubcommand(new ModelConvertCommand(console))
                .addSubcommand(new ModelFitCommand(console))
                .addSubcommand(new ModelSteadyCommand(console))
                .addSubcommand(new ModelSensitivityCommand(console))
                .addSubcommand(new ModelSweepCommand(console))
                .addSubcommand(new ModelEnsembleCommand(console))
                .addSubcommand(new ModelDualCommand(console))
                .addSubcommand(new ModelEngagementCommand(console))
                .addSubcommand(new ModelCombinationCommand(console))
                .addSubcommand(new ModelPathwayCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do with the model: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
