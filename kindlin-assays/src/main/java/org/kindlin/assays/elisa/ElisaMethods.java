package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.uncertainty.RatioMethod;

/** The methods paragraph: what was done, with every parameter, what was assumed, and the sources. */
final class ElisaMethods {
    private ElisaMethods() {}

    static String of(
            ElisaProtocol protocol,
            List<ElisaBlock> blocks,
            Map<String, Optional<ControlNoise>> noises,
            QualityControl control) {
        List<String> sentences = new ArrayList<>();
        experiment(protocol, sentences);
        blocks.forEach(block -> sentences.add("Plate " + block.block().plate() + ": the read "
                + block.block().choice().reason() + "; " + count(block, WellRole.VEHICLE) + ", "
                + count(block, WellRole.UNSTIMULATED) + " and " + count(block, WellRole.BLANK) + "."));
        sentences.add("The mean of blank wells was subtracted"
                + (protocol.isNormalized()
                        ? ", and each well divided by its "
                                + protocol.reads().normalization().words()
                                + " less the same blank, in units of a vehicle well's"
                                + (protocol.comparedShare() < 1
                                        ? "; that of unstimulated wells, which hold fibroblasts alone, was compared with the"
                                                + " seeded share of fibroblasts, "
                                                + Prose.number(100 * protocol.comparedShare())
                                                + " % (assumed to have held)."
                                        : ".")
                        : "."));
        boolean unstimulated = blocks.stream().anyMatch(block -> block.block().has(WellRole.UNSTIMULATED));
        sentences.add("Percent inhibition of activation is 100 (V - y)/(V - U) with the means of vehicle (V) and "
                + (unstimulated ? "unstimulated wells (U)." : "zero in place of unstimulated wells (U)."));
        sentences.add("Folds have "
                + (protocol.ratio() == RatioMethod.FIELLER ? "Fieller's" : "the delta method's (logarithmic)")
                + " interval and inhibitions Fieller's; both hold the scatter of the wells and of the controls, and the"
                + " blanks' error as common to all wells of a plate.");
        sentences.add(
                "Dose-response curves are four-parameter logistic with free plateaus, fitted to single wells of all"
                        + " plates, with " + Prose.number(100 * protocol.level())
                        + " % profile-likelihood intervals, in which the controls count as exact.");
        sentences.add(protocol.weights().sentence(noises, "all replicates"));
        if (protocol.isNormalized()) {
            sentences.add("A dose counts as toxic where the whole interval of its stain lies below "
                    + Prose.number(protocol.toxicityLimit()) + " % of vehicle.");
        }
        sentences.add(control.methods());
        return String.join(" ", sentences);
    }

    private static String count(ElisaBlock block, WellRole role) {
        return block.block().wells(role).size() + " " + role.label() + " wells";
    }

    private static void experiment(ElisaProtocol protocol, List<String> sentences) {
        List<String> told = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (ProtocolEntry entry : protocol.entries()) {
            if (ElisaKeys.isDescriptive(entry.name())) {
                if (entry.value() instanceof Value.NotStated) {
                    untold.add(entry.name());
                } else {
                    told.add(entry.name() + " " + entry.value().asText() + (entry.stated() ? "" : " (default)"));
                }
            }
        }
        sentences.add("Experiment: " + String.join("; ", told) + ".");
        if (!untold.isEmpty()) {
            sentences.add("Not stated: " + Prose.list(untold) + ".");
        }
    }
}
