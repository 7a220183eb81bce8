package org.kindlin.app;

import org.kindlin.study.Experiment;
import org.kindlin.study.ExperimentOutcome;
import org.kindlin.study.RunListener;
import org.kindlin.study.Study;

/** Shows the run on the progress line. */
final class RunProgress implements RunListener {
    private final ProgressLine line;
    private int total;
    private int done;

    RunProgress(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void begins(Study begun) {
        total = begun.experiments().size() + 1; // the report is a step too
    }

    @Override
    public void analyzing(Experiment experiment) {
        line.show(done, total, experiment.name());
    }

    @Override
    public void finished(ExperimentOutcome outcome) {
        done++;
        line.show(done, total, outcome.experiment().name());
    }

    @Override
    public void reporting() {
        line.show(total - 1, total, "report");
    }
}
