package org.kindlin.assays.plate.allotrope;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.fault.Findings;

/** Allotrope Simple Model, plate reader. */
public final class AllotropeReader implements PlateReader {
    static final String AGGREGATE = "plate reader aggregate document";
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "allotrope", "", "JSON with \"$asm.manifest\" and \"" + AGGREGATE + "\" (Allotrope Simple Model)");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int score(PlateSource source) {
        if (source.kind() != PlateSource.Kind.JSON) {
            return 0;
        }
        String text = new String(source.file().bytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("\"" + AGGREGATE + "\"") ? 100 : text.contains("$asm.manifest") ? 60 : 0;
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return JsonFields.tree(source.file(), findings)
                .map(tree -> new AllotropeParser(source.file().path(), findings).plates(tree))
                .orElse(List.of());
    }
}
