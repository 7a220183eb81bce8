package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.combination.NullModel;

/** Every protocol key of the combination assay. */
final class CombinationKeys {
    static final Key<String> X = Key.text("x", "dose", "Column with the dose of the first agent");
    static final Key<String> X2 = Key.text("x2", "dose2", "Column with the dose of the second agent");
    static final Key<String> Y = Key.text("y", "response", "Column with the response");
    static final Key<String> BY =
            Key.text("by", null, "Columns that split the file into matrices, separated by commas (cell line, day)");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "Column that holds a reason where a row is to be left out");
    static final Key<String> COMPOUND = Key.text("compound", "first agent", "Name of the first agent");
    static final Key<String> COMPOUND2 = Key.text("compound2", "second agent", "Name of the second agent");
    static final Key<String> UNIT = Key.text("unit", null, "Unit of the first agent's doses, such as nM");
    static final Key<String> UNIT2 =
            Key.text("unit2", null, "Unit of the second agent's doses; that of the first where not stated");
    static final Key<ResponseScale> SCALE = Key.choice(
            "response",
            ResponseScale.class,
            ResponseScale.VIABILITY,
            "What the responses are: percent inhibition, percent of untreated, or a signal that falls with the effect");
    static final Key<Double> BACKGROUND =
            Key.number("background", "0", "Signal that means the full effect, where responses are signals");
    static final Key<NullModel> MODEL =
            Key.choice("nullModel", NullModel.class, NullModel.BLISS, "What the verdict calls no interaction");
    static final Key<CombinationProtocol.Models> MODELS = Key.choice(
            "nullModels",
            CombinationProtocol.Models.class,
            CombinationProtocol.Models.ALL,
            "Whether all four null models are reported or that of the verdict only, which is several times faster");
    static final Key<Double> ROUNDS =
            Key.number("bootstrapSamples", 199, 100_000, "999", "Number of bootstrap rounds behind the intervals");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final List<Key<?>> ALL = all();

    private CombinationKeys() {}

    private static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                X,
                X2,
                Y,
                BY,
                EXCLUDE,
                COMPOUND,
                COMPOUND2,
                UNIT,
                UNIT2,
                SCALE,
                BACKGROUND,
                MODEL,
                MODELS,
                ROUNDS,
                LEVEL));
        keys.addAll(QualityProtocol.KEYS);
        keys.addAll(PlateReading.KEYS);
        return List.copyOf(keys);
    }

    static CombinationProtocol protocol(Resolved settings, Faults faults) {
        if (settings.isStated(BACKGROUND) && settings.get(SCALE) != ResponseScale.SIGNAL) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(BACKGROUND.name()),
                    "percentages have no background",
                    "state response=signal, or leave background out");
        }
        if (settings.get(X).equals(settings.get(X2))) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(X2.name()),
                    "both agents have their doses in '" + settings.get(X) + "'",
                    "give each agent a column of its own");
        }
        String unit = settings.find(UNIT).orElse("");
        return new CombinationProtocol(
                new CombinationProtocol.Columns(
                        settings.get(X),
                        settings.get(X2),
                        settings.get(Y),
                        settings.find(BY).map(NameList::of).orElse(List.of()),
                        settings.find(EXCLUDE)),
                settings.get(COMPOUND),
                settings.get(COMPOUND2),
                unit,
                settings.find(UNIT2).orElse(unit),
                settings.get(SCALE),
                settings.get(BACKGROUND),
                settings.get(MODEL),
                settings.get(MODELS) == CombinationProtocol.Models.ALL
                        ? List.of(NullModel.values())
                        : List.of(settings.get(MODEL)),
                (int) Math.round(settings.get(ROUNDS)),
                settings.get(LEVEL),
                PlateReading.of(settings, faults),
                QualityProtocol.of(settings, settings.get(LEVEL)));
    }
}
