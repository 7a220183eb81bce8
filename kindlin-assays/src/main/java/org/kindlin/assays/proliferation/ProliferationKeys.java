package org.kindlin.assays.proliferation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kindlin.assays.proliferation.ProliferationProtocol.IndexIntervals;
import org.kindlin.assays.proliferation.ProliferationProtocol.IntensityScale;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/** Every protocol key of the dye-dilution assay. */
final class ProliferationKeys {
    static final Key<String> CHANNEL = Key.text(
            "channel",
            null,
            "Channel or column of the dye; where not stated, the one named after a dye (CFSE, CTV, CPD)");
    static final Key<IntensityScale> SCALE = Key.choice(
            "scale",
            IntensityScale.class,
            IntensityScale.AUTO,
            "Whether the column holds intensities or their common logarithms; auto goes by its name (log10)");
    static final Key<String> BY = Key.text(
            "by",
            null,
            "Columns of the file or the sample sheet that tell cultures apart, separated by commas (donor)");
    static final Key<String> UNDIVIDED =
            Key.file("undivided", "File of stained cells that did not divide: where the undivided peak lies");
    static final Key<String> UNSTAINED = Key.file("unstained", "File of cells without dye: their autofluorescence");
    static final Key<Double> AUTOFLUORESCENCE = Key.number(
            "autofluorescence",
            0,
            1e12,
            null,
            "Mean intensity of cells without dye, where no such cells were measured");
    static final Key<Double> UNDIVIDED_LOW = Key.number(
            "undividedLow", 0.1, 1, "0.7", "Lowest undivided peak, as a ratio to the median of the undivided control");
    static final Key<Double> UNDIVIDED_HIGH = Key.number(
            "undividedHigh",
            1,
            1.9,
            "1.15",
            "Highest undivided peak, as a ratio to the median of the undivided control");
    static final Key<Double> GENERATIONS = Key.number(
            "generations", 0, 15, null, "Number of divisions, where it is known; else it is found by a criterion");
    static final Key<Double> MOST_GENERATIONS =
            Key.number("mostGenerations", 1, 15, "10", "The most divisions that are searched for");
    static final Key<String> COMPOUND = Key.text("compound", null, "Name of what the cells were given");
    static final Key<Unit> UNIT = unit();
    static final Key<String> VIABILITY_CHANNEL =
            Key.text("viabilityChannel", null, "Channel or column of a dye that enters dead cells");
    static final Key<Double> VIABILITY_THRESHOLD = Key.number(
            "viabilityThreshold",
            null,
            "Intensity of that dye from which on a cell is dead: not counted, and not viable");
    static final Key<String> GATING =
            Key.file("gating", "Gating-ML 2.0 document with the gate to analyse, for FCS files");
    static final Key<String> GATE =
            Key.text("gate", null, "Population of the gating document to analyse, such as living single T cells");
    static final Key<String> ALL_CELLS = Key.text(
            "viabilityOf",
            null,
            "Population of living and dead cells of the gating document: the share of it in the gate is the viability");
    static final Key<Double> VIABILITY_LOSS = Key.number(
            "viabilityLoss",
            0,
            100,
            "10",
            "Fall of viability from vehicle, in percentage points, that counts as toxic");
    static final Key<IndexIntervals> INTERVALS = Key.choice(
            "intervals",
            IndexIntervals.class,
            IndexIntervals.LIKELIHOOD,
            "Intervals from the curvature of the likelihood, or from refits to resampled events");
    static final Key<Double> BOOTSTRAP_SAMPLES =
            Key.number("bootstrapSamples", 100, 10_000, "400", "Number of resampled data sets");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final List<Key<?>> ALL = List.of(
            CHANNEL,
            SCALE,
            BY,
            UNDIVIDED,
            UNSTAINED,
            AUTOFLUORESCENCE,
            UNDIVIDED_LOW,
            UNDIVIDED_HIGH,
            GENERATIONS,
            MOST_GENERATIONS,
            COMPOUND,
            UNIT,
            VIABILITY_CHANNEL,
            VIABILITY_THRESHOLD,
            GATING,
            GATE,
            ALL_CELLS,
            VIABILITY_LOSS,
            INTERVALS,
            BOOTSTRAP_SAMPLES,
            LEVEL);

    private ProliferationKeys() {}

    private static Key<Unit> unit() {
        return new Key<>(
                "unit",
                "unit of concentration",
                "",
                Unit.NANOMOLAR.symbol(),
                "Unit of doses that state none, and of the results",
                text -> Unit.parse(text)
                        .filter(unit -> unit.dimension() == Unit.NANOMOLAR.dimension()
                                || unit.dimension() == Unit.GRAM_PER_LITRE.dimension()),
                unit -> new Value.Text(unit.symbol()));
    }

    static ProliferationProtocol protocol(Resolved settings, Faults faults) {
        if (settings.isStated(VIABILITY_CHANNEL) != settings.isStated(VIABILITY_THRESHOLD)) {
            fault(
                    settings,
                    VIABILITY_THRESHOLD,
                    "a viability dye needs both viabilityChannel and viabilityThreshold",
                    faults);
        }
        if (settings.isStated(GATING) != settings.isStated(GATE)) {
            fault(settings, GATE, "a gate needs both gating, the document, and gate, its name", faults);
        }
        if (settings.isStated(ALL_CELLS) && (!settings.isStated(GATE) || settings.isStated(VIABILITY_CHANNEL))) {
            fault(settings, ALL_CELLS, "viabilityOf needs a gate of living cells, and no viabilityChannel", faults);
        }
        if (settings.isStated(AUTOFLUORESCENCE) && settings.isStated(UNSTAINED)) {
            fault(settings, AUTOFLUORESCENCE, "autofluorescence is both stated and measured", faults);
        }
        return new ProliferationProtocol(
                new ProliferationProtocol.Events(
                        settings.find(CHANNEL),
                        settings.get(SCALE),
                        settings.find(BY).map(NameList::of).orElse(List.of()),
                        settings.find(VIABILITY_CHANNEL),
                        number(settings.find(VIABILITY_THRESHOLD)),
                        settings.find(GATE),
                        settings.find(ALL_CELLS)),
                settings.get(UNIT),
                settings.find(COMPOUND).orElse(""),
                number(settings.find(AUTOFLUORESCENCE)),
                settings.get(UNDIVIDED_LOW),
                settings.get(UNDIVIDED_HIGH),
                settings.find(GENERATIONS)
                        .map(number -> OptionalInt.of((int) Math.rint(number)))
                        .orElse(OptionalInt.empty()),
                (int) Math.rint(settings.get(MOST_GENERATIONS)),
                settings.get(INTERVALS),
                (int) Math.rint(settings.get(BOOTSTRAP_SAMPLES)),
                settings.get(LEVEL),
                settings.get(VIABILITY_LOSS));
    }

    private static OptionalDouble number(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static void fault(Resolved settings, Key<?> key, String problem, Faults faults) {
        faults.add(
                settings.settings().origin(),
                settings.settings().placeOf(key.name()),
                problem,
                "state one thing or the other, or leave " + key.name() + " out");
    }
}
