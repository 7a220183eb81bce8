package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.event.gating.SpectrumMatrix;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.proportions.ProportionInterval;

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
        sentences.addAll(drawn(protocol, samples));
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
                + (protocol.interval() == ProportionInterval.CLOPPER_PEARSON
                        ? "Clopper and Pearson's exact"
                        : "the " + Key.spelling(protocol.interval()))
                + " interval at " + Prose.number(100 * protocol.level())
                + " %, which is the error of counting alone; cells of one tube are no replicates of the experiment.");
        if (protocol.medians()) {
            sentences.add("Medians have the distribution-free interval between order statistics.");
        }
        sentences.addAll(PolarisationSentences.methods(protocol.polarisation(), polarisation));
        return String.join(" ", sentences);
    }

    /** The models behind the gates that were drawn, each once. */
    private static List<String> drawn(CytometryProtocol protocol, List<GatedSample> samples) {
        List<String> models = samples.stream()
                .flatMap(sample -> sample.sample().drawn().stream())
                .map(gate -> gate.gate().id() + ": " + gate.model())
                .distinct()
                .toList();
        if (models.isEmpty()) {
            return List.of();
        }
        String interval = protocol.drawing().resamples() == 0
                ? ""
                : " The interval of a limit between populations is that of "
                        + protocol.drawing().resamples()
                        + " Poisson resamples of its events; that of a control's quantile lies between order statistics.";
        return List.of("Gates were drawn by models, each inside the one before (" + String.join("; ", models) + ")."
                + interval + " The gates are attached as Gating-ML.");
    }
}
