package org.kindlin.assays.cytometry;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;

/** The keys of macrophage polarisation. */
final class PolarisationKeys {
    /** When the compound was added. */
    enum DrugAdded {
        BEFORE_POLARISATION,
        WITH_POLARISATION,
        AFTER_POLARISATION
    }

    private static final Key<String> M1 = Key.text("m1", "CD80, CD86", "Markers of M1 macrophages");
    private static final Key<String> M2 = Key.text("m2", "CD163, CD206", "Markers of M2 macrophages");
    private static final Key<FileMap> MARKERS = new Key<>(
            "markers",
            "marker=channel, ...",
            "",
            null,
            "Channel of each marker where $PnS does not say it, as 'CD80=PE-A, CD206=APC-A'",
            FileMap::parse,
            FileMap.key("markers", "", "").describe());
    private static final Key<String> POPULATION = Key.text(
            "population",
            null,
            "Gate whose cells are scored; where not stated 'macrophages', else the innermost drawn gate, else all events");
    private static final Key<Double> COFACTOR =
            Key.number("cofactor", 1e-6, 1e9, "150", "Cofactor of the score: medians enter as asinh(median/cofactor)");
    private static final Key<FileMap> CONTROLS = FileMap.key(
            "controls",
            "marker",
            "FMO, isotype or unstained controls, each with the marker it is for, or all; in a study the tag 'control' says it");
    private static final Key<Double> QUANTILE = Key.number(
            "controlQuantile", 0.5, 0.99999, "0.995", "Share of a control's events below the limit of positive cells");
    private static final Key<FileMap> DOSES =
            FileMap.key("doses", "number", "Dose of each file, 0 for vehicle; in a study the tag 'dose' says it");
    private static final Key<String> DOSE_UNIT = Key.text("doseUnit", "nM", "Unit of the doses");
    private static final Key<FileMap> DONORS =
            FileMap.key("donors", "donor", "Donor of each file; in a study the tag 'donor' says it");
    private static final Key<String> CELLS = Key.text("cells", null, "Cells, such as 'RAW 264.7' or 'human PBMC'");
    private static final Key<Boolean> PERMEABILISED = new Key<>(
            "permeabilised",
            "yes/no",
            "",
            null,
            "Whether cells were permeabilised before staining",
            Key.flag("permeabilised", false, "").parser(),
            Key.flag("permeabilised", false, "").describe());
    private static final Key<DrugAdded> DRUG = Key.choice(
            "compoundAdded",
            DrugAdded.class,
            null,
            "When the compound was added, relative to the polarising cytokines");

    static final List<Key<?>> ALL = List.of(
            M1,
            M2,
            MARKERS,
            POPULATION,
            COFACTOR,
            CONTROLS,
            QUANTILE,
            DOSES,
            DOSE_UNIT,
            DONORS,
            CELLS,
            PERMEABILISED,
            DRUG);

    private PolarisationKeys() {}

    static PolarisationProtocol protocol(Resolved settings) {
        return new PolarisationProtocol(
                NameList.of(settings.get(M1)),
                NameList.of(settings.get(M2)),
                settings.find(MARKERS).orElse(FileMap.NONE),
                settings.find(POPULATION).orElse(""),
                settings.get(COFACTOR),
                settings.find(CONTROLS).orElse(FileMap.NONE),
                settings.get(QUANTILE),
                settings.find(DOSES).orElse(FileMap.NONE),
                settings.get(DOSE_UNIT),
                settings.find(DONORS).orElse(FileMap.NONE),
                new PolarisationProtocol.Conditions(
                        settings.find(CELLS).orElse(""),
                        settings.find(PERMEABILISED)
                                .map(yes -> yes ? "yes" : "no")
                                .orElse(""),
                        settings.find(DRUG).map(Key::spelling).orElse("")));
    }
}
