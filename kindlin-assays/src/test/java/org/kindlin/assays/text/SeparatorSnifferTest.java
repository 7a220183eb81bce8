package org.kindlin.assays.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorSnifferTest {
    private static final String[] SEPARATORS = {",", "\t", ";", "|"};

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "a;b", "x|y|z", "0.5|1.5", "chr1;12"})
    void aSeparatorWithinEveryCellOfAColumnIsContent(String cell) {
        assertThat(SeparatorSniffer.sniff("name,dose,response\n" + (cell + ",1,2.5\n").repeat(20)))
                .isEqualTo(',');
        assertThat(SeparatorSniffer.sniff("name,note\n" + (cell + ",text\n").repeat(20)))
                .isEqualTo(',');
    }

    @Test
    void alsoWhereTheHeaderHasIt() {
        assertThat(SeparatorSniffer.sniff("sample|well,dose,response\n" + "S1|A1,1,2.5\n".repeat(8)))
                .isEqualTo(',');
    }

    @Test
    void decimalCommasAreNoSeparators() {
        assertThat(SeparatorSniffer.sniff("Platte 1, Leser 2\nDosis, nM;Antwort\n" + "1,5;2,5\n".repeat(8)))
                .isEqualTo(';');
        assertThat(SeparatorSniffer.sniff("1,5\t2,5\n0,5\t3,5\n")).isEqualTo('\t');
        assertThat(SeparatorSniffer.sniff("dose|response\n1,50|ab\n2,50|cd\n")).isEqualTo('|');
    }

    /** Tables of every separator: decimal commas, quoted cells, other separators in cells, preambles. */
    @Test
    void everyGeneratedTablesSeparatorIsFound() {
        SplittableRandom random = new SplittableRandom(20260101);
        List<String> missed = new ArrayList<>();
        for (int trial = 0; trial < 4000; trial++) {
            String separator = SEPARATORS[trial % SEPARATORS.length];
            String text = table(random, separator);
            if (!String.valueOf(SeparatorSniffer.sniff(text)).equals(separator)) {
                missed.add(text);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static String table(SplittableRandom random, String separator) {
        int columns = random.nextInt(2, 9);
        boolean decimalComma = !separator.equals(",") && random.nextBoolean();
        List<IntFunction<String>> kinds = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            kinds.add(kind(random, separator, decimalComma, c == columns - 1));
        }
        StringBuilder text = new StringBuilder(preamble(random, separator));
        text.append(row(columns, separator, c -> "column " + c));
        int rows = random.nextInt(3, 40);
        for (int r = 0; r < rows; r++) {
            text.append(row(columns, separator, c -> kinds.get(c).apply(c)));
        }
        return text.toString();
    }

    private static String row(int columns, String separator, IntFunction<String> cell) {
        return IntStream.range(0, columns).mapToObj(cell).collect(Collectors.joining(separator)) + "\n";
    }

    /** What the cells of a column hold; the last column holds numbers. */
    private static IntFunction<String> kind(
            SplittableRandom random, String separator, boolean decimalComma, boolean isLast) {
        String other = SEPARATORS[random.nextInt(SEPARATORS.length)];
        String within = other.equals(separator) || other.equals("\t") ? " " : other;
        return switch (isLast ? 0 : random.nextInt(5)) {
            case 0, 1 -> c -> number(random, decimalComma);
            case 2 -> c -> "well " + random.nextInt(96);
            case 3 -> c -> "\"quoted" + separator + within + random.nextInt(9) + "\"";
            default -> c -> "a" + within + random.nextInt(9);
        };
    }

    private static String number(SplittableRandom random, boolean decimalComma) {
        String number = String.format(Locale.ROOT, "%.3f", random.nextDouble(-10, 1000));
        return decimalComma ? number.replace('.', ',') : number;
    }

    /** The lines that an instrument writes before its table, some with the table's separator. */
    private static String preamble(SplittableRandom random, String separator) {
        return switch (random.nextInt(5)) {
            case 0 -> "Reader: Model 5" + separator + "\nDate" + separator + "2026-01-01\n\n";
            case 1 -> "Plate 1\nOperator: Doe, Jane\n\n";
            case 2 -> "Reader 5, plate 1\n";
            default -> "";
        };
    }
}
