package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.calibration.SpecimenConcentration;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.uncertainty.Measured;

/**
 * What the assay makes of serum on one plate.
 *
 * <p>Sirius red binds serum proteins too: in cell culture it overestimates collagen 3- to 24-fold unless they are removed (R. R.
 * Lareu et al., Acta Biomater. 6:3146, 2010).
 */
record SerumReport(List<Estimate> estimates, List<Warning> warnings) {
    private static final double SHARE_LIMIT = 10;

    static SerumReport of(PlateCalibration plate, CollagenProtocol protocol) {
        Optional<SpecimenConcentration> blank = SpecimenConcentration.serumBlank(plate);
        return blank.map(found -> measured(found, plate, protocol)).orElseGet(() -> missing(plate, protocol));
    }

    private static SerumReport measured(
            SpecimenConcentration blank, PlateCalibration plate, CollagenProtocol protocol) {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        Estimate concentration = blank.concentration();
        estimates.add(concentration.scaled("serumBlank", 1, concentration.unit(), concentration.method()));
        OptionalDouble soluble = meanSoluble(plate);
        Optional<Measured> read = blank.whateverTheRange();
        if (read.isPresent() && soluble.isPresent()) {
            double share = 100 * read.get().value() / soluble.getAsDouble();
            if (share > SHARE_LIMIT) {
                boolean subtracted = protocol.serumBlank() == SerumBlankUse.SUBTRACT;
                warnings.add(new Warning(
                        "serum-interference",
                        "Medium without cells reads "
                                + Prose.number(read.get().value()) + " "
                                + blank.unit()
                                + (blank.measured().isEmpty() ? " (outside the quantification range), " : ", ")
                                + "or " + Prose.number(share) + " % of the mean soluble specimen. It "
                                + (subtracted ? "is subtracted" : "is not subtracted (serumBlank=keep)")
                                + "; serum proteins that bind the dye differ between fresh and conditioned medium."));
            }
        } else if (concentration.value() == null) {
            warnings.add(new Warning(
                    "serum-blank-not-determined", "Medium without cells was read, but has no concentration here."));
        }
        return new SerumReport(estimates, warnings);
    }

    private static OptionalDouble meanSoluble(PlateCalibration plate) {
        return SpecimenConcentration.of(plate).stream()
                .filter(specimen -> isSoluble(specimen.specimen().fraction()))
                .flatMap(specimen -> specimen.measured().stream())
                .mapToDouble(measured -> measured.value())
                .average();
    }

    private static boolean isSoluble(String fraction) {
        return fraction.isEmpty() || fraction.equals("soluble");
    }

    private static SerumReport missing(PlateCalibration plate, CollagenProtocol protocol) {
        boolean soluble = plate.plate().specimens().stream()
                .anyMatch(well -> well.specimen().fraction().equals("soluble")
                        || (well.specimen().fraction().isEmpty()
                                && well.specimen().treatment().isStated()));
        boolean noSerum = protocol.culture().serumPercent().orElse(-1) == 0;
        if (!soluble || noSerum || !protocol.isCollagen()) {
            return new SerumReport(List.of(), List.of());
        }
        String serum = protocol.culture().serumPercent().isPresent()
                ? Prose.number(protocol.culture().serumPercent().getAsDouble()) + " % serum"
                : "serum (its share is not stated)";
        return new SerumReport(
                List.of(),
                List.of(new Warning(
                        "no-serum-blank",
                        "Soluble fractions in medium with " + serum + " were read without a blank of the same medium:"
                                + " proteins of serum bind the dye, and have been found to raise such readings 3- to"
                                + " 24-fold (Lareu et al. 2010). Map serum-blank wells, or collect in serum-free"
                                + " medium.")));
    }
}
