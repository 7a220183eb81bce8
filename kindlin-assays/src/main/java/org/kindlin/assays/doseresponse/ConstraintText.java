package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.protocol.Value;
import org.kindlin.numerics.sigmoid.Constraint;

/** A constraint as a protocol writes it: {@code free}, {@code 100}, {@code 0..20}. */
final class ConstraintText {
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?";
    private static final Pattern FIXED = Pattern.compile(NUMBER);
    private static final Pattern BOUNDED = Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")");

    private ConstraintText() {}

    /** The constraint, an empty one for {@code free}; empty where the text is none. */
    static Optional<Optional<Constraint>> parse(String text, boolean positive) {
        String stripped = text.strip();
        if (stripped.equalsIgnoreCase("free")) {
            return Optional.of(Optional.empty());
        }
        Matcher bounded = BOUNDED.matcher(stripped);
        if (bounded.matches()) {
            double low = Double.parseDouble(bounded.group(1));
            double high = Double.parseDouble(bounded.group(2));
            return isUsable(low, positive) && isUsable(high, positive) && low < high
                    ? Optional.of(Optional.of(Constraint.bounded(low, high)))
                    : Optional.empty();
        }
        if (!FIXED.matcher(stripped).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(stripped);
        return isUsable(value, positive) ? Optional.of(Optional.of(Constraint.fixed(value))) : Optional.empty();
    }

    static Value value(Optional<Constraint> constraint) {
        return constraint.map(ConstraintText::stated).orElseGet(() -> new Value.Text("free"));
    }

    private static Value stated(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Free _ -> new Value.Text("free");
            case Constraint.Fixed fixed -> new Value.Numeric(fixed.value());
            case Constraint.Bounded bounded -> new Value.Text(bounded.low() + ".." + bounded.high());
        };
    }

    private static boolean isUsable(double value, boolean positive) {
        return Double.isFinite(value) && (!positive || value > 0);
    }
}
