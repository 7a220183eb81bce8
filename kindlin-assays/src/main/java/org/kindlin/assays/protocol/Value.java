package org.kindlin.assays.protocol;

import java.util.List;
import org.kindlin.assays.quantity.Quantity;

/** The value of a protocol key as the record keeps it. */
public sealed interface Value {
    record Text(String text) implements Value {}

    record Numeric(double number) implements Value {}

    record Flag(boolean flag) implements Value {}

    record Measured(Quantity quantity) implements Value {}

    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }

    /** Not stated, and there is no default. */
    record NotStated() implements Value {}

    /** The value as people write it. */
    default String asText() {
        return switch (this) {
            case Text text -> text.text();
            case Numeric number -> plain(number.number());
            case Flag flag -> flag.flag() ? "yes" : "no";
            case Measured measured -> measured.quantity().toString();
            case Many many ->
                String.join(", ", many.values().stream().map(Value::asText).toList());
            case NotStated none -> "not stated";
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
