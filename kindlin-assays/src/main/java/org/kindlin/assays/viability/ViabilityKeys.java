package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.doseresponse.CurveModel;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** Every protocol key of the viability assay. */
final class ViabilityKeys {
    static final Key<Reagent> REAGENT =
            Key.choice("reagent", Reagent.class, null, "What makes living cells readable; its wavelength is checked");
    static final Key<String> CELL_LINE = Key.text(
            "cellLine", null, "Cell line of plates whose files carry no cellLine tag and whose map names none");
    static final Key<Culture> CULTURE = Key.choice(
            "culture", Culture.class, null, "How the cells grow; not stated counts as two-dimensional in warnings");
    static final Key<Double> SEEDING =
            Key.number("seedingDensity", null, "Cells seeded per well").onlyIf("number > 0", cells -> cells > 0);
    static final Key<Quantity> EXPOSURE = Key.positive(
            "exposure",
            Unit.HOUR,
            null,
            "Time from adding the compound to the reagent; a time tag of a file goes before");
    static final Key<Double> DMSO = Key.number("dmsoPercent", 0, 100, null, "DMSO on the cells, % v/v");
    static final Key<Double> DMSO_LIMIT =
            Key.number("dmsoLimit", 0, 100, "0.5", "DMSO in % v/v above which a warning is given");
    static final Key<String> REFERENCE = Key.text(
            "referenceRead",
            null,
            "Label, or a part of it, of the read at the reference wavelength (630-690 nm for MTT), subtracted well by well");
    static final Key<Normalization> NORMALIZATION = Key.choice(
            "normalization",
            Normalization.class,
            Normalization.BLANK_AND_VEHICLE,
            "What 0 % and 100 % viability are: blank and vehicle wells, or vehicle wells and a signal of zero");
    static final Key<String> DAY_ZERO = Key.text(
            "dayZero",
            null,
            "File or files, separated by commas, of untreated cells read when treatment began; a file tagged 'time: 0 h' is"
                    + " one too");
    static final Key<Quantity> DOUBLING_TIME = Key.positive(
            "doublingTime",
            Unit.HOUR,
            null,
            "Doubling time of untreated cells, for growth rate inhibition without a day-0 plate; a tag goes before");
    static final Key<CurveModel> MODEL =
            Key.choice("model", CurveModel.class, CurveModel._4PL, "Curve fitted to percent of vehicle");
    static final Key<CurveWeights> WEIGHTS =
            Key.choice("weights", CurveWeights.class, CurveWeights.REPLICATES, "How much a well counts in a curve");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");
    static final Key<Double> MOLAR_MASS = Key.number(
                    "molarMass",
                    null,
                    "Molar mass in g/mol of the form that was weighed; needed for mass concentrations")
            .onlyIf("number > 0", mass -> mass > 0);
    static final Key<String> BY = Key.text(
            "by",
            null,
            "Columns of a table, separated by commas, that split it into further curves besides compound and line");
    static final Key<TableResponse> TABLE_RESPONSE = Key.choice(
            "tableResponse",
            TableResponse.class,
            TableResponse.PERCENT,
            "Unit of the responses of a table without plates");
    static final Key<Unit> TABLE_UNIT = new Key<>(
            "tableDoseUnit",
            "unit of concentration",
            "",
            null,
            "Unit of a table's doses where its header does not say (concentration_uM)",
            text -> Unit.parse(text).filter(unit -> unit.dimension() == Dimension.AMOUNT_CONCENTRATION),
            unit -> new Value.Text(unit.symbol()));
    static final Key<String> MEDIUM = Key.text("medium", null, "Medium with serum");
    static final Key<String> STAINING =
            Key.text("staining", null, "Concentration and time of the reagent, and how its product was dissolved");

    private static final Set<String> DESCRIPTIVE = Set.of(
            REAGENT.name(),
            CULTURE.name(),
            SEEDING.name(),
            EXPOSURE.name(),
            DMSO.name(),
            MEDIUM.name(),
            STAINING.name());

    private ViabilityKeys() {}

    /** Whether a key only describes what was done, for the methods paragraph to tell. */
    static boolean isDescriptive(String name) {
        return DESCRIPTIVE.contains(name);
    }

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                REAGENT,
                CELL_LINE,
                CULTURE,
                SEEDING,
                EXPOSURE,
                DMSO,
                MEDIUM,
                STAINING,
                REFERENCE,
                NORMALIZATION,
                DAY_ZERO,
                DOUBLING_TIME,
                MODEL,
                WEIGHTS,
                LEVEL,
                DMSO_LIMIT,
                MOLAR_MASS,
                TABLE_RESPONSE,
                TABLE_UNIT,
                BY));
        keys.addAll(PlateReading.KEYS);
        keys.addAll(QualityProtocol.KEYS);
        return keys;
    }
}
