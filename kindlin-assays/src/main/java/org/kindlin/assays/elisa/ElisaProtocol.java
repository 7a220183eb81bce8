package org.kindlin.assays.elisa;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.uncertainty.RatioMethod;

/**
 * The parameters of an in-cell ELISA, validated.
 *
 * @param antigen what the antibody binds
 * @param reads which readings are the antibody's and which the cells'
 * @param ratio how ratios get their interval
 * @param toxicityLimit percent of vehicle's cells
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
     * @param signal label of the antibody's read or a part of it; empty for the first raw one
     * @param stain label of the stain's read or a part of it; empty for the first raw one of its own file
     * @param stainFile part of the name of files with the stain's read; empty where one file has both
     */
    public record Reads(String signal, ElisaNormalization normalization, String stain, Optional<String> stainFile) {}

    /** What grew in the wells and how it was stained; empty means not stated. */
    public record Culture(
            Optional<String> cells,
            OptionalDouble fibroblasts,
            OptionalDouble others,
            OptionalDouble treatmentDays,
            Optional<String> renewal,
            Optional<String> quench,
            Optional<String> stop,
            Optional<StainRead> stainRead) {}

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
        return new ElisaProtocol(
                settings.get(ElisaKeys.ANTIGEN),
                new Reads(settings.find(ElisaKeys.READ).orElse(""), normalization, stain.orElse(""), file),
                settings.get(ElisaKeys.RATIO),
                settings.get(ElisaKeys.TOXICITY_LIMIT),
                QualityProtocol.of(settings, settings.get(ElisaKeys.LEVEL)),
                settings.get(ElisaKeys.LEVEL),
                number(settings.find(ElisaKeys.MOLAR_MASS)),
                new Culture(
                        settings.find(ElisaKeys.CULTURE),
                        number(settings.find(ElisaKeys.STAINED_CELLS)),
                        number(settings.find(ElisaKeys.OTHER_CELLS)),
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
