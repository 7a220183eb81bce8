package org.kindlin.assays.collagen;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.calibration.StandardCurveProtocol;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * The parameters of a collagen assay, validated.
 *
 * @param curve standard curve and how it is read
 * @param analyte what the standards are
 * @param volumes of reaction and extracts
 * @param serumBlank what is done with cell-free medium
 * @param denominatorCv CV of one determination of cells or protein, as a fraction
 * @param molarMass g/mol of the compound's form
 * @param culture what was done to the cells and their extract
 * @param entries every key as provenance and the methods paragraph tell it
 */
public record CollagenProtocol(
        StandardCurveProtocol curve,
        String analyte,
        Volumes volumes,
        SerumBlankUse serumBlank,
        OptionalDouble denominatorCv,
        OptionalDouble molarMass,
        Culture culture,
        List<ProtocolEntry> entries) {

    public CollagenProtocol {
        entries = List.copyOf(entries);
    }

    /**
     * Volumes in mL; empty means not stated.
     *
     * @param sample extract in the reaction
     * @param soluble supernatant or soluble extract of a culture
     * @param insoluble extract of a culture's cell layer
     */
    public record Volumes(OptionalDouble sample, OptionalDouble soluble, OptionalDouble insoluble) {

        /** The volume of a fraction's extract. */
        OptionalDouble of(String fraction) {
            return switch (fraction) {
                case "insoluble" -> insoluble;
                case "soluble", "" -> soluble;
                default -> OptionalDouble.empty();
            };
        }
    }

    /**
     * What was done to the cells and their extract; empty means not stated.
     *
     * @param dyeMinutes time with the dye
     */
    public record Culture(
            OptionalDouble serumPercent,
            Optional<String> ascorbate,
            Optional<String> extraction,
            OptionalDouble dyeMinutes,
            Optional<Quantity> treatmentTime) {}

    /** The protocol of these settings; contradictions become faults. */
    static CollagenProtocol of(Resolved settings, Faults faults) {
        StandardCurveProtocol curve = StandardCurveProtocol.of(settings, faults);
        if (curve.lloqLimit() < curve.standardLimit()) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf("lloqLimitPercent"),
                    "the lowest standard is held to a narrower limit than the others",
                    "set lloqLimitPercent at or above standardLimitPercent");
        }
        return new CollagenProtocol(
                curve,
                settings.get(CollagenKeys.ANALYTE),
                new Volumes(
                        millilitres(settings.find(CollagenKeys.SAMPLE_VOLUME)),
                        millilitres(settings.find(CollagenKeys.SOLUBLE_VOLUME)),
                        millilitres(settings.find(CollagenKeys.INSOLUBLE_VOLUME))),
                settings.get(CollagenKeys.SERUM_BLANK),
                number(settings.find(CollagenKeys.DENOMINATOR_CV).map(percent -> percent / 100)),
                number(settings.find(CollagenKeys.MOLAR_MASS)),
                new Culture(
                        number(settings.find(CollagenKeys.SERUM)),
                        settings.find(CollagenKeys.ASCORBATE),
                        settings.find(CollagenKeys.EXTRACTION),
                        number(settings.find(CollagenKeys.DYE_TIME).map(time -> time.in(Unit.MINUTE))),
                        settings.find(CollagenKeys.TREATMENT_TIME)),
                settings.entries());
    }

    /** Whether conditions of a collagen assay are to be judged. */
    boolean isCollagen() {
        return analyte.equalsIgnoreCase("collagen");
    }

    private static OptionalDouble millilitres(Optional<Quantity> volume) {
        return number(volume.map(quantity -> quantity.in(Unit.MILLILITRE)));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
