package org.kindlin.assays.plate.allotrope;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes plates as an Allotrope Simple Model document of the manifest {@code plate-reader/REC/2025/03}. The same plates
 * give the same bytes.
 *
 * <p>Numbers are those of the export. The schema fixes the unit of an absorbance to mAU; like the reference converter, the
 * number of the export is written beside it unchanged, and the export's own unit is kept as custom information.
 */
public final class AllotropeWriter {
    private static final String MANIFEST =
            "http://purl.allotrope.org/manifests/plate-reader/REC/2025/03/plate-reader.manifest";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AllotropeWriter() {}

    /**
     * The document, UTF-8.
     *
     * @param source the file the plates were read from
     * @param version of Kindlin
     * @throws InputFaultException if how a read was detected is not known, which the model cannot say
     */
    public static byte[] write(RawFile source, List<Plate> plates, String version) {
        requireModes(source, plates);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$asm.manifest", MANIFEST);
        ObjectNode aggregate = document.putObject(AllotropeReader.AGGREGATE);
        dataSystem(aggregate.putObject("data system document"), source, version);
        aggregate
                .putObject("device system document")
                .put("device identifier", "N/A")
                .put("model number", "N/A");
        PlateDocuments documents = new PlateDocuments();
        plates.forEach(documents::add);
        aggregate.set("plate reader document", documents.plateReaderDocuments());
        documents
                .calculatedData()
                .ifPresent(calculated -> aggregate.set("calculated data aggregate document", calculated));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    private static void dataSystem(ObjectNode system, RawFile source, String version) {
        if (source.simulated()) {
            system.putObject("custom information document").put("origin", RawFile.SIMULATED_MARK);
        }
        system.put("ASM file identifier", "N/A")
                .put("data system instance identifier", "N/A")
                .put("file name", source.name())
                .put("UNC path", source.path())
                .put("ASM converter name", "kindlin")
                .put("ASM converter version", version)
                .put("software name", "N/A");
    }

    private static void requireModes(RawFile source, List<Plate> plates) {
        List<Fault> unknown = plates.stream()
                .flatMap(plate -> plate.reads().stream())
                .filter(read -> Feature.of(read.mode()).isEmpty())
                .map(PlateRead::name)
                .distinct()
                .map(name -> new Fault(
                        source.path(),
                        "read '" + name + "'",
                        "how it was detected is not stated, and the model knows absorbance, fluorescence and luminescence",
                        "label the read with its detection, such as 'Absorbance 450'"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InputFaultException(unknown);
        }
    }

    /** The feature of a read whose detection is known. */
    static Feature featureOf(PlateRead read) {
        Optional<Feature> feature = Feature.of(read.mode());
        return feature.orElseThrow(() -> new IllegalArgumentException(read.label() + ": detection is not known"));
    }
}
