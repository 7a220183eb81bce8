package org.kindlin.assays.text;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the character that separates the cells of a text table: tab, semicolon, bar or comma.
 *
 * <p>A candidate scores one for every line that has it outside quotes and another where the next such line has as many.
 * The comma comes last, since it is also a decimal mark: where tabs, semicolons or bars score at least half as much,
 * they are the separator. A candidate is out where another separates the lines that it merely occurs in: see
 * {@link #isContent}.
 */
final class SeparatorSniffer {
    /** The comma, and what goes before it. */
    private static final String SEPARATORS = ",\t;|";

    private static final int LINES = 2000;

    /** The part of a table's lines that have as many cells as most: others are short, titles or notes. */
    private static final double MOST = 0.9;

    private final List<String> lines;
    private final int[][] counts;

    private SeparatorSniffer(String text) {
        this.lines = text.lines().limit(LINES).toList();
        this.counts = lines.stream().map(SeparatorSniffer::counts).toArray(int[][]::new);
    }

    static char sniff(String text) {
        return new SeparatorSniffer(text).separator();
    }

    private char separator() {
        int[] scores = new int[SEPARATORS.length()];
        Arrays.setAll(scores, this::score);
        boolean[] content = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            for (int other = 0; other < scores.length; other++) {
                content[i] |= other != i && scores[i] > 0 && isContent(i, other);
            }
        }
        int best = Arrays.stream(scores).max().orElse(0);
        for (int i = 1; i < scores.length; i++) {
            if (best > 0 && 2 * scores[i] >= best && !content[i]) {
                return SEPARATORS.charAt(i);
            }
        }
        return SEPARATORS.charAt(0);
    }

    private int score(int candidate) {
        int score = 0;
        int before = 0;
        for (int[] line : counts) {
            if (line[candidate] > 0) {
                score += line[candidate] == before ? 2 : 1;
                before = line[candidate];
            }
        }
        return score;
    }

    /**
     * Whether a candidate stands within the cells that another separates: the other occurs equally often in the lines that
     * have the candidate and splits off more numbers from them; or it occurs as often in the line above the first of them, a
     * header that lacks the candidate. A first line without numbers is a header itself, and what is above it a title.
     */
    private boolean isContent(int candidate, int other) {
        int usual = usualCount(candidate, other);
        if (usual == 0) {
            return false;
        }
        int first = 0;
        while (counts[first][candidate] == 0) {
            first++;
        }
        boolean isInHeader = first > 0 && counts[first][other] == usual && counts[first - 1][other] == usual;
        int more = numbers(candidate, other) - numbers(candidate, candidate);
        boolean isData = more == 0 || numbers(lines.get(first), SEPARATORS.charAt(candidate)) > 0;
        return more > 0 || (isInHeader && isData);
    }

    /** How often the other occurs in most lines that have the candidate; zero where that differs or is never. */
    private int usualCount(int candidate, int other) {
        int[] found = Arrays.stream(counts)
                .filter(line -> line[candidate] > 0)
                .mapToInt(line -> line[other])
                .sorted()
                .toArray();
        int median = found[found.length / 2];
        long as = Arrays.stream(found).filter(count -> count == median).count();
        return as >= MOST * found.length ? median : 0;
    }

    /** How many cells are numbers where the lines that have the candidate are split by a separator. */
    private int numbers(int candidate, int separator) {
        int numbers = 0;
        for (int i = 0; i < counts.length; i++) {
            numbers += counts[i][candidate] > 0 ? numbers(lines.get(i), SEPARATORS.charAt(separator)) : 0;
        }
        return numbers;
    }

    private static int numbers(String line, char separator) {
        int numbers = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            boolean end = i == line.length();
            quoted ^= !end && line.charAt(i) == '"';
            if (end || (!quoted && line.charAt(i) == separator)) {
                numbers += isNumber(line.substring(from, i).strip()) ? 1 : 0;
                from = i + 1;
            }
        }
        return numbers;
    }

    /** Digits with whatever decimal mark, sign and exponent. */
    private static boolean isNumber(String cell) {
        String plain = cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1
                ? cell.substring(1, cell.length() - 1)
                : cell;
        return plain.chars().anyMatch(Character::isDigit)
                && plain.chars().allMatch(c -> Character.isDigit(c) || ".,+-eE".indexOf(c) >= 0);
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
