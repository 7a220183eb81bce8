package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.Prose;

/** The methods paragraph: what was done, with every parameter, what was assumed, and the sources. */
final class KinaseMethods {
    private final KinaseData data;
    private final KinaseProtocol protocol;
    private final List<NormalizedBlock> blocks;
    private final List<String> sentences = new ArrayList<>();

    private KinaseMethods(KinaseData data, KinaseProtocol protocol, List<NormalizedBlock> blocks) {
        this.data = data;
        this.protocol = protocol;
        this.blocks = blocks;
    }

    static String of(
            KinaseData data,
            KinaseProtocol protocol,
            List<NormalizedBlock> blocks,
            List<CompoundPotency> potencies,
            List<Selectivity> selectivities,
            QualityControl control) {
        KinaseMethods methods = new KinaseMethods(data, protocol, blocks);
        methods.reaction();
        methods.conditions();
        methods.reads();
        methods.normalization();
        methods.calibration();
        if (!potencies.isEmpty()) {
            methods.curves(potencies);
            methods.constants(potencies);
        }
        if (!selectivities.isEmpty()) {
            methods.selectivity();
        }
        methods.quality(control);
        return String.join(" ", methods.sentences);
    }

    /** Every descriptive key: what was stated, what is a default, what was not stated. */
    private void reaction() {
        List<String> told = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (ProtocolEntry entry : protocol.entries()) {
            if (KinaseKeys.isDescriptive(entry.name())) {
                if (entry.value() instanceof Value.NotStated) {
                    untold.add(entry.name());
                } else {
                    told.add(entry.name() + " " + entry.value().asText() + (entry.stated() ? "" : " (default)"));
                }
            }
        }
        sentences.add("Reaction: " + String.join("; ", told) + ".");
        if (!untold.isEmpty()) {
            sentences.add("Not stated: " + Prose.list(untold) + ".");
        }
    }

    private void conditions() {
        for (Map.Entry<String, TargetConditions> entry : data.conditions().entrySet()) {
            TargetConditions conditions = entry.getValue();
            String target = entry.getKey().isEmpty() ? "The target (not stated)" : entry.getKey();
            sentences.add(target + ": ATP " + concentration(conditions.atpMicromolar(), "uM") + ", Km(ATP) "
                    + km(conditions) + ", enzyme " + concentration(conditions.enzymeNanomolar(), "nM") + ".");
        }
    }

    private static String concentration(OptionalDouble value, String unit) {
        return value.isPresent() ? Prose.number(value.getAsDouble()) + " " + unit : "not stated";
    }

    private static String km(TargetConditions conditions) {
        return conditions
                .kmAtp()
                .map(km -> Prose.number(km.micromolar()) + " uM (" + source(km) + ")")
                .orElse("not stated");
    }

    private static String source(MichaelisConstant km) {
        return switch (km.origin()) {
            case STATED -> "stated";
            case LITERATURE -> "literature: kinetic mechanism of FAK-1, Biochemistry 2010, 1.2 +- 0.1 uM";
            case ASSUMED ->
                "assumption, none is published"
                        + km.range()
                                .map(range -> "; range " + Prose.number(range.lowMicromolar()) + " to "
                                        + Prose.number(range.highMicromolar()) + " uM")
                                .orElse("");
        };
    }

    private void reads() {
        List<String> reasons = blocks.stream()
                .map(block -> block.block().choice().reason())
                .distinct()
                .toList();
        sentences.add("Analysed: " + String.join("; ", reasons) + ".");
    }

    private void normalization() {
        if (protocol.scale().normalization() == Normalization.NONE) {
            sentences.add("Readings were not normalised.");
            return;
        }
        Map<String, List<String>> platesOf = new LinkedHashMap<>();
        for (NormalizedBlock block : blocks) {
            int vehicle = block.block().wells(WellRole.VEHICLE).size();
            block.scale()
                    .ifPresent(scale -> platesOf.computeIfAbsent(
                                    "0 % is " + scale.zeroFrom() + " and 100 % the mean of " + vehicle
                                            + " vehicle wells",
                                    _ -> new ArrayList<>())
                            .add(block.block().plate()));
        }
        List<String> definitions = new ArrayList<>();
        platesOf.forEach((definition, plates) -> definitions.add(
                definition + " on " + Prose.list(plates.stream().distinct().toList())));
        sentences.add("Each plate was normalised to its own controls: " + String.join("; ", definitions)
                + ". Percent inhibition is 100 less percent activity.");
    }

