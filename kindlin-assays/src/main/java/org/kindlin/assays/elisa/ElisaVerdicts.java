package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.assay.PlateFindings;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** The answer in sentences: what compounds did, what the stimulus did, whether the plates are good. */
final class ElisaVerdicts {
    private ElisaVerdicts() {}

    static List<String> of(
            ElisaProtocol protocol, List<ElisaBlock> blocks, List<CompoundEffect> effects, List<SubjectResult> plates) {
        List<String> sentences = new ArrayList<>();
        effects.forEach(effect -> sentences.add(effect(effect, protocol)));
        for (ElisaBlock block : blocks) {
            Activation.of(block, protocol)
                    .fold()
                    .ifPresent(fold -> sentences.add("On " + block.block().plate() + " stimulated wells read "
                            + Prose.estimate(fold.estimate("fold", 1, "1", protocol.level())) + " times the "
                            + protocol.antigen() + " of unstimulated ones"
                            + (protocol.isNormalized()
                                    ? ", per "
                                            + protocol.reads().normalization().words() + "."
                                    : ", per well.")));
        }
        PlateFindings.verdict(plates).ifPresent(sentences::add);
        return sentences;
    }

    private static String effect(CompoundEffect effect, ElisaProtocol protocol) {
        String what = effect.subject().compoundLabel() + " on activation (" + protocol.antigen() + "): IC50 "
                + Prose.estimate(effect.ic50());
        if (!protocol.isNormalized()) {
            return what + "; whether cells were lost is not known.";
        }
        return what + "; "
                + effect.toxicity()
                        .map(warning -> switch (warning.code()) {
                            case "toxic-doses" -> "cells are lost only above it.";
                            case "toxicity-not-separated" -> "it is not told apart from loss of cells.";
                            default -> "a loss of cells is suspected at high doses.";
                        })
                        .orElse("no loss of cells is seen.");
    }
}
