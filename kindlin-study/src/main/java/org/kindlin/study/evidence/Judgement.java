package org.kindlin.study.evidence;

import java.util.Locale;
import java.util.Set;

/**
 * How an interval stands to a claimed value, before anything is known of the conditions.
 *
 * <p>Potencies are compared as ratios, since laboratories differ: of pairs of published IC50s of one compound on one
 * target, about half differ more than twofold and an eighth to a quarter more than tenfold (Landrum and Riniker 2024, J
 * Chem Inf Model 64:1560). So a potency agrees with a claimed number if its whole interval lies within threefold of it,
 * disagrees if its whole interval lies beyond tenfold, and otherwise cannot tell. Of other quantities the interval that
 * the claim prints is used; without one, a number outside the estimate's interval decides nothing.
 *
 * @param why one clause, to be followed by what the conditions add
 */
record Judgement(Agreement agreement, String why) {
    private static final double SAME = 3;
    private static final double OTHER = 10;
    private static final Set<String> POTENCIES = Set.of("ic50", "ic50-absolute", "ki", "ec50", "gi50", "gr50", "kd");

    static boolean isPotency(String quantity) {
        return POTENCIES.contains(quantity);
    }

    /**
     * The verdict by numbers alone.
     *
     * @param span where the estimate may lie, in the claim's unit
     * @param value the estimate, in the claim's unit
     */
    static Judgement of(String quantity, Span span, double value, ClaimedValue claim) {
        return isPotency(quantity) ? potency(span, claim) : other(quantity, span, value, claim);
    }

    private static Judgement potency(Span span, ClaimedValue claim) {
        return switch (claim) {
            case ClaimedValue.Exact number -> {
                Span printed = number.interval()
                        .map(range -> new Span(range.low(), range.high()))
                        .orElse(new Span(number.value(), number.value()));
                yield zones(
                        span, printed.timesOver(SAME), printed.timesOver(OTHER), "threefold of the claim", "tenfold");
            }
            case ClaimedValue.Range range -> {
                Span claimed = new Span(range.low(), range.high());
                yield zones(span, claimed, claimed.timesOver(SAME), "the claimed range", "threefold of it");
            }
            case ClaimedValue.Limit limit -> {
                Span claimed = halfLine(limit, 1);
                yield zones(span, claimed, halfLine(limit, SAME), "the claimed limit", "threefold of it");
            }
            case ClaimedValue.Change change -> unknown("the claim gives a direction without a size");
            case ClaimedValue.NotFound none -> unknown("nothing was found to compare with");
        };
    }

    private static Judgement other(String quantity, Span span, double value, ClaimedValue claim) {
        return switch (claim) {
            case ClaimedValue.Exact number
            when number.interval().isPresent() -> {
                ClaimedValue.Range range = number.interval().get();
                yield mutual(span, value, new Span(range.low(), range.high()), number.value());
            }
            case ClaimedValue.Exact number ->
                span.contains(number.value())
                        ? new Judgement(Agreement.AGREES, "the claimed number lies in the interval")
                        : unknown("the claimed number lies outside the interval, and has none of its own");
            case ClaimedValue.Range range -> {
                Span claimed = new Span(range.low(), range.high());
                yield zones(span, claimed, claimed, "the claimed range", "it");
            }
            case ClaimedValue.Limit limit -> {
                Span claimed = halfLine(limit, 1);
                yield zones(span, claimed, claimed, "the claimed limit", "it");
            }
            case ClaimedValue.Change change -> change(quantity, span, change.direction());
            case ClaimedValue.NotFound none -> unknown("nothing was found to compare with");
        };
    }

    private static Judgement zones(Span span, Span near, Span far, String nearWords, String farWords) {
        if (near.contains(span)) {
            return new Judgement(Agreement.AGREES, "the whole interval lies within " + nearWords);
        }
        return far.meets(span)
                ? unknown("the interval is not wholly within " + nearWords + " nor wholly beyond " + farWords)
                : new Judgement(Agreement.DISAGREES, "the whole interval lies beyond " + farWords);
    }

    private static Judgement mutual(Span span, double value, Span claimed, double number) {
        if (span.contains(number) && claimed.contains(value)) {
            return new Judgement(Agreement.AGREES, "each number lies in the other's interval");
        }
        return span.meets(claimed)
                ? unknown("the intervals overlap, but not as far as each other's number")
                : new Judgement(Agreement.DISAGREES, "the intervals do not meet");
    }

    private static Judgement change(String quantity, Span span, ClaimedValue.Direction claimed) {
        double neutral = switch (quantity) {
            case "foldChange", "geometricMeanRatio", "hazardRatio" -> 1;
            case "percentChange" -> 0;
            default -> Double.NaN;
        };
        if (Double.isNaN(neutral)) {
            return unknown("the claim gives a direction without a size");
        }
        if (span.contains(neutral) || claimed == ClaimedValue.Direction.UNCHANGED) {
            return unknown("the interval does not settle the direction");
        }
        boolean same = (span.low() > neutral) == (claimed == ClaimedValue.Direction.INCREASED);
        String word = claimed.name().toLowerCase(Locale.ROOT);
        return same
                ? new Judgement(Agreement.AGREES, "the whole interval says " + word)
                : new Judgement(Agreement.DISAGREES, "the whole interval says the opposite of " + word);
    }

    private static Span halfLine(ClaimedValue.Limit limit, double factor) {
        return switch (limit.relation()) {
            case BELOW -> new Span(Double.NEGATIVE_INFINITY, limit.value() * factor);
            case ABOVE -> new Span(limit.value() / factor, Double.POSITIVE_INFINITY);
            case EQUAL -> new Span(limit.value(), limit.value());
        };
    }

    private static Judgement unknown(String why) {
        return new Judgement(Agreement.CANNOT_TELL, why);
    }
}
