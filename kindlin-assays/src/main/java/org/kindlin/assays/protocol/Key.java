package org.kindlin.assays.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * A protocol parameter: its name, type, unit, default and meaning, and how its text is read.
 *
 * @param <T> type of the value
 * @param name as written after {@code --set} and in study.yaml
 * @param type what may be written: {@code quantity}, {@code number}, {@code yes/no}, {@code text}, {@code a|b|c}
 * @param unit unit of a bare number; empty where there is none
 * @param defaultText value used when nothing is stated; null where there is no default
 * @param meaning one sentence
 * @param parser text to value; empty where the text does not fit
 * @param describe value to what the record keeps
 */
public record Key<T>(
        String name,
        String type,
        String unit,
        @Nullable String defaultText,
        String meaning,
        Function<String, Optional<T>> parser,
        Function<T, Value> describe) {

    /** Type of a key that names a file to read beside the data; readers find it as a companion of their input. */
    public static final String FILE = "file";

    /** Type of a key that says where an attachment of the result is written by {@code kindlin analyze}. */
    public static final String FILE_TO_WRITE = "file to write";

    /** A quantity in the dimension of {@code unit}; a bare number is taken to be in that unit. */
    public static Key<Quantity> quantity(String name, Unit unit, @Nullable String defaultText, String meaning) {
        return new Key<>(
                name,
                "quantity",
                unit.symbol(),
                defaultText,
                meaning,
                text -> Quantity.parse(text, unit)
                        .filter(quantity -> quantity.unit().dimension() == unit.dimension()),
                Value.Measured::new);
    }

    /** A quantity that must be above zero. */
    public static Key<Quantity> positive(String name, Unit unit, @Nullable String defaultText, String meaning) {
        Key<Quantity> any = quantity(name, unit, defaultText, meaning);
        return any.onlyIf("quantity > 0", quantity -> quantity.value() > 0);
    }

    public static Key<Double> number(String name, @Nullable String defaultText, String meaning) {
        return new Key<>(name, "number", "", defaultText, meaning, FiniteNumber::parse, Value.Numeric::new);
    }

    /** A number within closed limits. */
    public static Key<Double> number(
            String name, double lowest, double highest, @Nullable String defaultText, String meaning) {
        return number(name, defaultText, meaning)
                .onlyIf("number " + lowest + ".." + highest, number -> number >= lowest && number <= highest);
    }

    public static Key<String> text(String name, @Nullable String defaultText, String meaning) {
        return new Key<>(
                name,
                "text",
                "",
                defaultText,
                meaning,
                text -> Optional.of(text).filter(t -> !t.isBlank()),
                Value.Text::new);
    }

    /** A file to read beside the data, such as gates or a mask: relative to the study, or to the working folder. */
    public static Key<String> file(String name, String meaning) {
        return text(name, null, meaning).onlyIf(FILE, text -> true);
    }

    /** Where {@code kindlin analyze} writes the attachment that names this key; in a study it lies beside the result. */
    public static Key<String> fileToWrite(String name, String meaning) {
        return text(name, null, meaning).onlyIf(FILE_TO_WRITE, text -> true);
    }

    public static Key<Boolean> flag(String name, boolean defaultValue, String meaning) {
        return new Key<>(name, "yes/no", "", defaultValue ? "yes" : "no", meaning, Key::yesOrNo, Value.Flag::new);
    }

    /** One constant of an enum, written in lower case with hyphens ({@code REPLICATE_VARIANCE} is {@code replicate-variance}). */
    public static <E extends Enum<E>> Key<E> choice(
            String name, Class<E> type, @Nullable E defaultValue, String meaning) {
        E[] constants = type.getEnumConstants();
        String choices =
                String.join("|", Arrays.stream(constants).map(Key::spelling).toList());
        return new Key<>(
                name,
                choices,
                "",
                defaultValue == null ? null : spelling(defaultValue),
                meaning,
                text -> Arrays.stream(constants)
                        .filter(constant ->
                                spelling(constant).equals(text.strip().toLowerCase(Locale.ROOT)))
                        .findFirst(),
                constant -> new Value.Text(spelling(constant)));
    }

    /** The same key, refusing values that do not satisfy the condition; {@code newType} says it in words. */
    public Key<T> onlyIf(String newType, Predicate<T> condition) {
        return new Key<>(
                name,
                newType,
                unit,
                defaultText,
                meaning,
                text -> parser.apply(text).filter(condition),
                describe);
    }

    /** How an enum constant is written in a protocol; a leading underscore guards a name that starts with a digit. */
    public static String spelling(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.startsWith("-") ? name.substring(1) : name;
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> Optional.of(true);
            case "no", "false", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