    private void calibration() {
        List<String> curves = blocks.stream()
                .filter(block -> block.calibration() instanceof StandardCurve)
                .map(block -> block.block().plate()
                        + (((StandardCurve) block.calibration()).isCurved() ? " (parabola)" : " (line)"))
                .distinct()
                .toList();
        if (curves.isEmpty()) {
            sentences.add("No ADP standard curve was used, so activity is taken as proportional to signal and the"
                    + " conversion of ATP in vehicle wells is unknown.");
        } else {
            sentences.add("Signals of " + Prose.list(curves) + " were turned into percent ADP by the plate's standard"
                    + " curve, weighted by 1/mean^2 and straight unless an F test preferred a parabola at p < "
                    + StandardCurve.PREFER + "; activity is proportional to ADP less that of the wells without"
                    + " activity.");
        }
    }

    private void curves(List<CompoundPotency> potencies) {
        String response = protocol.scale().normalization() == Normalization.NONE ? "signal" : "percent inhibition";
        sentences.add("A four-parameter logistic curve with free plateaus was fitted to " + response
                + " of all plates together by least squares to the global optimum; hillSlope is positive and"
                + " ic50 the mid-point of the curve. The interval of ic50 is by profile likelihood, those of slope and plateaus as their estimates say, at "
                + Prose.number(100 * protocol.level()) + " %.");
        sentences.add(weights(potencies));
        if (potencies.stream().anyMatch(potency -> potency.plates().size() > 1)) {
            sentences.add("Plates were also fitted one by one and compared with the common curve by the extra sum of"
                    + " squares.");
        }
    }

    private String weights(List<CompoundPotency> potencies) {
        Map<String, Optional<ControlNoise>> noises = new LinkedHashMap<>();
        potencies.forEach(potency -> blocks.stream()
                .filter(block -> block.block().target().equals(potency.subject().target()))
                .forEach(block -> noises.putIfAbsent(potency.subject().targetLabel(), block.noise())));
        return protocol.weights().sentence(noises);
    }

    private void constants(List<CompoundPotency> potencies) {
        if (potencies.stream().anyMatch(potency -> potency.tightBinding().isPresent())) {
            sentences.add("Ki_app is from Morrison's equation (Biochim. Biophys. Acta 185:269, 1969) with the stated"
                    + " enzyme concentration taken as fully active. It is the value to quote where the slope exceeds "
                    + PotencyWarnings.STEEP + " with an IC50 under " + Prose.number(PotencyWarnings.NEAR)
                    + " times the enzyme, or the IC50 lies below half the enzyme, since the IC50 then reflects the enzyme;"
                    + " otherwise the IC50 is.");
        }
        if (potencies.stream().anyMatch(potency -> potency.ki().isPresent())) {
            sentences.add("Ki = Ki_app/(1 + ATP/Km) (Cheng and Prusoff, Biochem. Pharmacol. 22:3099, 1973) supposes"
                    + " competition with ATP and equilibrium; its interval carries the error of the fit alone, not that of"
                    + " ATP, Km or enzyme.");
        }
    }

    private void selectivity() {
        sentences.add(
                "Ratios between targets combine both profile-likelihood intervals on the log scale (Zou and Donner,"
                        + " Stat. Med. 27:1693, 2008). The verdict is read from the interval of the "
                        + (protocol.selectivity().on() == PotencyScale.KI
                                ? "Ki ratio"
                                : "IC50 ratio, or of that of the apparent Ki where the enzyme limits an IC50")
                        + ": dual within 1/"
                        + Prose.number(protocol.selectivity().fold()) + " to "
                        + Prose.number(protocol.selectivity().fold())
                        + ", selective beyond, undetermined otherwise.");
    }

    private void quality(QualityControl control) {
        sentences.add(control.methods() + " Conversion limit "
                + Prose.number(protocol.limits().conversionPercent()) + " %.");
    }
}
