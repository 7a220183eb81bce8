package org.kindlin.study.export;

import java.util.List;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.DataPoint;

/**
 * A finished analysis to be exported.
 *
 * @param experiment its name within the study, or the assay's where there is no study
 * @param sha256 hash of the result document
 * @param document the result
 * @param data the measured values behind it
 */
public record ExportedAnalysis(String experiment, String sha256, AnalysisDocument document, List<DataPoint> data) {

    public ExportedAnalysis {
        data = List.copyOf(data);
    }

    /** Whether an input file says that it is simulated; any, where the file is none of the inputs. */
    boolean isSimulated(String file) {
        return document.inputs().stream()
                .filter(input -> input.path().equals(file))
                .findFirst()
                .map(input -> input.simulated())
                .orElseGet(document::simulated);
    }
}
