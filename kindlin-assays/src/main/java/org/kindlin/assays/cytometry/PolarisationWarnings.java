package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Warning;

/** Traps of macrophage protocols, where what is stated walks into them or does not say that it does not. */
final class PolarisationWarnings {
    private PolarisationWarnings() {}

    static List<Warning> of(PolarisationProtocol how, List<GatedSample> samples) {
        List<Warning> warnings = new ArrayList<>();
        PolarisationProtocol.Conditions said = how.conditions();
        String cells = said.cells().toLowerCase(Locale.ROOT);
        boolean raw = cells.replaceAll("[^a-z0-9]", "").contains("raw264");
        if (has(samples, "CD68", how) && !said.permeabilised().equals("yes")) {
            warnings.add(new Warning(
                    "cd68-intracellular",
                    "CD68 lies mainly inside the cell, and permeabilisation is "
                            + (said.permeabilised().isEmpty() ? "not stated" : "said not to have been done")
                            + ": surface CD68 misses macrophages"));
        }
        if (raw && (has(samples, "CD163", how) || how.m2().contains("CD163"))) {
            warnings.add(new Warning(
                    "raw-264.7-cd163",
                    "RAW 264.7 is a mouse line without human CD163: a human clone stains nothing there"));
        }
        if (cells.contains("human") && has(samples, "F4/80", how)) {
            warnings.add(new Warning("f4-80-mouse", "F4/80 marks macrophages of the mouse, and the cells are human"));
        }
        if (raw) {
            warnings.add(new Warning(
                    "raw-264.7-sign",
                    "in RAW 264.7 other FAK inhibitors (PF-573228, TAE226) raised pro-tumoural cytokines (He 2017): the"
                            + " sign of an effect in this line need not be that in tumours"));
        }
        warnings.addAll(timing(said.drug()));
        return warnings;
    }

    private static List<Warning> timing(String drug) {
        return switch (drug) {
            case "after-polarisation" ->
                List.of(new Warning(
                        "reversal-not-prevention",
                        "the compound was added after polarisation: this tests reversal, not prevention"));
            case "" ->
                List.of(
                        new Warning(
                                "timing-not-stated",
                                "compoundAdded is not stated: whether prevention or reversal of polarisation was tested is open"));
            default -> List.of();
        };
    }

    private static boolean has(List<GatedSample> samples, String marker, PolarisationProtocol how) {
        return samples.stream()
                .anyMatch(sample -> !MarkerPanel.channels(sample.sample(), List.of(marker), how.markers())
                        .isEmpty());
    }
}
