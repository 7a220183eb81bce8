package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.plate.assay.CurveWeights;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** Every protocol key of the kinase assay. */
final class KinaseKeys {
    static final Key<String> TARGET = Key.text(
            "target", null, "Target of plates whose files carry no target tag and whose map has no target column");
    static final Key<Quantity> ATP = Key.positive("atp", Unit.MICROMOLAR, null, "ATP in the reaction");
    static final Key<Quantity> KM_ATP = Key.positive(
            "kmAtp",
            Unit.MICROMOLAR,
            null,
            "Km(ATP) of targets without a key of their own; a kmAtp tag of a file goes before every key");
    static final Key<Quantity> KM_ATP_FAK = Key.positive(
            "kmAtp.FAK",
            Unit.MICROMOLAR,
            "1.2 uM",
            "Km(ATP) of FAK; the default is 1.2 +- 0.1 uM of Biochemistry 2010 (kinetic mechanism of FAK-1)");
    static final Key<Quantity> KM_ATP_PYK2 = Key.positive(
            "kmAtp.Pyk2", Unit.MICROMOLAR, "5 uM", "Km(ATP) of Pyk2; the default is an assumption, none is published");
    static final Key<Quantity> KM_ATP_PYK2_LOW =
            Key.positive("kmAtpLow.Pyk2", Unit.MICROMOLAR, "1 uM", "Lower end of the assumed range of Pyk2's Km(ATP)");
    static final Key<Quantity> KM_ATP_PYK2_HIGH = Key.positive(
            "kmAtpHigh.Pyk2", Unit.MICROMOLAR, "20 uM", "Upper end of the assumed range of Pyk2's Km(ATP)");
    static final Key<Quantity> ENZYME = Key.positive(
            "enzymeConcentration",
            Unit.NANOMOLAR,
            null,
            "Total enzyme in the reaction, for targets without a key of their own; adds Morrison's tight-binding fit");
    static final Key<Quantity> ENZYME_FAK =
            Key.positive("enzymeConcentration.FAK", Unit.NANOMOLAR, null, "Total FAK in the reaction");
    static final Key<Quantity> ENZYME_PYK2 =
            Key.positive("enzymeConcentration.Pyk2", Unit.NANOMOLAR, null, "Total Pyk2 in the reaction");
    static final Key<String> SUBSTRATE =
            Key.text("substrate", null, "Phosphate acceptor with its concentration, such as Poly(Glu,Tyr) 0.1 mg/mL");
    static final Key<String> BUFFER = Key.text("buffer", null, "Kinase buffer");
    static final Key<String> DETERGENT = Key.text(
            "detergent", null, "Detergent with its concentration, or none; without it compounds may aggregate");
    static final Key<Double> DMSO = Key.number("dmsoPercent", 0, 100, null, "DMSO in the reaction, % v/v");
    static final Key<Quantity> PRE_INCUBATION = Key.quantity(
                    "preincubation", Unit.MINUTE, null, "Enzyme with inhibitor before ATP is added")
            .onlyIf("quantity >= 0", time -> time.value() >= 0);
    static final Key<Quantity> RESIDENCE_TIME = Key.positive(
            "residenceTime",
            Unit.MINUTE,
            null,
            "Residence time of the inhibitor on the target, to judge preincubation; assumed 10-120 min on FAK, 1-20 on Pyk2");
    static final Key<Quantity> INCUBATION =
            Key.positive("incubation", Unit.MINUTE, null, "Reaction time, from ATP to the ADP reagent");
    static final Key<Quantity> TEMPERATURE = Key.quantity("temperature", Unit.CELSIUS, null, "Reaction temperature");
    static final Key<String> READOUT = Key.text("readout", "ADP-Glo luminescence", "How ADP is read");
    static final Key<SignalDirection> SIGNAL =
            Key.choice("signal", SignalDirection.class, SignalDirection.RISES_WITH_ADP, "How the reading follows ADP");
    static final Key<Normalization> NORMALIZATION = Key.choice(
            "normalization",
            Normalization.class,
            Normalization.CONTROLS,
            "What 0 % and 100 % activity are: vehicle and no-enzyme (or blank) wells, vehicle wells alone, or nothing");
    static final Key<PositiveControlUse> POSITIVE_CONTROL = Key.choice(
            "positiveControl",
            PositiveControlUse.class,
            PositiveControlUse.CHECK,
            "Whether wells of a reference inhibitor are only reported or define 0 % activity");
    static final Key<StandardCurveModel> STANDARD_CURVE = Key.choice(
            "standardCurve",
            StandardCurveModel.class,
            StandardCurveModel.AUTO,
            "How ADP standard wells turn signal into percent conversion");
    static final Key<Double> CONVERSION_LIMIT = Key.number(
            "conversionLimit",
            0,
            100,
            "20",
            "Percent of ATP turned over in vehicle wells above which a warning is given");
    static final Key<Double> ATP_FACTOR = Key.number(
            "atpOverKmLimit", 1, 1e6, "3", "ATP above Km times this, or below Km over this, is called far from Km");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");
    static final Key<Double> MOLAR_MASS = Key.number(
                    "molarMass",
                    null,
                    "Molar mass in g/mol of the form that was weighed; needed for mass concentrations")
            .onlyIf("number > 0", mass -> mass > 0);
    static final Key<Double> SELECTIVITY_FOLD = Key.number(
            "selectivityFold",
            1,
            1e6,
            "10",
            "Ratio between targets within which a compound is dual, beyond which selective");
    static final Key<PotencyScale> SELECTIVITY_ON =
            Key.choice("selectivityOn", PotencyScale.class, PotencyScale.IC50, "What the selectivity verdict compares");

    private static final Set<String> DESCRIPTIVE = Set.of(
            SUBSTRATE.name(),
            BUFFER.name(),
            DETERGENT.name(),
            DMSO.name(),
            PRE_INCUBATION.name(),
            RESIDENCE_TIME.name(),
            INCUBATION.name(),
            TEMPERATURE.name(),
            READOUT.name(),
            SIGNAL.name());

    private KinaseKeys() {}

    /** Whether a key only describes the reaction, for the methods paragraph to tell. */
    static boolean isDescriptive(String name) {
        return DESCRIPTIVE.contains(name);
    }

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                TARGET,
                ATP,
                KM_ATP,
                KM_ATP_FAK,
                KM_ATP_PYK2,
                KM_ATP_PYK2_LOW,
                KM_ATP_PYK2_HIGH,
                ENZYME,
                ENZYME_FAK,
                ENZYME_PYK2,
                SUBSTRATE,
                BUFFER,
                DETERGENT,
                DMSO,
                PRE_INCUBATION,
                RESIDENCE_TIME,
                INCUBATION,
                TEMPERATURE,
                READOUT));
        keys.addAll(PlateReading.KEYS);
        keys.addAll(List.of(
                SIGNAL,
                NORMALIZATION,
                POSITIVE_CONTROL,
                STANDARD_CURVE,
                CONVERSION_LIMIT,
                ATP_FACTOR,
                CurveWeights.KEY,
                LEVEL,
                MOLAR_MASS,
                SELECTIVITY_FOLD,
                SELECTIVITY_ON));
        keys.addAll(QualityProtocol.KEYS);
        return List.copyOf(keys);
    }
}
