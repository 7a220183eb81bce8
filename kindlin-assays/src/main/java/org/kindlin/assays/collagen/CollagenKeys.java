package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.calibration.StandardCurveKeys;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** Every protocol key of the collagen assay. */
final class CollagenKeys {
    static final Key<String> ANALYTE = Key.text(
            "analyte",
            "collagen",
            "What the standards are; conditions of a collagen assay are judged only for collagen");
    static final Key<Quantity> SAMPLE_VOLUME = Key.positive(
            "sampleVolume",
            Unit.MICROLITRE,
            null,
            "Volume of extract that went into the reaction, where standards are given as masses");
    static final Key<Quantity> SOLUBLE_VOLUME = Key.positive(
            "solubleVolume", Unit.MILLILITRE, null, "Volume of supernatant or soluble extract of one culture");
    static final Key<Quantity> INSOLUBLE_VOLUME =
            Key.positive("insolubleVolume", Unit.MILLILITRE, null, "Volume of the extract of one culture's cell layer");
    static final Key<SerumBlankUse> SERUM_BLANK = Key.choice(
            "serumBlank",
            SerumBlankUse.class,
            SerumBlankUse.SUBTRACT,
            "What is done with the reading of cell-free medium in soluble fractions");
    static final Key<Double> DENOMINATOR_CV = Key.number(
            "denominatorCvPercent",
            0,
            100,
            null,
            "CV of one determination of cells or protein in %, for cultures that stand alone");
    static final Key<Double> MOLAR_MASS = Key.number(
                    "molarMass", null, "Molar mass in g/mol of the compound's form, for doses given by mass")
            .onlyIf("number > 0", mass -> mass > 0);
    static final Key<Double> SERUM = Key.number("serumPercent", 0, 100, null, "Serum in the culture medium, % v/v");
    static final Key<String> EXTRACTION =
            Key.text("extraction", null, "How the fractions were extracted, such as 0.5 M acetic acid with pepsin");
    static final Key<String> ASCORBATE =
            Key.text("ascorbate", null, "Ascorbate in the medium with its concentration, or none");
    static final Key<Quantity> DYE_TIME = Key.positive("dyeTime", Unit.MINUTE, null, "Time with the dye");
    static final Key<Quantity> TREATMENT_TIME =
            Key.positive("treatmentTime", Unit.HOUR, null, "Time with the compound");
    static final Key<String> CELLS = Key.text("cells", null, "Cells of the culture");

    private static final Set<String> DESCRIPTIVE = Set.of(
            ANALYTE.name(),
            SERUM.name(),
            EXTRACTION.name(),
            ASCORBATE.name(),
            DYE_TIME.name(),
            TREATMENT_TIME.name(),
            CELLS.name(),
            SAMPLE_VOLUME.name(),
            SOLUBLE_VOLUME.name(),
            INSOLUBLE_VOLUME.name());

    private CollagenKeys() {}

    /** Whether a key only describes the experiment, for the methods paragraph to tell. */
    static boolean isDescriptive(String name) {
        return DESCRIPTIVE.contains(name);
    }

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(StandardCurveKeys.all());
        keys.addAll(List.of(
                ANALYTE,
                SAMPLE_VOLUME,
                SOLUBLE_VOLUME,
                INSOLUBLE_VOLUME,
                SERUM_BLANK,
                DENOMINATOR_CV,
                MOLAR_MASS,
                CELLS,
                TREATMENT_TIME,
                SERUM,
                ASCORBATE,
                EXTRACTION,
                DYE_TIME));
        return keys;
    }
}
