package org.kindlin.assays.result;

import java.util.List;

/** What every assay's {@code XResult} offers to the record, the report and the terminal. */
public interface AnalysisResult {

    /** Results by subject, in the order they should be read. */
    List<SubjectResult> subjects();

    /** The answer in plain sentences, the most important first. */
    List<String> verdicts();

    /** Every reading left out. */
    List<Exclusion> exclusions();

    /** The measured values behind the results, used or left out, in the order of the files; exports list them. */
    default List<DataPoint> data() {
        return List.of();
    }

    /** Files made beside the numbers, such as a mask or the gates that were drawn. */
    default List<Attachment> attachments() {
        return List.of();
    }

    /** The methods paragraph: what was done, with every parameter and its source. */
    String methods();
}
