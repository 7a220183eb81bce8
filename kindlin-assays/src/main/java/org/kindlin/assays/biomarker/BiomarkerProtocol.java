package org.kindlin.assays.biomarker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.paired.SignedRank;

/**
 * The parameters of a biomarker analysis.
 *
 * @param unit of the values; empty where not stated
 * @param zeros what happens to differences of zero in the signed-rank test and its estimate
 * @param lowerLimit of quantification; values below it are known only to lie below
 * @param isComposition whether the markers of a sample are parts of a whole
 * @param zeroReplacement what stands for an empty part of a composition
 * @param responderFall percent by which a responder's value falls at least
 */
public record BiomarkerProtocol(
        Columns columns,
        String unit,
        Optional<String> reference,
        SignedRank.Zeros zeros,
        OptionalDouble lowerLimit,
        boolean isComposition,
        OptionalDouble zeroReplacement,
        double responderFall,
        double level) {

    /**
     * Names of columns: before and after, or value and visit.
     *
     * @param baseline the visit that is "before", where visits stand in a column
     */
    public record Columns(
            Optional<String> before,
            Optional<String> after,
            Optional<String> value,
            Optional<String> visit,
            Optional<String> baseline,
            List<String> id,
            Optional<String> marker,
            Optional<String> arm,
            Optional<String> exclude) {
        public Columns {
            id = List.copyOf(id);
        }

        boolean isLong() {
            return visit.isPresent();
        }
    }
}
