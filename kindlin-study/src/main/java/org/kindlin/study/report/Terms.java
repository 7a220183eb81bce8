package org.kindlin.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The field's terms: how the names of estimates, checks, tests and methods are printed, and what they mean. */
final class Terms {
    private static final Map<String, Term> ALL = read();

    private Terms() {}

    /**
     * One term.
     *
     * @param name as results carry it
     * @param label as printed
     * @param meaning a sentence or two for the glossary; empty where the label says all
     */
    record Term(String name, String label, String meaning) {}

    /** How a name is printed; a name not listed is taken apart into words. */
    static String label(String name) {
        Term term = ALL.get(name);
        if (term != null) {
            return term.label();
        }
        if (name.startsWith("cv-")) {
            return "CV, " + words(name.substring(3)).toLowerCase(Locale.ROOT);
        }
        return name.startsWith("count-") ? "Wells, " + words(name.substring(6)).toLowerCase(Locale.ROOT) : words(name);
    }

    /** How a method is printed: one not listed stands as it was recorded. */
    static String method(String name) {
        Term term = ALL.get(name);
        return term == null ? Prose.typeset(name) : term.label();
    }

    /** The terms among these names that have a meaning to tell, in the order of the list. */
    static List<Term> explained(Collection<String> names) {
        return ALL.values().stream()
                .filter(term -> !term.meaning().isEmpty() && names.contains(term.name()))
                .toList();
    }

    /** {@code growthRateDifference} and {@code growth-rate-difference} are both "Growth rate difference". */
    private static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z][a-z])", " ").replaceAll("[-_]+", " ");
        StringBuilder words = new StringBuilder();
        for (String word : spaced.strip().split(" +", -1)) {
            boolean plain = word.matches("[A-Z]?[a-z0-9]*");
            words.append(words.isEmpty() ? "" : " ").append(plain ? word.toLowerCase(Locale.ROOT) : word);
        }
        return words.isEmpty() ? name : capital(words.toString());
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Map<String, Term> read() {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String line : resource("terms.txt").split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\|", 3);
                Term term = new Term(parts[0].strip(), parts[1].strip(), parts[2].strip());
                terms.put(term.name(), term);
            }
        }
        return terms;
    }

    /** A text resource of this package. */
    static String resource(String name) {
        try (InputStream stream = Terms.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
