package org.kindlin.numerics.sigmoid;

/** No curve is determined by the data. */
public record NotEstimable(Reason reason) implements SigmoidOutcome {

    /** Why data determine no curve. */
    public enum Reason {
        /** A dose, response or weight is not finite, or a weight is not positive. */
        UNUSABLE_VALUE("a dose, response or weight is not a usable number"),
        TOO_FEW_POINTS("fewer observations than parameters"),
        TOO_FEW_DOSES("fewer different doses than parameters"),
        /** Every response is the same: any mid-point and slope fit. */
        CONSTANT_RESPONSE("every mean response is the same"),
        /** No curve that goes the required way keeps the limits on the plateaus better than a constant does. */
        NO_CURVE_WITHIN_LIMITS("no curve meets the constraints");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason in words. */
        public String text() {
            return text;
        }
    }
}
