package org.kindlin.assays.response;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.response.ArmCount.Published;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.proportions.ProportionInterval;
import org.kindlin.numerics.proportions.Range;

/**
 * Derives a printed interval of a rate again: by which method both limits come out as printed, and where they do not, what
 * counts near those stated have such limits.
 *
 * @param agreeing methods that give both limits as printed
 */
record PublishedInterval(ArmCount count, Published published, List<ProportionInterval> agreeing) {
    private static final int NEAR = 3;
    private static final List<ProportionInterval> METHODS = List.of(
            ProportionInterval.CLOPPER_PEARSON,
            ProportionInterval.WILSON,
            ProportionInterval.MID_P,
            ProportionInterval.JEFFREYS,
            ProportionInterval.AGRESTI_COULL,
            ProportionInterval.WILSON_CORRECTED,
            ProportionInterval.BLAKER,
            ProportionInterval.WALD);

    static Optional<PublishedInterval> of(ArmCount count) {
        return count.published()
                .map(printed -> new PublishedInterval(
                        count,
                        printed,
                        METHODS.stream()
                                .filter(method -> {
                                    Range range = method.of(count.responders(), count.n(), printed.level());
                                    return isPrinted(printed.low(), range.low())
                                            && isPrinted(printed.high(), range.high());
                                })
                                .toList()));
    }

    /** Whether a limit, as a percentage or a fraction, is what was printed, rounded or cut off to its digits. */
    private static boolean isPrinted(String printed, double limit) {
        BigDecimal number = number(printed);
        boolean isFraction =
                number.abs().compareTo(BigDecimal.ONE) < 0 && number.scale() > 2 && number.precision() >= 3;
        for (BigDecimal exact : isFraction
                ? List.of(new BigDecimal(limit), new BigDecimal(100 * limit))
                : List.of(new BigDecimal(100 * limit))) {
            boolean rounded =
                    exact.setScale(number.scale(), RoundingMode.HALF_UP).compareTo(number) == 0;
            boolean cut = exact.setScale(number.scale(), RoundingMode.DOWN).compareTo(number) == 0;
            if (rounded || cut) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace("%", "").replace(',', '.').strip());
    }

    QualityCheck check() {
        boolean agrees = !agreeing.isEmpty();
        return new QualityCheck(
                "published-interval",
                null,
                "both limits come out as printed",
                agrees ? QualityCheck.Verdict.PASS : QualityCheck.Verdict.FAIL);
    }

    Optional<Warning> warning() {
        if (!agreeing.isEmpty()) {
            return Optional.empty();
        }
        Range exact = ProportionInterval.CLOPPER_PEARSON.of(count.responders(), count.n(), published.level());
        String own = count.responders() + " of " + count.n();
        String text = "The printed " + Prose.number(100 * published.level()) + " % interval " + published.low() + " to "
                + published.high() + " % is not that of " + own + ", which is "
                + percent(exact.low()) + " to " + percent(exact.high()) + " % (Clopper-Pearson).";
        return Optional.of(new Warning(
                "published-interval",
                text + limit("lower", published.low(), true) + limit("upper", published.high(), false)));
    }

    /** What counts near those stated have a limit as printed. */
    private String limit(String name, String printed, boolean isLow) {
        List<String> counts = new ArrayList<>();
        for (int n = Math.max(1, count.n() - NEAR); n <= count.n() + NEAR; n++) {
            for (int x = Math.max(0, count.responders() - 1); x <= Math.min(n, count.responders() + 1); x++) {
                Range range = ProportionInterval.CLOPPER_PEARSON.of(x, n, published.level());
                if (isPrinted(printed, isLow ? range.low() : range.high())) {
                    counts.add(x + " of " + n);
                }
            }
        }
        return counts.isEmpty()
                ? " The " + name + " limit is that of no count nearby."
                : " The " + name + " limit is that of " + String.join(" or ", counts) + ".";
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f", 100 * fraction);
    }
}
