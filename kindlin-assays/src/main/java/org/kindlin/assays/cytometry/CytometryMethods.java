package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.event.gating.SpectrumMatrix;
import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class CytometryMethods {
    private CytometryMethods() {}

    static String of(CytometryProtocol protocol, List<GatedSample> samples, Polarisation polarisation) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Events were read on the instrument's linear scale: logarithmic amplification undone, divided by gain,"
                        + " time in seconds.");
        boolean gated =
                samples.stream().anyMatch(sample -> !sample.populations().isEmpty());
        if (gated) {
            sentences.add(
                    "Gates are Gating-ML 2.0, evaluated event by event without binning; events on the boundary of a"
                            + " polygon are inside, rectangles and quadrants are half-open.");
        }
        if (protocol.automatic() && gated) {
            sentences.add(
                    "Gates were drawn by models: cells against debris where two normal distributions of log forward"
                            + " scatter cross, singlets within four robust standard deviations of the median of height over area,"
                            + " live cells where two normal distributions of the arcsinh of the viability dye cross; no step is"
                            + " random, and components closer than Ashman's D of 3 are not cut.");
        }
        List<String> compensations = samples.stream()
                .flatMap(sample -> sample.sample().gating().compensations().stream())
                .map(SpectrumMatrix::id)
                .distinct()
                .toList();
        if (!compensations.isEmpty()) {
            sentences.add("Compensated by " + Prose.list(compensations)
                    + ": detector values times the inverse, or pseudo-inverse, of the matrix.");
        }
        sentences.add("Frequencies have "
                + (protocol.interval() == IntervalKind.WILSON ? "Wilson's score" : "Clopper and Pearson's exact")
                + " interval at " + Prose.number(100 * protocol.level())
                + " %, which is the error of counting alone; cells of one tube are no replicates of the experiment.");
        if (protocol.medians()) {
            sentences.add("Medians have the distribution-free interval between order statistics.");
        }
        sentences.addAll(PolarisationSentences.methods(protocol.polarisation(), polarisation));
        return String.join(" ", sentences);
    }
}
