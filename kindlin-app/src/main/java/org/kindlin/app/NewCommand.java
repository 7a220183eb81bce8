package org.kindlin.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kindlin.study.StudyTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin new}: a study folder that runs as it is. */
@Command(
        name = "new",
        description = "Make a study folder that runs as it is, to be filled with your own data.",
        footer = {"", "Example:", "  kindlin new my-study --template kinase", "  kindlin run my-study"})
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "the new folder")
    private Path folder;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "kinase",
            description = "kinase, viability, dose-response (default: ${DEFAULT-VALUE})")
    private String template;

    private final Console console;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StudyTemplate found = StudyTemplate.find(template)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no template '" + template + "'; there are: "
                                + String.join(
                                        ", ",
                                        StudyTemplate.all().stream()
                                                .map(StudyTemplate::name)
                                                .toList())));
        found.create(folder).forEach(console.out()::println);
        console.out().println("run it: kindlin run " + folder);
        return ExitCode.DONE;
    }
}
