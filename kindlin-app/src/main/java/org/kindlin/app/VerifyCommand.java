package org.kindlin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.study.Experiment;
import org.kindlin.study.Finding;
import org.kindlin.study.RunListener;
import org.kindlin.study.Study;
import org.kindlin.study.StudyVerifier;
import org.kindlin.study.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindlin verify}: do the results still hold? */
@Command(
        name = "verify",
        description = "Recompute every hash, run every analysis again, say what differs. Writes nothing.",
        footer = {"", "Example:", "  kindlin verify examples/defactinib"})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "study folder, or its study.yaml")
    private Path study;

    @Option(names = "--out", paramLabel = "DIR", description = "where the record is (default: STUDY/out)")
    private @Nullable Path out;

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Verification verification;
        try (ProgressLine line = new ProgressLine(console, System::nanoTime)) {
            verification = new StudyVerifier(new Progress(line)).verify(study, Optional.ofNullable(out));
        }
        verification.record().forEach(this::print);
        for (Verification.Checked checked : verification.experiments()) {
            console.out()
                    .println(checked.experiment().name() + ": "
                            + (checked.findings().stream().anyMatch(Finding::matters) ? "differs" : "holds"));
            checked.findings().forEach(this::print);
        }
        return verification.holds() ? ExitCode.DONE : ExitCode.INPUT;
    }

    private void print(Finding finding) {
        console.out().println("  " + finding.sentence());
    }

    /** Shows the verification on the progress line. */
    private static final class Progress implements RunListener {
        private final ProgressLine line;
        private List<Experiment> experiments = List.of();

        Progress(ProgressLine line) {
            this.line = line;
        }

        @Override
        public void begins(Study begun) {
            experiments = begun.experiments();
        }

        @Override
        public void analyzing(Experiment experiment) {
            line.show(experiments.indexOf(experiment), experiments.size(), experiment.name());
        }
    }
}
