package org.kindlin.assays.plate.reader;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.fault.Fault;
import org.kindlin.assays.fault.Finding;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.format.PlateFileFormat;

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
}
