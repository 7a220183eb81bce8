package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.plate.assay.CurveWeights;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.uncertainty.RatioMethod;

/** Every protocol key of the in-cell ELISA. */
final class ElisaKeys {
    static final Key<String> ANTIGEN = Key.text("antigen", "alpha-SMA", "What the primary antibody binds");
    static final Key<ElisaNormalization> NORMALIZATION = Key.choice(
            "normalization",
            ElisaNormalization.class,
            null,
            "What the signal is divided by; dapi where a read or file for it is named, else none");
    static final Key<String> STAIN_READ = Key.text(
            "normalizationRead",
            null,
            "Label of the read of DAPI or protein, or a part of it, where one file has both");
    static final Key<String> STAIN_FILE = Key.text(
            "normalizationFile",
            null,
            "Part of the name of the files with the read of DAPI or protein, in the same order");
    static final Key<RatioMethod> RATIO =
            Key.choice("ratioInterval", RatioMethod.class, RatioMethod.FIELLER, "How ratios get their interval");
    static final Key<Double> TOXICITY_LIMIT = Key.number(
            "toxicityLimitPercent", 0, 100, "80", "Cells left, in % of vehicle, below which a dose counts as toxic");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");
    static final Key<Double> MOLAR_MASS = Key.number(
                    "molarMass",
                    null,
                    "Molar mass in g/mol of the form that was weighed; needed for mass concentrations")
            .onlyIf("number > 0", mass -> mass > 0);
    static final Key<Double> STAINED_CELLS =
            Key.number("fibroblastsPerWell", 0, 1e9, null, "Fibroblasts seeded per well");
    static final Key<Double> OTHER_CELLS = Key.number(
            "otherCellsPerWell",
            0,
            1e9,
            null,
            "Cancer cells, monocytes and other cells seeded per well, which DAPI counts too");
    static final Key<UnstimulatedCells> UNSTIMULATED = Key.choice(
            "unstimulatedCells",
            UnstimulatedCells.class,
            UnstimulatedCells.SAME,
            "Which cells unstimulated wells hold; fibroblasts-alone takes the seeded share of fibroblasts as that of the stain");
    static final Key<String> CULTURE = Key.text("coculture", null, "Cells that were grown together");
    static final Key<Quantity> TREATMENT_TIME = Key.positive("treatmentTime", Unit.DAY, null, "Time with the compound");
    static final Key<String> RENEWAL = Key.text("renewal", null, "Renewal of medium with compound, or none");
    static final Key<String> QUENCH =
            Key.text("peroxidaseQuench", null, "How endogenous peroxidase was quenched, or none");
    static final Key<String> STOP =
            Key.text("stopSolution", null, "What stopped the substrate, such as 2 N H2SO4, or none");
    static final Key<StainRead> STAIN_TIME =
            Key.choice("normalizationReadAt", StainRead.class, null, "When DAPI or protein was read");
    static final Key<String> PRIMARY = Key.text("primaryAntibody", null, "Primary antibody with its dilution");
    static final Key<String> BLOCK = Key.text("blocking", null, "Blocking buffer and time");

    private static final Set<String> DESCRIPTIVE = Set.of(
            ANTIGEN.name(),
            CULTURE.name(),
            STAINED_CELLS.name(),
            OTHER_CELLS.name(),
            UNSTIMULATED.name(),
            TREATMENT_TIME.name(),
            RENEWAL.name(),
            QUENCH.name(),
            STOP.name(),
            STAIN_TIME.name(),
            PRIMARY.name(),
            BLOCK.name());

    private ElisaKeys() {}

    /** Whether a key only describes the experiment, for the methods paragraph to tell. */
    static boolean isDescriptive(String name) {
        return DESCRIPTIVE.contains(name);
    }

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                ANTIGEN,
                NORMALIZATION,
                STAIN_READ,
                STAIN_FILE,
                RATIO,
                TOXICITY_LIMIT,
                CurveWeights.KEY,
                LEVEL,
                MOLAR_MASS,
                CULTURE,
                STAINED_CELLS,
                OTHER_CELLS,
                UNSTIMULATED,
                TREATMENT_TIME,
                RENEWAL,
                BLOCK,
                PRIMARY,
                QUENCH,
                STOP,
                STAIN_TIME));
        keys.addAll(PlateReading.KEYS);
        keys.addAll(QualityProtocol.KEYS);
        return keys;
    }
}
