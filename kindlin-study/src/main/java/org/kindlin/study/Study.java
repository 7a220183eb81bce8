package org.kindlin.study;

import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.quantity.CompoundForm;

/**
 * A study: a question, and the experiments that answer it, as its {@code study.yaml} tells.
 *
 * @param folder the folder every path of the study is relative to
 * @param source the study file as it was read
 * @param title what the report is headed with
 * @param question what the study is to answer; may be empty
 * @param compounds the compounds with each form's molar mass; may be empty
 * @param seed seed of everything random
 * @param experiments in the order of the file
 */
public record Study(
        StudyFolder folder,
        RawFile source,
        String title,
        String question,
        List<CompoundForm> compounds,
        long seed,
        List<Experiment> experiments) {
    /** Name of the study file within its folder. */
    public static final String FILE_NAME = "study.yaml";

    public Study {
        compounds = List.copyOf(compounds);
        experiments = List.copyOf(experiments);
    }
}
