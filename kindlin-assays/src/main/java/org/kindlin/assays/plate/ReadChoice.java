package org.kindlin.assays.plate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.fault.Faults;

/**
 * Which read of a plate is analysed, and why: the one asked for by its label or a part of it, else the first raw one. What
 * the instrument's software calculated is analysed only where it is asked for.
 *
 * @param read the choice
 * @param reason one sentence for the methods paragraph
 */
public record ReadChoice(PlateRead read, String reason) {

    /**
     * Chooses.
     *
     * @param asked label, or a part that fits one label only; empty for the default
     * @return empty where faults were added
     */
    public static Optional<ReadChoice> of(Plate plate, String asked, Faults faults) {
        return asked.isBlank() ? byDefault(plate, faults) : byLabel(plate, asked.strip(), faults);
    }

    private static Optional<ReadChoice> byDefault(Plate plate, Faults faults) {
        List<PlateRead> raw =
                plate.reads().stream().filter(read -> !read.calculated()).toList();
        if (raw.isEmpty()) {
            faults.add(
                    plate.file(),
                    "read",
                    "holds only what the reader's software calculated",
                    "export the raw data, or ask for one of: " + labels(plate.reads()));
            return Optional.empty();
        }
        String label = "'" + raw.getFirst().label() + "'";
        String reason = plate.reads().size() == 1
                ? label + " is the only read of the plate"
                : label + " is the first raw one of the plate's reads: " + labels(plate.reads());
        return Optional.of(new ReadChoice(raw.getFirst(), reason));
    }

    private static Optional<ReadChoice> byLabel(Plate plate, String asked, Faults faults) {
        Optional<PlateRead> exact = plate.read(asked);
        String part = asked.toLowerCase(Locale.ROOT);
        List<PlateRead> fitting = exact.isPresent()
                ? List.of(exact.get())
                : plate.reads().stream()
                        .filter(read -> read.label().toLowerCase(Locale.ROOT).contains(part))
                        .toList();
        if (fitting.size() == 1) {
            String label = fitting.getFirst().label();
            return Optional.of(new ReadChoice(fitting.getFirst(), "'" + label + "' was asked for"));
        }
        faults.add(
                plate.file(),
                "read",
                (fitting.isEmpty() ? "no read is" : fitting.size() + " reads are") + " called '" + asked + "'",
                "the reads are: " + labels(plate.reads()));
        return Optional.empty();
    }

    private static String labels(List<PlateRead> reads) {
        String some = reads.stream().limit(8).map(PlateRead::label).collect(Collectors.joining("; "));
        return reads.size() > 8 ? some + "; and " + (reads.size() - 8) + " more" : some;
    }
}
