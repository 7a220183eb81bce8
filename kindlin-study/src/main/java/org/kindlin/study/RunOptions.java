package org.kindlin.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How a study is to be run.
 *
 * @param out output folder; {@code out} within the study folder where empty
 * @param only the experiments to run; all where empty
 * @param force whether to analyse even what the record holds already
 */
public record RunOptions(Optional<Path> out, Set<String> only, boolean force) {

    public RunOptions {
        only = Set.copyOf(only);
    }

    /** Everything that has changed, into the study's own output folder. */
    public static RunOptions usual() {
        return new RunOptions(Optional.empty(), Set.of(), false);
    }

    Path outputFolder(Study study) {
        return out.orElseGet(() -> OutputFolder.of(study.folder()));
    }

    boolean selects(Experiment experiment) {
        return only.isEmpty() || only.contains(experiment.name());
    }
}
