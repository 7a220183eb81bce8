package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.Prose;

/** The methods paragraph: what was done, with every parameter, what was assumed, and the sources. */
final class ViabilityMethods {
    private final ViabilityProtocol protocol;
    private final ViabilityData data;
    private final List<String> sentences = new ArrayList<>();

    private ViabilityMethods(ViabilityProtocol protocol, ViabilityData data) {
        this.protocol = protocol;
        this.data = data;
    }

    static String of(
            ViabilityProtocol protocol,
            ViabilityData data,
            List<ViabilityBlock> blocks,
            List<Sensitivity> sensitivities,
            QualityControl quality) {
        ViabilityMethods methods = new ViabilityMethods(protocol, data);
        methods.bench();
        if (!blocks.isEmpty()) {
            methods.normalization(blocks);
        }
        methods.curves(blocks, sensitivities);
        methods.growth(sensitivities);
        methods.limits();
        if (!blocks.isEmpty()) {
            methods.sentences.add(quality.methods());
        }
        return String.join(" ", methods.sentences);
    }

    private void bench() {
        List<String> told = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (ProtocolEntry entry : protocol.entries()) {
            if (ViabilityKeys.isDescriptive(entry.name())) {
                if (entry.value() instanceof Value.NotStated) {
                    untold.add(entry.name());
                } else {
                    told.add(entry.name() + " " + entry.value().asText() + (entry.stated() ? "" : " (default)"));
                }
            }
        }
        if (!told.isEmpty()) {
            sentences.add("Cells and treatment: " + String.join("; ", told) + ".");
        }
        if (!untold.isEmpty()) {
            sentences.add("Not stated: " + Prose.list(untold) + ".");
        }
    }

    private void normalization(List<ViabilityBlock> blocks) {
        List<String> reasons = blocks.stream()
                .map(block -> block.block().choice().reason())
                .distinct()
                .toList();
        sentences.add("Analysed: " + String.join("; ", reasons) + ".");
        List<String> wells = blocks.stream()
                .map(block -> block.block().wells(WellRole.VEHICLE).size() + " vehicle and "
                        + block.block().wells(WellRole.BLANK).size() + " blank wells")
                .distinct()
                .toList();
        sentences.add("Viability is 100 (signal - blank)/(vehicle - blank), plate by plate, with the means of "
                + String.join(" or ", wells)
                + (protocol.signal().normalization() == Normalization.VEHICLE
                        ? "; no blank was subtracted, a signal of zero counting as no cells"
                        : "")
                + ".");
    }

    private void curves(List<ViabilityBlock> blocks, List<Sensitivity> sensitivities) {
        boolean weighted = blocks.stream().anyMatch(block -> block.noise().isKnown());
        sentences.add("A " + protocol.curves().model().title()
                + " was fitted to viability over dose, falling, of all plates of a compound and line together, by least"
                + " squares to the global optimum, "
                + (weighted
                        ? "every well weighted by the inverse of the variance that replicate wells give a signal of its size"
                                + " (floor^2 + (cv signal)^2; Rocke and Lorenzato, Technometrics 37:176, 1995)"
                        : "every response weighted alike")
                + "; ic50 is the mid-point of the curve, with a profile-likelihood interval, and ic50-absolute the dose of"
                + " half of vehicle. Intervals are at "
                + Prose.number(100 * protocol.curves().level()) + " %.");
        if (!blocks.isEmpty()) {
            sentences.add(
                    "What depends on the control means (ic50-absolute, plateaus, area, growth rate inhibition) carries"
                            + " their error too, added in quadrature on either side (Zou and Donner, Stat. Med. 27:1693, 2008).");
        }
        if (sensitivities.stream()
                .anyMatch(sensitivity -> sensitivity.viability().plates().size() > 1)) {
            sentences.add("Plates were also fitted one by one and compared with the common curve by the extra sum of"
                    + " squares.");
        }
    }

    private void growth(List<Sensitivity> sensitivities) {
        if (sensitivities.stream().noneMatch(sensitivity -> sensitivity.growth().isPresent())) {
            sentences.add("No growth rate inhibition: nothing is known of the cells when treatment began.");
            return;
        }
        boolean measured = !data.dayZero().isEmpty();
        sentences.add(
                "Growth rate inhibition GR = 2^(log2(x/x0)/log2(xc/x0)) - 1 (Hafner et al., Nature Methods 13:521,"
                        + " 2016), with x treated cells, xc vehicle and x0 "
                        + (measured
                                ? "the day-0 plate (" + dayZeroWells() + "), each above its own blanks"
                                : "as the stated doubling time or the table's counts imply")
                        + ". GR by dose was fitted with a logistic curve from 1 at zero dose to grInf between -1 and 1; gr50 is the"
                        + " dose of GR 0.5, gec50 the mid-point, hGR the slope, grMax the mean at the highest dose, grAoc the mean"
                        + " of 1 - GR over the tested log doses. Killing is told from growth delay by the interval of grMax: wholly"
                        + " below 0 means fewer cells than when treatment began.");
        if (measured) {
            sentences.add(
                    "A day-0 plate stained and read apart from the treated ones counts only where both turn over the"
                            + " reagent alike; that cannot be checked from the readings.");
        }
    }

    private String dayZeroWells() {
        List<String> wells = data.dayZero().stream()
                .map((AssayBlock block) -> block.wells(WellRole.VEHICLE).size() + " wells of "
                        + (block.target().isEmpty() ? "the cells" : block.target()))
                .toList();
        return String.join(", ", wells);
    }

    private void limits() {
        sentences.add(
                "The readout counts what living cells turn over, not cells: a compound that changes metabolism, or"
                        + " reacts with the reagent, changes it too.");
    }
}
