package org.kindlin.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kindlin.study.record.AtomicFiles;
import org.kindlin.study.record.KeptAnalysis;
import org.kindlin.study.record.Sha256;

/**
 * What a run leaves for people and scripts beside the record: results, figures, report.
 *
 * <p>Everything here is a copy of what the record holds, or made from it; what is deleted comes back with the next run.
 *
 * @param path the folder
 */
record OutputFolder(Path path) {
    /** The output folder of a study where none is given. */
    static Path of(StudyFolder study) {
        return study.path().resolve("out");
    }

    /** Where an experiment's result lies, relative to this folder. */
    static String resultFile(String experiment) {
        return "results/" + experiment + ".json";
    }

    /** The folder of an experiment's figures, relative to this folder. */
    static String figureFolder(String experiment) {
        return "figures/" + experiment;
    }

    /** The folder of the files an experiment's analysis made beside its numbers, relative to this folder. */
    static String attachmentFolder(String experiment) {
        return "attachments/" + experiment;
    }

    /** Puts result, attachments and figures of an experiment in place; what is in place already is left alone. */
    void put(String experiment, KeptAnalysis kept) {
        kept.figures()
                .forEach((name, svg) -> AtomicFiles.writeIfDifferent(
                        path.resolve(figureFolder(experiment)).resolve(name + ".svg"), svg));
        kept.attachments()
                .forEach((name, bytes) -> AtomicFiles.writeIfDifferent(
                        path.resolve(attachmentFolder(experiment)).resolve(name), bytes));
        AtomicFiles.writeIfDifferent(path.resolve(resultFile(experiment)), kept.json());
    }

    /** The hash of a file in this folder; empty where there is none. */
    Optional<Sha256> hash(String file) {
        try {
            return Optional.of(Sha256.of(Files.readAllBytes(path.resolve(file))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
