package org.kindlin.assays.plate.assay;

import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Style;

/** Estimates as rows of a forest on a scale of positive numbers. */
public final class ForestRows {
    private ForestRows() {}

    /** One estimate with its interval; an arrow where it is censored, words where it is not estimable. */
    public static Forest.Row of(String label, Estimate estimate, Style style) {
        Double value = estimate.value();
        if (value == null) {
            return Forest.Row.undetermined(label, "not estimable");
        }
        double low = estimate.low() == null ? 0 : estimate.low();
        double high = estimate.high() == null ? Double.POSITIVE_INFINITY : estimate.high();
        Style marked = switch (estimate.relation()) {
            case EQUAL -> style;
            case ABOVE -> style.marker(Marker.ARROW_RIGHT);
            case BELOW -> style.marker(Marker.ARROW_LEFT);
        };
        return Forest.Row.of(label, value, Math.min(low, value), Math.max(high, value), text(estimate, value))
                .style(marked);
    }

    private static String text(Estimate estimate, double value) {
        if (estimate.relation() != Relation.EQUAL) {
            return estimate.relation().symbol() + " " + Prose.number(value);
        }
        String low = estimate.low() == null ? "0" : Prose.number(estimate.low());
        String high = estimate.high() == null ? "∞" : Prose.number(estimate.high());
        return Prose.number(value) + " (" + low + " to " + high + ")";
    }
}
