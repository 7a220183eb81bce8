package org.kindlin.assays.workbook;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** A tidy table from a text file, or from the first sheet of an Excel workbook. */
public final class TidyFile {
    private TidyFile() {}

    /** The table; empty where faults were added. */
    public static Optional<TidyTable> read(RawFile file, Faults faults) {
        byte[] bytes = file.bytes();
        boolean isArchive = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        if (!isArchive) {
            return TidyTable.read(file, faults);
        }
        List<TextTable> sheets = WorkbookReader.read(file, faults);
        return sheets.isEmpty() ? Optional.empty() : TidyTable.of(sheets.getFirst(), faults);
    }
}
