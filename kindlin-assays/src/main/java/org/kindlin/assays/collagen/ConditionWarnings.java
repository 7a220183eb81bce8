package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** What the conditions of a Sircol assay call for, where they are stated otherwise or not at all. */
final class ConditionWarnings {
    private static final double WAVELENGTH = 555;
    private static final double TOLERANCE = 15;
    private static final double DYE_MINUTES = 30;

    private final CollagenProtocol protocol;
    private final List<Warning> warnings = new ArrayList<>();

    private ConditionWarnings(CollagenProtocol protocol) {
        this.protocol = protocol;
    }

    static List<Warning> of(CollagenProtocol protocol, List<PlateCalibration> plates, List<Culture> cultures) {
        ConditionWarnings conditions = new ConditionWarnings(protocol);
        if (!protocol.isCollagen()) {
            return List.of();
        }
        conditions.wavelength(plates);
        conditions.extraction(cultures);
        conditions.dye();
        conditions.ascorbate(cultures);
        return conditions.warnings;
    }

    private void wavelength(List<PlateCalibration> plates) {
        plates.stream()
                .mapToDouble(plate -> plate.plate().wavelength())
                .filter(nanometres -> nanometres > 0 && Math.abs(nanometres - WAVELENGTH) > TOLERANCE)
                .findFirst()
                .ifPresent(nanometres -> warn(
                        "wavelength",
                        "Read at " + Prose.number(nanometres) + " nm: the dye of the Sircol assay is read at 555 nm."));
    }

    private void extraction(List<Culture> cultures) {
        boolean fractions =
                cultures.stream().anyMatch(culture -> culture.concentrations().size() > 1);
        if (protocol.culture().extraction().isEmpty() && !cultures.isEmpty()) {
            warn(
                    "extraction-not-stated",
                    "How collagen was extracted is not stated"
                            + (fractions ? ", although fractions are told apart" : "")
                            + ": without acid and pepsin cross-linked collagen stays behind, and amounts are those of"
                            + " what came off.");
        }
    }

    private void dye() {
        if (protocol.culture().dyeMinutes().isEmpty()) {
            warn("dye-time-not-stated", "The time with the dye is not stated; 30 min are usual.");
        } else if (protocol.culture().dyeMinutes().getAsDouble() < DYE_MINUTES) {
            warn(
                    "dye-time-short",
                    Prose.number(protocol.culture().dyeMinutes().getAsDouble())
                            + " min with the dye are less than the usual 30: precipitation may be incomplete, for"
                            + " standards and specimens not alike.");
        }
    }

    private void ascorbate(List<Culture> cultures) {
        boolean grown =
                cultures.stream().anyMatch(culture -> culture.treatment().isStated());
        if (!grown) {
            return;
        }
        boolean none = protocol.culture()
                .ascorbate()
                .map(text -> List.of("none", "no", "0").contains(text.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
        if (protocol.culture().ascorbate().isEmpty()) {
            warn(
                    "ascorbate-not-stated",
                    "Ascorbate in the medium is not stated: prolyl hydroxylase needs it, and without it (50 ug/mL is an"
                            + " assumed usual amount) little triple-helical collagen is made for the dye to bind.");
        } else if (none) {
            warn(
                    "no-ascorbate",
                    "Medium without ascorbate: little triple-helical collagen is made for the dye to bind, whatever the"
                            + " compound does.");
        }
        if (protocol.culture().treatmentTime().isEmpty()) {
            warn("treatment-time-not-stated", "The time with the compound is not stated: amounts accumulate with it.");
        }
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
