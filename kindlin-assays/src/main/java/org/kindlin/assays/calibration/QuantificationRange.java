package org.kindlin.assays.calibration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;

/**
 * The concentrations (undiluted by any factor: as they stand in the well) that are reported as numbers.
 *
 * @param lower lower limit of quantification
 * @param upper upper limit of quantification
 */
public record QuantificationRange(double lower, double upper) {

    /**
     * The longest run of neighbouring standards of which the lowest keeps within the wider and the others within the
     * narrower limit of bias and CV (ICH M10, 2022, 3.2.5.2 and 3.2.5.4: 20 % at the lowest, 15 % above); empty where no
     * two neighbours do.
     */
    static Optional<QuantificationRange> of(List<StandardLevel> levels, StandardCurveProtocol protocol) {
        return switch (protocol.range()) {
            case NONE -> Optional.of(new QuantificationRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
            case STANDARDS ->
                Optional.of(new QuantificationRange(
                        levels.getFirst().concentration(), levels.getLast().concentration()));
            case RECOVERY ->
                byRecovery(
                        levels.stream()
                                .filter(level -> level.concentration() > 0)
                                .toList(),
                        protocol);
        };
    }

    private static Optional<QuantificationRange> byRecovery(
            List<StandardLevel> levels, StandardCurveProtocol protocol) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).holds(protocol.lloqLimit())) {
                int end = i + 1;
                while (end < levels.size() && levels.get(end).holds(protocol.standardLimit())) {
                    end++;
                }
                if (end - i > length) {
                    start = i;
                    length = end - i;
                }
            }
        }
        return start < 0
                ? Optional.empty()
                : Optional.of(new QuantificationRange(
                        levels.get(start).concentration(),
                        levels.get(start + length - 1).concentration()));
    }

    /** How a concentration is reported: as a number, below the lower or above the upper limit. */
    Relation relation(double concentration) {
        return concentration < lower ? Relation.BELOW : concentration > upper ? Relation.ABOVE : Relation.EQUAL;
    }

    /** The limit that a censored concentration is reported by. */
    double limit(Relation relation) {
        return relation == Relation.BELOW ? lower : upper;
    }

    /** The lower limit, where there is one. */
    public OptionalDouble lowerIfFinite() {
        return Double.isFinite(lower) ? OptionalDouble.of(lower) : OptionalDouble.empty();
    }

    /** The upper limit, where there is one. */
    public OptionalDouble upperIfFinite() {
        return Double.isFinite(upper) ? OptionalDouble.of(upper) : OptionalDouble.empty();
    }
}
