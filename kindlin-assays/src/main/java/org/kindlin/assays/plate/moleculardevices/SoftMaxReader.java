package org.kindlin.assays.plate.moleculardevices;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/**
 * Reads what SoftMax Pro, the software of Molecular Devices' readers, exports as text: the plate blocks, in plate or in
 * column (time) format, end point, kinetic, spectrum and well scan, one wavelength or several.
 */
public final class SoftMaxReader implements PlateReader {
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "softmax-pro",
            "Molecular Devices",
            "SoftMax Pro text export (SpectraMax, FlexStation, FilterMax): '##BLOCKS=' and 'Plate:' blocks that end with"
                    + " '~End', in plate or column format");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public boolean readsMixedDecimalMarks() {
        return true; // plates are written as the computer writes numbers, groups always with a point
    }

    @Override
    public int score(PlateSource source) {
        return source.table().map(SoftMaxReader::score).orElse(0);
    }

    private static int score(TextTable table) {
        boolean counted =
                table.rows().stream().limit(5).anyMatch(row -> row.cell(0).startsWith("##BLOCKS"));
        boolean plate = table.rows().stream().anyMatch(SoftMaxHeader::isHeader);
        return plate ? counted ? 98 : 92 : counted ? 91 : 0;
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.table()
                .map(table -> SoftMaxBlocks.plates(table, findings).stream()
                        .map(block -> new SoftMaxPlate(block, findings).read())
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }
}
