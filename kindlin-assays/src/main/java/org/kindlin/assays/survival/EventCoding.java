package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the values of an event column mean.
 *
 * @param causes cause by value as written; {@link #CENSORED} where the observation ended without an event
 * @param sentence how the values were read
 */
record EventCoding(Map<String, String> causes, String sentence) {
    static final String CENSORED = "";
    /** The cause where there is only one. */
    static final String EVENT = "event";

    private static final Set<String> HAPPENED = Set.of(
            "yes",
            "y",
            "true",
            "t",
            "dead",
            "died",
            "death",
            "deceased",
            "event",
            "failed",
            "failure",
            "progressed",
            "progression",
            "relapse",
            "relapsed",
            "endpoint",
            "humane endpoint",
            "pd",
            "x");
    private static final Set<String> NOT_YET = Set.of(
            "no",
            "n",
            "false",
            "f",
            "alive",
            "living",
            "censored",
            "censor",
            "none",
            "no event",
            "survived",
            "lost",
            "lost to follow-up",
            "lost to follow up",
            "withdrawn",
            "end of study",
            "ongoing",
            "event-free",
            "censor.");

    String cause(String value) {
        return causes.getOrDefault(normal(value), CENSORED);
    }

    static String normal(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        return text.matches("[+-]?\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    }

    /** As stated: these values are events, all others are not. */
    static EventCoding stated(Collection<String> values, List<String> events) {
        Map<String, String> causes = new LinkedHashMap<>();
        List<String> wanted = events.stream().map(EventCoding::normal).toList();
        values.forEach(value -> causes.put(normal(value), wanted.contains(normal(value)) ? EVENT : CENSORED));
        return new EventCoding(causes, "Events are the rows marked " + String.join(", ", events) + ", as stated.");
    }

    /** Values that name the event or its absence only with the name of their column. */
    private static final Set<String> BARE = Set.of("0", "1", "2", "yes", "no", "y", "n", "true", "false", "t", "f");

    /** Whether a column so named marks what was censored, and its values alone do not say which that is. */
    static boolean isAmbiguous(String column, Collection<String> values) {
        String name = column.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("censor")
                && values.stream().map(EventCoding::normal).allMatch(BARE::contains);
    }

    /** ADaM's CNSR: 0 is the event, other numbers say why the time is censored; empty where a value is no number. */
    static Optional<EventCoding> adam(Collection<String> values) {
        Map<String, String> causes = new LinkedHashMap<>();
        for (String value : values) {
            String text = normal(value);
            if (!text.matches("\\d{1,3}")) {
                return Optional.empty();
            }
            causes.put(text, text.equals("0") ? EVENT : CENSORED);
        }
        return Optional.of(
                new EventCoding(causes, "CNSR 0 was read as the event and other values as censored (ADaM)."));
    }

    /** As the values themselves say; empty where they leave it open. */
    static Optional<EventCoding> found(Collection<String> values) {
        Set<String> normal = new TreeSet<>();
        values.forEach(value -> normal.add(normal(value)));
        if (normal.equals(Set.of("1", "2"))) {
            return Optional.of(new EventCoding(
                    Map.of("1", CENSORED, "2", EVENT),
                    "The event column holds 1 and 2; 2 was read as the event and 1 as censored."));
        }
        if (Set.of("0", "1").containsAll(normal)) {
            return Optional.of(
                    new EventCoding(Map.of("0", CENSORED, "1", EVENT), "1 was read as the event and 0 as censored."));
        }
        return words(normal);
    }

    private static Optional<EventCoding> words(Set<String> normal) {
        Map<String, String> causes = new LinkedHashMap<>();
        List<String> events = new ArrayList<>();
        for (String value : normal) {
            boolean happened = HAPPENED.contains(value);
            if (!happened && !NOT_YET.contains(value)) {
                return Optional.empty();
            }
            causes.put(value, happened ? EVENT : CENSORED);
            if (happened) {
                events.add(value);
            }
        }
        String rest = events.size() == normal.size() ? "." : ", all else as censored.";
        return Optional.of(new EventCoding(
                causes,
                events.isEmpty()
                        ? "No value of the event column is an event."
                        : "'" + String.join("', '", events) + "' was read as the event" + rest));
    }

    /** Several causes that exclude each other: zero and the words for it are censored, every other value is a cause. */
    static EventCoding competing(Collection<String> values) {
        Map<String, String> causes = new LinkedHashMap<>();
        List<String> named = new ArrayList<>();
        for (String value : values) {
            String text = normal(value);
            boolean censored = text.equals("0") || NOT_YET.contains(text);
            causes.put(text, censored ? CENSORED : value.strip());
            if (!censored) {
                named.add(value.strip());
            }
        }
        return new EventCoding(
                causes,
                "Causes of the event are " + String.join(", ", new TreeSet<>(named))
                        + "; 0 and the words for it were read as censored.");
    }
}
