package org.kindlin.app;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.question.PathwayQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model pathway}: the pathway, drawn, with activities as colours. */
@Command(
        name = "pathway",
        description = "The FAK and Pyk2 pathway with the activity of every node under inhibitors, drawn.",
        footer = {
            "",
            "Example: the unbound average of 400 mg twice daily",
            "  kindlin model pathway --drug 65.3 --out answers --figures svg,png"
        })
final class ModelPathwayCommand implements Callable<Integer> {
    private static final int DRAWS = 200;
    private static final double MOST = 1e9;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--drug",
            defaultValue = "65.3",
            paramLabel = "NM",
            description = "unbound defactinib, nM (default: ${DEFAULT-VALUE}, the average of 400 mg twice daily)")
    private double drug;

    @Option(
            names = "--mek-drug",
            defaultValue = "0",
            paramLabel = "NM",
            description = "unbound avutometinib, nM (default: ${DEFAULT-VALUE})")
    private double mekDrug;

    @Option(
            names = "--pyk2",
            defaultValue = "10",
            paramLabel = "NM",
            description = "Pyk2 in the cell, nM; 0 is allowed (default: ${DEFAULT-VALUE})")
    private double pyk2;

    @Option(
            names = "--pyk2-ki",
            paramLabel = "NM",
            description = "Ki of defactinib on Pyk2, nM, in every draw too (default: 0.6 and its prior, 0.6 to 423)")
    private @Nullable Double pyk2Ki;

    @Option(
            names = "--hours",
            defaultValue = "72",
            paramLabel = "H",
            description = "hours of exposure (default: ${DEFAULT-VALUE})")
    private double hours;

    @Mixin
    private AnswerOptions options = new AnswerOptions();

    private final Console console;

    ModelPathwayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (double amount : new double[] {drug, mekDrug, pyk2, hours}) {
            if (!(amount >= 0 && amount <= MOST)) {
                throw new ParameterException(
                        spec.commandLine(), "--drug, --mek-drug, --pyk2 and --hours are from 0 to 1e9");
            }
        }
        if (pyk2Ki != null && !(pyk2Ki > 0 && pyk2Ki <= MOST)) {
            throw new ParameterException(spec.commandLine(), "--pyk2-ki is above 0 and at most 1e9");
        }
        OptionalDouble ki = pyk2Ki == null ? OptionalDouble.empty() : OptionalDouble.of(pyk2Ki);
        int draws = options.draws(DRAWS, spec.commandLine());
        return options.print(
                new PathwayQuestion(drug, mekDrug, pyk2, ki, hours, draws, options.seed()).answer(), console);
    }
}
