package org.kindlin.assays.text;

import java.util.List;

/**
 * Finds the character that separates the cells of a text table: tab, semicolon, bar or comma.
 *
 * <p>A candidate scores one for every line that has it outside quotes and another where the next such line has as many.
 * The comma comes last, since it is also a decimal mark: where tabs, semicolons or bars score at least half as much,
 * they are the separator.
 */
final class SeparatorSniffer {
    private static final char COMMA = ',';
    private static final List<Character> BEFORE_COMMA = List.of('\t', ';', '|');
    private static final int LINES = 2000;

    private SeparatorSniffer() {}

    static char sniff(String text) {
        List<String> lines = text.lines().limit(LINES).toList();
        int best = score(lines, COMMA);
        for (char candidate : BEFORE_COMMA) {
            best = Math.max(best, score(lines, candidate));
        }
        for (char candidate : BEFORE_COMMA) {
            if (best > 0 && 2 * score(lines, candidate) >= best) {
                return candidate;
            }
        }
        return COMMA;
    }

    private static int score(List<String> lines, char separator) {
        int score = 0;
        int before = 0;
        for (String line : lines) {
            int count = count(line, separator);
            if (count > 0) {
                score += count == before ? 2 : 1;
                before = count;
            }
        }
        return score;
    }

    private static int count(String line, char separator) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += c == separator && !quoted ? 1 : 0;
        }
        return count;
    }
}
