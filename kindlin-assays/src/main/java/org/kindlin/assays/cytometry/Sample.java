package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.automatic.GateDraft;
import org.kindlin.assays.event.automatic.ModelledGate;
import org.kindlin.assays.event.flowjo.FlowJoStatistic;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.quality.AcquisitionQuality;
import org.kindlin.fault.Finding;

/**
 * One file, read and ready to be gated.
 *
 * @param name file name, by which results tell files apart
 * @param path as the user gave it
 * @param tags what the study says of the whole file, such as donor or dose
 * @param set the data set that is analysed
 * @param spillover the matrix that gates mean by {@code FCS}; empty where there is none
 * @param gating its gates, bound to its channels
 * @param drawn those of its gates that models drew
 * @param stored what the program that drew the gates counted, by gate; empty where it does not say
 * @param quality of its acquisition; empty where it has no events
 * @param findings what was repaired or noticed
 */
public record Sample(
        String name,
        String path,
        Map<String, String> tags,
        FcsDataSet set,
        Optional<Spillover> spillover,
        Gating gating,
        List<ModelledGate> drawn,
        Map<String, List<FlowJoStatistic>> stored,
        Optional<AcquisitionQuality> quality,
        List<Finding> findings) {
    public Sample {
        drawn = List.copyOf(drawn);
        findings = List.copyOf(findings);
    }

    /** The events as gated so far, with further gates to be drawn inside a population. */
    GateDraft events(Optional<String> inside) {
        return new GateDraft(set, spillover, gating.document(), inside);
    }

    /** The same with more gates, and what was noticed in drawing them. */
    Sample with(GateDraft events, List<ModelledGate> moreDrawn, List<Finding> moreFindings) {
        List<ModelledGate> allDrawn = new ArrayList<>(drawn);
        allDrawn.addAll(moreDrawn);
        List<Finding> allFindings = new ArrayList<>(findings);
        allFindings.addAll(moreFindings);
        return new Sample(
                name,
                path,
                tags,
                set,
                spillover,
                moreDrawn.isEmpty() ? gating : events.gating(),
                allDrawn,
                stored,
                quality,
                allFindings);
    }

    /** Whether a gate or quadrant of this id is among its gates. */
    boolean hasGate(String id) {
        return gating.gates().stream().anyMatch(gate -> gate.id().equals(id) || hasQuadrant(gate, id));
    }

    private static boolean hasQuadrant(Gate gate, String id) {
        return gate instanceof Gate.Quadrants quadrants
                && quadrants.quadrants().stream()
                        .anyMatch(quadrant -> quadrant.id().equals(id));
    }
}
