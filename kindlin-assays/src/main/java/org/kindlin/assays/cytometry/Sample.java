package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.flowjo.FlowJoStatistic;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.fault.Finding;

/**
 * One file, read and ready to be gated.
 *
 * @param name file name, by which results tell files apart
 * @param path as the user gave it
 * @param tags what the study says of the whole file, such as donor or dose
 * @param set the data set that is analysed
 * @param gating its gates, bound to its channels
 * @param stored what the program that drew the gates counted, by gate; empty where it does not say
 * @param findings what was repaired or noticed in reading
 */
public record Sample(
        String name,
        String path,
        Map<String, String> tags,
        FcsDataSet set,
        Gating gating,
        Map<String, List<FlowJoStatistic>> stored,
        List<Finding> findings) {
    public Sample {
        findings = List.copyOf(findings);
    }
}
