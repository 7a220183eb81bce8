package org.kindlin.assays.text;

import java.util.Arrays;

/**
 * Finds the character that separates the cells of a text table: tab, semicolon, bar or comma.
 *
 * <p>A candidate scores one for every line that has it outside quotes and another where the next such line has as many.
 * The comma comes last, since it is also a decimal mark: where tabs, semicolons or bars score at least half as much,
 * they are the separator.
 */
final class SeparatorSniffer {
    /** The comma, and what goes before it. */
    private static final String SEPARATORS = ",\t;|";

    private static final int LINES = 2000;

    private SeparatorSniffer() {}

    static char sniff(String text) {
        int[] scores = scores(text);
        int best = Arrays.stream(scores).max().orElse(0);
        for (int i = 1; i < scores.length; i++) {
            if (best > 0 && 2 * scores[i] >= best) {
                return SEPARATORS.charAt(i);
            }
        }
        return SEPARATORS.charAt(0);
    }

    /** The score of each candidate. */
    private static int[] scores(String text) {
        int[] scores = new int[SEPARATORS.length()];
        int[] before = new int[scores.length];
        text.lines().limit(LINES).forEach(line -> {
            int[] counts = counts(line);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    scores[i] += counts[i] == before[i] ? 2 : 1;
                    before[i] = counts[i];
                }
            }
        });
        return scores;
    }

    /** How often each candidate stands outside quotes. */
    private static int[] counts(String line) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            int candidate = quoted || c > '|' ? -1 : SEPARATORS.indexOf(c);
            if (candidate >= 0) {
                counts[candidate]++;
            }
        }
        return counts;
    }
}
