package org.kindlin.study.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain sentences of an analysis, with the field's symbols as they are printed: IC50 as IC₅₀, 10 uM as 10 µM, {@code >=} as
 * ≥. Only the look changes; the record keeps the sentence as it was written.
 */
final class Prose {
    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String regex, String replacement) {
            return new Rule(Pattern.compile(regex), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("\\b(IC|EC|GR|GI)50\\b", "$1₅₀"),
            Rule.of("\\bic50-absolute\\b", "absolute IC₅₀"),
            Rule.of("\\bic50\\b", "IC₅₀"),
            Rule.of("\\bKi_app\\b", "Kᵢ(app)"),
            Rule.of("\\bKi\\b", "Kᵢ"),
            Rule.of("\\bKm\\b", "Kₘ"),
            Rule.of("\\bZ'(?!\\w)", "Z′"),
            Rule.of(">=", "≥"),
            Rule.of("<=", "≤"),
            Rule.of("\\+-", "±"),
            Rule.of("(?<=[\\w)])\\^2\\b", "²"),
            Rule.of("(?<=[\\w)])\\^-1\\b", "⁻¹"),
            Rule.of("(?<=\\d) u(M|g|L|m|s)\\b", "\u00a0µ$1"),
            Rule.of("(?<=\\d) (?=(?:M|mM|µM|nM|pM|g/L|mg/mL|ng/mL|pg/mL|min|h|s|d|mL|nL)\\b)", "\u00a0"),
            Rule.of("(?<=\\d) %", "%"),
            Rule.of("(?<=[\\s(\\[])-(?=\\d)", "−"),
            Rule.of("(?<=\\w)'(?=\\w)", "’"));

    private Prose() {}

    /** A message as a sentence: with a capital, unless it begins with a name that is no word, and a full stop. */
    static String sentence(String message) {
        String text = typeset(message.strip());
        if (text.isEmpty()) {
            return text;
        }
        boolean word = text.matches("(?s)(?:a|[a-z]{2,})[ ,:].*");
        return (word ? Terms.capital(text) : text) + (text.matches("(?s).*[.?!)]") ? "" : ".");
    }

    static String typeset(String sentence) {
        String text = sentence;
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.replacement());
        }
        return text;
    }
}
