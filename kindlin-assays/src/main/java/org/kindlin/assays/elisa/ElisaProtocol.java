package org.kindlin.assays.elisa;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.assay.CurveWeights;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.uncertainty.RatioMethod;
import org.kindlin.fault.Faults;

/**
 * The parameters of an in-cell ELISA, validated.
 *
 * @param antigen what the antibody binds
 * @param reads which readings are the antibody's and which the cells'
 * @param ratio how ratios get their interval
 * @param toxicityLimit percent of vehicle's cells
 * @param weights how much a well counts in a curve
 * @param quality how plates are judged
 * @param level confidence level
 * @param molarMass g/mol of the compound's form
 * @param culture what grew in the wells and how it was stained
 * @param entries every key as provenance and the methods paragraph tell it
 */
public record ElisaProtocol(
        String antigen,
        Reads reads,
        RatioMethod ratio,
        double toxicityLimit,
        CurveWeights weights,
        QualityProtocol quality,
        double level,
        OptionalDouble molarMass,
        Culture culture,
        List<ProtocolEntry> entries) {

    public ElisaProtocol {
        entries = List.copyOf(entries);
    }

    /**
     * Which readings are which.
     *
     * @param signal which read is the antibody's, and how strictly files are read
     * @param stain label of the stain's read or a part of it; empty for the first raw one of its own file
     * @param stainFile part of the name of files with the stain's read; empty where one file has both
     */
    public record Reads(
            PlateReading signal, ElisaNormalization normalization, String stain, Optional<String> stainFile) {}

    /**
     * What grew in the wells and how it was stained; empty means not stated.
     *
     * @param fibroblasts seeded per well
     * @param others other cells seeded per well
     */
    public record Culture(
            Optional<String> cells,
            OptionalDouble fibroblasts,
            OptionalDouble others,
            UnstimulatedCells unstimulated,
            OptionalDouble treatmentDays,
            Optional<String> renewal,
            Optional<String> quench,
            Optional<String> stop,
            Optional<StainRead> stainRead) {

        /** Fibroblasts among the cells seeded in a co-culture; empty where it is not stated. */
        OptionalDouble fibroblastShare() {
            return fibroblasts.isPresent() && others.isPresent() && fibroblasts.getAsDouble() > 0
                    ? OptionalDouble.of(fibroblasts.getAsDouble() / (fibroblasts.getAsDouble() + others.getAsDouble()))
                    : OptionalDouble.empty();
        }
    }

    /** The protocol of these settings; contradictions become faults. */
    static ElisaProtocol of(Resolved settings, Faults faults) {
        Optional<String> stain = settings.find(ElisaKeys.STAIN_READ);
        Optional<String> file = settings.find(ElisaKeys.STAIN_FILE);
        boolean named = stain.isPresent() || file.isPresent();
        ElisaNormalization normalization = settings.find(ElisaKeys.NORMALIZATION)
                .orElse(named ? ElisaNormalization.DAPI : ElisaNormalization.NONE);
        if (normalization != ElisaNormalization.NONE && !named) {
            fault(
                    settings,
                    ElisaKeys.NORMALIZATION,
                    "normalization asks for a second reading of every well, and none is named",
                    "set normalizationRead to the label of that read, or normalizationFile to a part of its file's name",
                    faults);
        }
        ElisaProtocol protocol = resolved(settings, normalization, stain.orElse(""), file, faults);
        if (protocol.culture.unstimulated() == UnstimulatedCells.FIBROBLASTS_ALONE
                && protocol.culture.fibroblastShare().isEmpty()) {
            fault(
                    settings,
                    ElisaKeys.UNSTIMULATED,
                    "fibroblasts alone are compared with a co-culture of unknown composition",
                    "set fibroblastsPerWell and otherCellsPerWell",
                    faults);
        }
        return protocol;
    }

    private static ElisaProtocol resolved(
            Resolved settings, ElisaNormalization normalization, String stain, Optional<String> file, Faults faults) {
        return new ElisaProtocol(
                settings.get(ElisaKeys.ANTIGEN),
                new Reads(PlateReading.of(settings, faults), normalization, stain, file),
                settings.get(ElisaKeys.RATIO),
                settings.get(ElisaKeys.TOXICITY_LIMIT),
                settings.get(CurveWeights.KEY),
                QualityProtocol.of(settings, settings.get(ElisaKeys.LEVEL)),
                settings.get(ElisaKeys.LEVEL),
                number(settings.find(ElisaKeys.MOLAR_MASS)),
                new Culture(
                        settings.find(ElisaKeys.CULTURE),
                        number(settings.find(ElisaKeys.STAINED_CELLS)),
                        number(settings.find(ElisaKeys.OTHER_CELLS)),
                        settings.get(ElisaKeys.UNSTIMULATED),
                        number(settings.find(ElisaKeys.TREATMENT_TIME).map(ElisaProtocol::days)),
                        settings.find(ElisaKeys.RENEWAL),
                        settings.find(ElisaKeys.QUENCH),
                        settings.find(ElisaKeys.STOP),
                        settings.find(ElisaKeys.STAIN_TIME)),
                settings.entries());
    }

    boolean isNormalized() {
        return reads.normalization() != ElisaNormalization.NONE;
    }

    /** What share of a stimulated well's stain unstimulated wells' antigen-bearing cells are compared with; 1 for all. */
    double comparedShare() {
        return culture.unstimulated() == UnstimulatedCells.SAME
                ? 1
                : culture.fibroblastShare().orElse(1);
    }

    private static double days(Quantity time) {
        return time.in(Unit.DAY);
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
