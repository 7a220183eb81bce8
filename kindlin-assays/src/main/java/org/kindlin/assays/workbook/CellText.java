package org.kindlin.assays.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kindlin.assays.text.CsvText;

/** What a cell shows, as text with a decimal point. */
final class CellText {
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final int DAYS_TO_1904 = 1462;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int LAST_DAY = 2_958_465; // 9999-12-31

    private CellText() {}

    /** A number in the way its style shows it; the text itself where it is no number. */
    static String ofNumber(String text, NumberFormats.Meaning meaning, boolean from1904) {
        double number;
        try {
            number = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
        if (!Double.isFinite(number)) {
            return text;
        }
        boolean isDay = number >= 0 && number < LAST_DAY;
        return switch (meaning) {
            case NUMBER -> CsvText.number(number);
            case TIME -> isDay ? time(number) : CsvText.number(number);
            case DATE -> isDay ? date(number + (from1904 ? DAYS_TO_1904 : 0)) : CsvText.number(number);
        };
    }

    /** Hours, minutes and seconds; days are counted in hours, milliseconds told where there are any. */
    private static String time(double days) {
        long milliseconds = new BigDecimal(days)
                .multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY * 1000))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue();
        long seconds = milliseconds / 1000;
        String whole = String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return milliseconds % 1000 == 0 ? whole : whole + String.format(Locale.ROOT, ".%03d", milliseconds % 1000);
    }

    private static String date(double days) {
        return DATE.format(DAY_ZERO.plusSeconds(Math.round(days * SECONDS_OF_A_DAY)));
    }
}
