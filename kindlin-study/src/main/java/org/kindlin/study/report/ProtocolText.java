package org.kindlin.study.report;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;

/** Protocol values as printed. */
final class ProtocolText {
    private static final double LARGEST_PLAIN = 1e15;

    private ProtocolText() {}

    static String value(Value value) {
        return switch (value) {
            case Value.Measured measured ->
                PrintedNumber.withUnit(
                        exact(measured.quantity().value()),
                        measured.quantity().unit().symbol());
            case Value.Numeric number -> exact(number.number());
            case Value.Many many ->
                many.values().stream().map(ProtocolText::value).collect(Collectors.joining(", "));
            case Value.Text text -> text.text();
            case Value.Flag flag -> flag.asText();
            case Value.NotStated none -> "not stated";
        };
    }

    /** Where a value comes from: stated by the user, a default, or nowhere. */
    static String source(ProtocolEntry entry) {
        if (entry.stated()) {
            return "stated";
        }
        return entry.value() instanceof Value.NotStated ? "no default" : "default";
    }

    /** A parameter is what somebody wrote: every digit of it. */
    private static String exact(double number) {
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_PLAIN) {
            return PrintedNumber.decimal(number, 0);
        }
        int digits = BigDecimal.valueOf(number).stripTrailingZeros().precision();
        return PrintedNumber.significant(number, digits);
    }
}
