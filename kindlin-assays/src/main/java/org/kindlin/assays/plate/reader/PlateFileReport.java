package org.kindlin.assays.plate.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Finding;

/**
 * What reading one file gave.
 *
 * @param file path of the file, as given
 * @param format what the file was recognised as; empty where nothing fits
 * @param plates as far as they could be read
 * @param faults why the file cannot be analysed; empty where it can
 * @param findings faults, repairs and notes
 */
public record PlateFileReport(
        String file, Optional<PlateFileFormat> format, List<Plate> plates, List<Fault> faults, List<Finding> findings) {

    public PlateFileReport {
        plates = List.copyOf(plates);
        faults = List.copyOf(faults);
        findings = List.copyOf(findings);
    }

    /** What was recognised, in one line: {@code gen5 (Agilent (BioTek)): 1 plate, 2 reads, 96 wells}. */
    public String contents() {
        if (format.isEmpty()) {
            return "no known plate-reader format";
        }
        String vendor = format.get().vendor();
        int reads = plates.stream().mapToInt(plate -> plate.reads().size()).sum();
        long wells = plates.stream()
                .mapToLong(plate -> plate.reads().stream()
                        .flatMap(read -> read.readings().entrySet().stream())
                        .filter(entry -> !(entry.getValue() instanceof Reading.Empty))
                        .map(Map.Entry::getKey)
                        .distinct()
                        .count())
                .sum();
        return format.get().name() + (vendor.isEmpty() ? "" : ", " + vendor) + ": " + count(plates.size(), "plate")
                + ", " + count(reads, "read") + ", " + count(wells, "well");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
