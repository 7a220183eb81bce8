package org.kindlin.assays.viability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.doseresponse.CurveModel;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * The parameters of a viability assay, validated.
 *
 * @param cellLine line of plates that do not say theirs
 * @param bench what was done to the cells
 * @param signal how readings become percent of vehicle
 * @param growth what is known of untreated growth besides day-0 plates tagged as such
 * @param curves how curves are fitted
 * @param limits where warnings begin
 * @param quality how plates are judged
 * @param tables how tables without plates are read
 * @param molarMass molar mass in g/mol, for maps with mass concentrations
 * @param entries every key as provenance and the methods paragraph tell it
 */
public record ViabilityProtocol(
        Optional<String> cellLine,
        Bench bench,
        Signal signal,
        Growth growth,
        Curves curves,
        Limits limits,
        QualityProtocol quality,
        Tables tables,
        OptionalDouble molarMass,
        List<ProtocolEntry> entries) {

    public ViabilityProtocol {
        entries = List.copyOf(entries);
    }

    /** What was done to the cells; empty means not stated. */
    public record Bench(
            Optional<Reagent> reagent,
            Optional<Culture> culture,
            OptionalDouble cellsPerWell,
            OptionalDouble exposureHours,
            OptionalDouble dmsoPercent) {}

    /**
     * How readings become percent of vehicle.
     *
     * @param reading which read of a plate is analysed, and how strictly its file is read
     * @param reference label of the read to subtract or a part of it; empty for none
     */
    public record Signal(PlateReading reading, String reference, Normalization normalization) {}

    /**
     * What is known of untreated growth.
     *
     * @param dayZeroFiles names of files with cells read when treatment began
     * @param doublingHours doubling time of untreated cells
     */
    public record Growth(List<String> dayZeroFiles, OptionalDouble doublingHours) {}

    /** How curves are fitted, and the confidence level of every interval. */
    public record Curves(CurveModel model, CurveWeights weights, double level) {}

    /** Where warnings begin. */
    public record Limits(double dmsoPercent) {}

    /**
     * How tables without plates are read.
     *
     * @param doseUnit unit of doses whose header says none
     * @param by further columns that split a table
     */
    public record Tables(TableResponse response, Optional<Unit> doseUnit, List<String> by) {}

    /** The protocol of these settings; contradictions become faults. */
    static ViabilityProtocol of(Resolved settings, Faults faults) {
        return new ViabilityProtocol(
                settings.find(ViabilityKeys.CELL_LINE),
                new Bench(
                        settings.find(ViabilityKeys.REAGENT),
                        settings.find(ViabilityKeys.CULTURE),
                        number(settings, ViabilityKeys.SEEDING),
                        hours(settings, ViabilityKeys.EXPOSURE),
                        number(settings, ViabilityKeys.DMSO)),
                new Signal(
                        PlateReading.of(settings, faults),
                        settings.find(ViabilityKeys.REFERENCE).orElse(""),
                        settings.get(ViabilityKeys.NORMALIZATION)),
                new Growth(list(settings, ViabilityKeys.DAY_ZERO), hours(settings, ViabilityKeys.DOUBLING_TIME)),
                new Curves(
                        settings.get(ViabilityKeys.MODEL),
                        settings.get(ViabilityKeys.WEIGHTS),
                        settings.get(ViabilityKeys.LEVEL)),
                new Limits(settings.get(ViabilityKeys.DMSO_LIMIT)),
                QualityProtocol.of(settings, settings.get(ViabilityKeys.LEVEL)),
                new Tables(
                        settings.get(ViabilityKeys.TABLE_RESPONSE),
                        settings.find(ViabilityKeys.TABLE_UNIT),
                        list(settings, ViabilityKeys.BY)),
                number(settings, ViabilityKeys.MOLAR_MASS),
                settings.entries());
    }

    private static OptionalDouble number(Resolved settings, Key<Double> key) {
        return settings.find(key).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble hours(Resolved settings, Key<Quantity> key) {
        return settings.find(key)
                .map(time -> OptionalDouble.of(time.in(Unit.HOUR)))
                .orElseGet(OptionalDouble::empty);
    }

    private static List<String> list(Resolved settings, Key<String> key) {
        return settings.find(key).map(NameList::of).orElse(List.of());
    }
}
