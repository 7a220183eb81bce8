package org.kindlin.assays.plate.allotrope;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time of a measurement as the model wants it: ISO 8601 with a time zone. Exports hold local times without one; UTC
 * is written, as the reference converter does, and the export's own text is kept beside it.
 */
final class MeasurementTime {
    /** What the schema demands and the export does not say: the start of Unix time, as the reference converter writes. */
    static final String NOT_STATED = "1970-01-01T00:00:00+00:00";

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** Forms whose order of day and month is beyond doubt, or fixed by the vendor. */
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.ROOT),
            DateTimeFormatter.ofPattern("d/M/uuuu HH:mm:ss", Locale.ROOT));

    private MeasurementTime() {}

    /** The time that a text of an export states; empty where it cannot be told. */
    static Optional<String> of(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).format(WRITTEN));
        } catch (DateTimeParseException e) {
            return FORMS.stream()
                    .flatMap(form -> local(text.strip(), form).stream())
                    .findFirst();
        }
    }

    private static Optional<String> local(String text, DateTimeFormatter form) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, form).atOffset(ZoneOffset.UTC).format(WRITTEN));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
