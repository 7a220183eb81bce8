package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kindlin.fault.Findings;

/**
 * Reads a TEXT segment: its first character delimits keywords and values, and stands doubled for itself.
 *
 * <p>Empty values are illegal and common, and then two delimiters in a row do not mean one. They are told apart by where
 * they stand: a run of delimiters after a keyword whose length is even ends an empty value (a keyword never holds the
 * delimiter); within a value it stands for half as many. Where that leaves required keywords out, the two pure readings
 * (never doubled, always doubled) are tried.
 */
final class TextSegment {
    /** No TEXT segment is longer; what is, is none. */
    private static final int LONGEST = 1 << 28;

    private static final Pattern STANDARD = Pattern.compile("\\$[A-Z][A-Z0-9]{1,20}");

    private TextSegment() {}

    /** The keywords of the segment; a fault where it has no delimited keyword at all. */
    static Keywords read(MemorySegment bytes, ByteRange range, String name, Findings findings) {
        if (range.length() > LONGEST) {
            findings.fault("HEADER", name + " segment of " + range.length() + " bytes", "no FCS file has that");
            return new Keywords(Map.of());
        }
        String text = Latin.utf8OrLatin(bytes, range.begin(), (int) range.length());
        return best(text, name, findings);
    }

    /** The keywords of a supplemental segment, which need not hold any required one. */
    static Keywords readMore(MemorySegment bytes, ByteRange range, Findings findings) {
        if (range.length() > LONGEST) {
            findings.repaired("supplemental-text", "$BEGINSTEXT", range.length() + " bytes", "read without it");
            return new Keywords(Map.of());
        }
        return new Keywords(byPosition(Latin.utf8OrLatin(bytes, range.begin(), (int) range.length())));
    }

    private static Keywords best(String text, String name, Findings findings) {
        List<Function<String, Map<String, String>>> readings =
                List.of(TextSegment::byPosition, TextSegment::neverDoubled, TextSegment::alwaysDoubled);
        Keywords chosen = new Keywords(readings.getFirst().apply(text));
        int fewest = missing(chosen);
        for (int i = 1; i < readings.size() && fewest > 0; i++) {
            Keywords other = new Keywords(readings.get(i).apply(text));
            int without = missing(other);
            if (without < fewest) {
                chosen = other;
                fewest = without;
            }
        }
        if (emptyValues(chosen)) {
            findings.note("empty-value", name + " has keywords without a value; they are read as not stated");
        }
        return chosen;
    }

    private static boolean emptyValues(Keywords keywords) {
        return keywords.asMap().values().stream().anyMatch(String::isEmpty);
    }

    /** How many required keywords a reading leaves out. */
    private static int missing(Keywords keywords) {
        long parameters = keywords.whole("$PAR").orElse(0);
        int stated = Math.clamp(parameters, 0, keywords.asMap().size());
        long widths = IntStream.rangeClosed(1, stated)
                .filter(n -> keywords.ofParameter(n, "B").isEmpty())
                .count();
        return (int) widths
                + (parameters > 0 ? 0 : 2)
                + (keywords.find("$DATATYPE").isPresent() ? 0 : 1)
                + (keywords.find("$BYTEORD").isPresent() ? 0 : 1);
    }

    private static Map<String, String> byPosition(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        char delimiter = text.charAt(0);
        int at = 1;
        while (at < text.length()) {
            int end = text.indexOf(delimiter, at);
            if (end < 0) {
                break;
            }
            String key = text.substring(at, end);
            StringBuilder value = new StringBuilder();
            at = value(text, end, value);
            put(values, key, value.toString());
        }
        return values;
    }

    /** Reads the value whose keyword ends before the delimiter at {@code from}; returns where the next keyword begins. */
    private static int value(String text, int from, StringBuilder value) {
        char delimiter = text.charAt(0);
        int run = run(text, from);
        int at = from + run;
        value.repeat(delimiter, (run - 1) / 2);
        if (run % 2 == 0) {
            return at;
        }
        while (at < text.length()) {
            int end = text.indexOf(delimiter, at);
            if (end < 0) {
                value.append(text, at, text.length());
                return text.length();
            }
            value.append(text, at, end);
            run = run(text, end);
            at = end + run;
            boolean ends = run % 2 == 1 || at >= text.length() || (run == 2 && keywordAt(text, at));
            value.repeat(delimiter, ends ? (run - 1) / 2 : run / 2);
            if (ends) {
                return at;
            }
        }
        return at;
    }

    private static boolean keywordAt(String text, int at) {
        int end = text.indexOf(text.charAt(0), at);
        return end > at
                && end - at < 24
                && STANDARD.matcher(text.substring(at, end).toUpperCase(Locale.ROOT))
                        .matches();
    }

    private static int run(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == text.charAt(0)) {
            at++;
        }
        return at - from;
    }

    private static Map<String, String> neverDoubled(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        char delimiter = text.charAt(0);
        int at = 1;
        while (at < text.length()) {
            int keyEnd = end(text, delimiter, at);
            int valueEnd = end(text, delimiter, Math.min(keyEnd + 1, text.length()));
            put(values, text.substring(at, keyEnd), text.substring(Math.min(keyEnd + 1, text.length()), valueEnd));
            at = valueEnd + 1;
        }
        return values;
    }

    private static int end(String text, char delimiter, int from) {
        int end = text.indexOf(delimiter, from);
        return end < 0 ? text.length() : end;
    }

    private static Map<String, String> alwaysDoubled(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 1;
        while (at < text.length()) {
            StringBuilder key = new StringBuilder();
            at = token(text, at, key);
            StringBuilder value = new StringBuilder();
            at = token(text, at, value);
            put(values, key.toString(), value.toString());
        }
        return values;
    }

    private static int token(String text, int from, StringBuilder token) {
        char delimiter = text.charAt(0);
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == delimiter && (at >= text.length() || text.charAt(at) != delimiter)) {
                return at;
            }
            at += c == delimiter ? 1 : 0;
            token.append(c);
        }
        return at;
    }

    /** Of a keyword that is given twice the last value counts, unless it is blank. */
    private static void put(Map<String, String> values, String key, String value) {
        String name = key.strip().toUpperCase(Locale.ROOT);
        if (!name.isEmpty()) {
            values.merge(name, value, (old, latest) -> latest.isBlank() ? old : latest);
        }
    }
}
