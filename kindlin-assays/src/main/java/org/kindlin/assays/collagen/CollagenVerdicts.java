package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.calibration.SpecimenConcentration;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;

/** The answer in sentences: what treatments did, then what the standard curves are good for. */
final class CollagenVerdicts {
    private CollagenVerdicts() {}

    static List<String> of(
            CollagenProtocol protocol,
            List<PlateCalibration> plates,
            List<SpecimenConcentration> specimens,
            TreatmentGroups groups) {
        List<String> sentences = new ArrayList<>();
        ratios(protocol, groups).forEach(sentences::add);
        plates.forEach(plate -> sentences.add(curve(plate)));
        censored(specimens, sentences);
        return sentences;
    }

    /** One sentence per treatment on the widest sum there is. */
    private static List<String> ratios(CollagenProtocol protocol, TreatmentGroups groups) {
        List<VehicleRatio> all = groups.ratios();
        boolean totals = all.stream().anyMatch(ratio -> ratio.group().fraction().equals(Culture.TOTAL));
        List<String> sentences = new ArrayList<>();
        for (VehicleRatio ratio : all) {
            boolean told = (!totals || ratio.group().fraction().equals(Culture.TOTAL))
                    && (ratio.group().name().equals(PerUnit.CULTURE.estimate())
                            || ratio.group().name().equals("meanConcentration"));
            if (told && ratio.estimate().isPresent()) {
                String what = protocol.analyte().substring(0, 1).toUpperCase(Locale.ROOT)
                        + protocol.analyte().substring(1);
                String fraction = ratio.group().fraction().isEmpty() || totals
                        ? ""
                        : " (" + ratio.group().fraction() + ")";
                sentences.add(what + fraction + " under " + ratio.group().label() + " is "
                        + Prose.estimate(ratio.estimate().get()) + " times that of vehicle"
                        + (ratio.isChanged() ? "." : ": no change is shown."));
            }
        }
        return sentences;
    }

    private static String curve(PlateCalibration plate) {
        String name = "Standard curve of " + plate.plate().label() + ": ";
        if (plate.fit().isEmpty()) {
            return name + "none, so no concentration is known.";
        }
        String unit = plate.plate().units().concentration();
        String range = plate.range()
                .map(found -> found.lowerIfFinite().isPresent()
                        ? "quantifies from " + Prose.number(found.lower()) + " to " + Prose.number(found.upper()) + " "
                                + unit
                        : "read without limits of quantification")
                .orElse("no standards in limits, so no concentration is reported");
        return name + plate.protocol().model().words() + ", " + range.strip() + ".";
    }

    private static void censored(List<SpecimenConcentration> specimens, List<String> sentences) {
        long below = count(specimens, Relation.BELOW);
        long above = count(specimens, Relation.ABOVE);
        if (below + above > 0) {
            sentences.add(
                    (below + above) + " of " + specimens.size() + " specimens lie outside the quantification range ("
                            + below + " below, " + above + " above) and are reported by its limit.");
        }
    }

    private static long count(List<SpecimenConcentration> specimens, Relation relation) {
        return specimens.stream()
                .filter(specimen -> specimen.measured().isEmpty())
                .filter(specimen -> specimen.relation().filter(relation::equals).isPresent())
                .count();
    }
}
