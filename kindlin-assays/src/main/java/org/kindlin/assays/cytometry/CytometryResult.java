package org.kindlin.assays.cytometry;

import java.util.List;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a cytometry analysis found.
 *
 * @param samples files with the events of every gate, which figures need
 * @param polarisation scores of macrophages, where files have the markers
 * @param subjects files, gates, channels
 * @param exclusions stretches of time that were removed
 */
public record CytometryResult(
        CytometryProtocol protocol,
        List<GatedSample> samples,
        Polarisation polarisation,
        List<SubjectResult> subjects,
        List<String> verdicts,
        List<Attachment> attachments,
        List<Exclusion> exclusions,
        String methods)
        implements AnalysisResult {

    public CytometryResult {
        samples = List.copyOf(samples);
        subjects = List.copyOf(subjects);
        verdicts = List.copyOf(verdicts);
        attachments = List.copyOf(attachments);
        exclusions = List.copyOf(exclusions);
    }
}
