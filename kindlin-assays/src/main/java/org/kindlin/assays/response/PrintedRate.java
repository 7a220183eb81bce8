package org.kindlin.assays.response;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A rate as printed, {@code 31}, {@code 31.2 %} or {@code 0.31}. A number above 1, one with a percent sign, and 0 or 1 without
 * decimals are percentages unless they are those of a fraction.
 */
record PrintedRate(BigDecimal number, boolean isPercent) {

    /** Reads a printed rate; empty where it is none. */
    static Optional<PrintedRate> parse(String printed) {
        String text = printed.replace("%", "").replace(',', '.').strip();
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean isPercent = printed.contains("%")
                || number.compareTo(BigDecimal.ONE) > 0
                || (number.signum() == 0 && number.scale() == 0);
        boolean isPossible = number.compareTo(BigDecimal.valueOf(isPercent ? 100 : 1)) <= 0;
        return isPossible ? Optional.of(new PrintedRate(number, isPercent)) : Optional.empty();
    }

    /** Whether these counts give the rate as printed, rounded or cut off to its digits. */
    boolean isOf(int responders, int n) {
        BigDecimal exact = BigDecimal.valueOf(isPercent ? 100L * responders : responders)
                .divide(BigDecimal.valueOf(n), 12, RoundingMode.HALF_EVEN);
        return exact.setScale(number.scale(), RoundingMode.HALF_UP).compareTo(number) == 0
                || exact.setScale(number.scale(), RoundingMode.DOWN).compareTo(number) == 0;
    }

    /** The least number of responders among n that gives the rate; -1 where none does. */
    int least(int n) {
        for (int x = 0; x <= n; x++) {
            if (isOf(x, n)) {
                return x;
            }
        }
        return -1;
    }

    /** The greatest number of responders among n that gives the rate; -1 where none does. */
    int greatest(int n) {
        for (int x = n; x >= 0; x--) {
            if (isOf(x, n)) {
                return x;
            }
        }
        return -1;
    }
}
