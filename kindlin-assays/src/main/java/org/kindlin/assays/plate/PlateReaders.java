package org.kindlin.assays.plate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.fault.InputFaultException;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextTable;

/** Every plate-reader format that can be read; the format of a file is found by its content, never by its name. */
public final class PlateReaders {
    private static final List<PlateReader> ALL =
            List.of(new BmgMarsReader(), new EnVisionReader(), new TidyPlateReader(), new GridPlateReader());

    /** From here on no other reader is asked. */
    private static final int SURE = 90;

    private PlateReaders() {}

    /** The formats, for {@code kindlin formats}. */
    public static List<PlateFileFormat> formats() {
        return ALL.stream().map(PlateReader::format).toList();
    }

    /**
     * The plates of a file.
     *
     * @param faults takes every fault of the file
     * @return at least one plate, or none where faults were added
     */
    public static List<Plate> read(RawFile file, Faults faults) {
        Faults own = new Faults();
        List<Plate> plates =
                TextTable.read(file, own).map(table -> read(table, own)).orElse(List.of());
        own.all().forEach(faults::add);
        return own.any() ? List.of() : plates;
    }

    /**
     * The plates of a file, at least one.
     *
     * @throws InputFaultException with every fault of the file
     */
    public static List<Plate> read(RawFile file) {
        Faults faults = new Faults();
        List<Plate> plates = read(file, faults);
        faults.throwIfAny();
        return plates;
    }

    /** The format that a file is in; empty where none fits. */
    public static Optional<PlateFileFormat> formatOf(RawFile file) {
        return TextTable.read(file, new Faults())
                .flatMap(PlateReaders::readerOf)
                .map(PlateReader::format);
    }

    private static Optional<PlateReader> readerOf(TextTable table) {
        Optional<PlateReader> best = Optional.empty();
        int most = 0;
        for (PlateReader reader : ALL) {
            int score = most >= SURE ? 0 : reader.score(table);
            if (score > most) {
                best = Optional.of(reader);
                most = score;
            }
        }
        return best;
    }

    private static List<Plate> read(TextTable table, Faults faults) {
        Optional<PlateReader> reader = readerOf(table);
        if (reader.isEmpty()) {
            String known = formats().stream().map(PlateFileFormat::recognises).collect(Collectors.joining("; "));
            faults.add(table.file(), "", "is in none of the plate-reader formats", "looked for: " + known);
            return List.of();
        }
        List<Plate> plates = reader.get().read(table, faults);
        if (plates.isEmpty() && !faults.any()) {
            faults.add(
                    table.file(),
                    "",
                    "looks like " + reader.get().format().name() + " but holds no readings",
                    "export the plate with its readings; looked for: "
                            + reader.get().format().recognises());
        }
        return plates;
    }
}
