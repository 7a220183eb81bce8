package org.kindlin.app;

import java.util.List;
import org.kindlin.fault.InputFaultException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's entry: arguments in, exit code out. */
@Command(
        name = "kindlin",
        versionProvider = VersionText.class,
        description = {
            "The open workbench for evaluating inhibitors of focal adhesion signalling:",
            "from the raw instrument file to a number that can be defended."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example: the study that comes with Kindlin",
            "  kindlin run examples/defactinib",
            "",
            "Exit codes: 0 done, 1 the input cannot be analysed (one line per fault), 2 usage, 70 a defect of ours."
        })
public final class Kindlin {

    private Kindlin() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int code = run(arguments, console);
        console.flush();
        System.exit(code);
    }

    /** Runs one command; nothing escapes but an exit code. */
    static int run(String[] arguments, Console console) {
        CommandLine line = commandLine(console);
        line.setExecutionExceptionHandler((thrown, command, parsed) -> outcome(thrown, arguments, console));
        try {
            return line.execute(arguments);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            return outcome(thrown, arguments, console);
        }
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Kindlin());
        List.of(
                        new RunCommand(console),
                        new NewCommand(console),
                        new AnalyzeCommand(console),
                        new PlanCommand(console),
                        new LabCommand(console),
                        new VerifyCommand(console),
                        new ExportCommand(console),
                        new ConvertCommand(console),
                        new AssaysCommand(console),
                        new FormatsCommand(console),
                        new SchemaCommand(console),
                        new EvidenceCommand(console),
                        ModelCommand.commandLine(console))
                .forEach(line::addSubcommand);
        addHelp(line);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler(Kindlin::usage);
        return line;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().forEach(Kindlin::addHelp);
    }

    private static int usage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("kindlin: " + message(wrong));
        command.getErr().println("usage: " + command.getHelp().synopsis(0).strip());
        command.getErr().println("'" + command.getCommandSpec().qualifiedName() + " --help' shows an example");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException wrong) {
        boolean isCommand = wrong instanceof UnmatchedArgumentException unmatched
                && unmatched.getCommandLine().getParent() == null
                && !unmatched.getUnmatched().getFirst().startsWith("-");
        return isCommand
                ? "there is no command '"
                        + ((UnmatchedArgumentException) wrong).getUnmatched().getFirst() + "'; there are: "
                        + String.join(
                                ", ", wrong.getCommandLine().getSubcommands().keySet())
                : String.valueOf(wrong.getMessage());
    }

    static int outcome(Throwable thrown, String[] arguments, Console console) {
        if (thrown instanceof InputFaultException faulty) {
            faulty.faults().forEach(fault -> console.err().println(fault));
            return ExitCode.INPUT;
        }
        if (thrown instanceof OutOfMemoryError) {
            console.err()
                    .println(
                            "kindlin: " + (Runtime.getRuntime().maxMemory() >> 20)
                                    + " MiB of memory are too few for this (allow more with JAVA_TOOL_OPTIONS=-Xmx8g, or give less)");
            return ExitCode.INPUT;
        }
        return thrown instanceof ParameterException wrong
                ? usage(wrong, arguments)
                : Defect.report(thrown, arguments, console);
    }
}
