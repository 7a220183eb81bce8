package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.calibration.CalibrationMethods;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.Prose;

/** The methods paragraph: what was done, with every parameter, what was assumed, and the sources. */
final class CollagenMethods {
    private CollagenMethods() {}

    static String of(
            CollagenProtocol protocol, List<PlateCalibration> plates, TreatmentGroups groups, QualityControl quality) {
        List<String> sentences = new ArrayList<>();
        experiment(protocol, sentences);
        sentences.addAll(CalibrationMethods.of(protocol.curve(), plates));
        if (plates.stream().anyMatch(plate -> !plate.plate().serumBlanks().isEmpty())) {
            sentences.add(
                    protocol.serumBlank() == SerumBlankUse.SUBTRACT
                            ? "The concentration found in cell-free medium was subtracted from soluble fractions, with its error."
                            : "The concentration found in cell-free medium is reported and not subtracted.");
        }
        if (!groups.groups().isEmpty()) {
            sentences.add(
                    "Amounts are concentrations times volumes; fractions of a culture were summed, the errors of their"
                            + " readings in square and that of a common curve in full. Treatments are means over cultures with"
                            + " Student's t on their scatter and the curve's error (Welch-Satterthwaite degrees of freedom); per"
                            + " cell or protein they are ratios of means. Ratios to vehicle have Fieller's interval, what both means"
                            + " owe to one curve taken as common.");
        }
        if (!quality.plates().isEmpty()) {
            sentences.add("The highest standard and the blanks are the controls of a plate.");
            sentences.add(quality.methods());
        }
        return String.join(" ", sentences);
    }

    private static void experiment(CollagenProtocol protocol, List<String> sentences) {
        List<String> told = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (ProtocolEntry entry : protocol.entries()) {
            if (CollagenKeys.isDescriptive(entry.name())) {
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
