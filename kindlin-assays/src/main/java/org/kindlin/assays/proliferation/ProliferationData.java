package org.kindlin.assays.proliferation;

import java.util.List;
import org.kindlin.assays.result.Warning;

/**
 * All cultures of an experiment, controls included, in the order of the files.
 *
 * @param findings what had to be assumed about files
 */
public record ProliferationData(List<CultureSample> samples, List<Warning> findings) {
    public ProliferationData {
        samples = List.copyOf(samples);
        findings = List.copyOf(findings);
    }

    List<CultureSample> of(SampleRole role) {
        return samples.stream().filter(sample -> sample.role() == role).toList();
    }
}
