package org.kindlin.assays.calibration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * One plate with its standards, blanks and specimens: what one standard curve serves.
 *
 * @param file path of its file
 * @param subject under which words its results stand
 * @param units of the numbers
 * @param blanks readings of wells with everything but the analyte
 * @param serumBlanks wells of cell-free medium, treated as a specimen: what the assay makes of serum
 * @param findings what the reader had to assume
 * @param wavelength of the reading in nm, where the file states it; 0 otherwise
 */
public record StandardCurvePlate(
        String file,
        Map<String, String> subject,
        Units units,
        List<StandardWell> standards,
        List<BlankWell> blanks,
        List<SpecimenWell> serumBlanks,
        List<SpecimenWell> specimens,
        List<Exclusion> exclusions,
        List<Warning> findings,
        double wavelength) {

    /**
     * Units of a plate's numbers; empty where not known.
     *
     * @param concentration of the standards
     * @param signal of the readings
     */
    public record Units(String concentration, String signal) {}

    /** One reading of a well with everything but the analyte. */
    public record BlankWell(String place, double signal) {}

    public StandardCurvePlate {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        standards = List.copyOf(standards);
        blanks = List.copyOf(blanks);
        serumBlanks = List.copyOf(serumBlanks);
        specimens = List.copyOf(specimens);
        exclusions = List.copyOf(exclusions);
        findings = List.copyOf(findings);
    }

    /** The plate as sentences name it. */
    public String label() {
        return subject.isEmpty() ? "the plate" : String.join(", ", subject.values());
    }

    /** What tells the plate from every other of an analysis. */
    String key() {
        return file + "\n" + label();
    }
}
