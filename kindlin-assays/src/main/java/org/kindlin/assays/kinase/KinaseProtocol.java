package org.kindlin.assays.kinase;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.CurveWeights;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * The parameters of a kinase assay, validated.
 *
 * @param target target of plates that do not say theirs
 * @param constants ATP, Km(ATP) and enzyme by target
 * @param reaction what was in the wells and for how long
 * @param scale how readings become percent inhibition
 * @param limits where warnings begin
 * @param quality how plates are judged
 * @param selectivity the rule of the selectivity verdict
 * @param weights how much a well counts in a curve
 * @param level confidence level of every interval
 * @param molarMass molar mass in g/mol, for maps with mass concentrations
 * @param entries every key as provenance and the methods paragraph tell it
 */
public record KinaseProtocol(
        Optional<String> target,
        TargetConstants constants,
        Reaction reaction,
        Scale scale,
        Limits limits,
        QualityProtocol quality,
        SelectivityRule selectivity,
        CurveWeights weights,
        double level,
        OptionalDouble molarMass,
        List<ProtocolEntry> entries) {

    public KinaseProtocol {
        entries = List.copyOf(entries);
    }

    /**
     * What was in the wells and for how long; empty means not stated.
     *
     * @param dmsoPercent DMSO, % v/v
     * @param preIncubationMinutes enzyme with inhibitor before ATP
     * @param residenceMinutes residence time of the inhibitor on the target
     */
    public record Reaction(
            Optional<String> detergent,
            OptionalDouble dmsoPercent,
            OptionalDouble preIncubationMinutes,
            OptionalDouble residenceMinutes) {}

    /**
     * How readings become percent inhibition.
     *
     * @param reading how plates are read, and which of their reads
     */
    public record Scale(
            PlateReading reading,
            SignalDirection signal,
            Normalization normalization,
            PositiveControlUse positiveControl,
            StandardCurveModel standardCurve) {

        /** The wells that stand for no activity: no-enzyme, else blank; a positive control where it is told to. */
        WellRole zeroRole(AssayBlock block) {
            if (positiveControl == PositiveControlUse.ZERO_ACTIVITY && block.has(WellRole.POSITIVE)) {
                return WellRole.POSITIVE;
            }
            return block.has(WellRole.NO_ENZYME) ? WellRole.NO_ENZYME : WellRole.BLANK;
        }
    }

    /**
     * Where warnings begin.
     *
     * @param conversionPercent ATP turned over in vehicle wells
     * @param atpOverKm factor by which ATP may differ from its Km
     */
    public record Limits(double conversionPercent, double atpOverKm) {}

    /**
     * The rule of the selectivity verdict.
     *
     * @param fold a compound is dual if the whole interval of the ratio lies within 1/fold to fold
     * @param on what is compared
     */
    public record SelectivityRule(double fold, PotencyScale on) {}

    /** The protocol of these settings; contradictions become faults. */
    static KinaseProtocol of(Resolved settings, Faults faults) {
        Scale scale = new Scale(
                PlateReading.of(settings, faults),
                settings.get(KinaseKeys.SIGNAL),
                settings.get(KinaseKeys.NORMALIZATION),
                settings.get(KinaseKeys.POSITIVE_CONTROL),
                settings.get(KinaseKeys.STANDARD_CURVE));
        rejectZeroWithoutSignal(scale, settings, faults);
        return new KinaseProtocol(
                settings.find(KinaseKeys.TARGET).map(KnownTarget::canonical),
                TargetConstants.of(settings, faults),
                reaction(settings),
                scale,
                new Limits(settings.get(KinaseKeys.CONVERSION_LIMIT), settings.get(KinaseKeys.ATP_FACTOR)),
                QualityProtocol.of(settings, settings.get(KinaseKeys.LEVEL)),
                new SelectivityRule(settings.get(KinaseKeys.SELECTIVITY_FOLD), settings.get(KinaseKeys.SELECTIVITY_ON)),
                settings.get(CurveWeights.KEY),
                settings.get(KinaseKeys.LEVEL),
                number(settings.find(KinaseKeys.MOLAR_MASS)),
                settings.entries());
    }

    private static Reaction reaction(Resolved settings) {
        return new Reaction(
                settings.find(KinaseKeys.DETERGENT),
                number(settings.find(KinaseKeys.DMSO)),
                number(settings.find(KinaseKeys.PRE_INCUBATION).map(time -> time.in(Unit.MINUTE))),
                number(settings.find(KinaseKeys.RESIDENCE_TIME).map(time -> time.in(Unit.MINUTE))));
    }

    /** Where signal falls with ADP, a signal of zero is not zero activity. */
    private static void rejectZeroWithoutSignal(Scale scale, Resolved settings, Faults faults) {
        if (scale.normalization() == Normalization.VEHICLE && scale.signal() == SignalDirection.FALLS_WITH_ADP) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(KinaseKeys.NORMALIZATION.name()),
                    "normalization=vehicle takes a signal of zero as zero activity, but signal=falls-with-adp",
                    "use normalization=controls with no-enzyme or blank wells in the plate map");
        }
    }

    static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
