package org.kindlin.assays.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Splits text into rows and cells (RFC 4180, and what instruments make of it), within stated limits. */
final class TextTableReader {
    static final int MOST_COLUMNS = 16_384; // as in a spreadsheet
    static final int MOST_ROWS = 1_048_576;
    /** A spreadsheet's rows of sixteen columns. */
    static final int MOST_CELLS = 16_777_216;
    /** Cells kept to be used again where the same text comes back: arms, events and visits take no memory for each row. */
    private static final int REMEMBERED = 4096;

    static final int LONGEST_CELL = 65_536;
    /** A quoted cell that goes on for longer has lost its closing quote. */
    static final int MOST_LINES_IN_A_CELL = 20;

    /** SoftMax Pro separates by tabs and never quotes; its notes may hold quotation marks that do not close. */
    private static final String UNQUOTED = "##BLOCKS";

    private static final Pattern DECLARED = Pattern.compile("sep=([,;|\\t])\\s*");
    private static final Pattern SPREADSHEET_TEXT = Pattern.compile("=\"([^\"]*)\"");

    private final String file;
    private final Faults faults;
    private final List<TextRow> rows = new ArrayList<>();
    private final String[] remembered = new String[REMEMBERED];
    private int cells;

    private TextTableReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    static Optional<TextTable> read(RawFile file, DecodedText decoded, Faults faults, Faults mixed) {
        String text = decoded.text();
        Matcher declared = DECLARED.matcher(text.lines().findFirst().orElse(""));
        boolean isDeclared = declared.matches();
        boolean isUnquoted = text.startsWith(UNQUOTED);
        char separator = isDeclared ? declared.group(1).charAt(0) : isUnquoted ? '\t' : SeparatorSniffer.sniff(text);
        TextTableReader reader = new TextTableReader(file.path(), faults);
        if (!(isUnquoted ? reader.splitUnquoted(text) : reader.split(text, separator))) {
            return Optional.empty();
        }
        List<TextRow> rows = isDeclared ? reader.rows.subList(1, reader.rows.size()) : reader.rows;
        if (rows.stream().allMatch(TextRow::isBlank)) {
            faults.add(file.path(), "", "the file holds no text", "export it again");
            return Optional.empty();
        }
        DecimalMark mark = DecimalMarkSniffer.sniff(file.path(), rows, mixed);
        return Optional.of(table(file, separator, mark, rows, decoded));
    }

    private static TextTable table(
            RawFile file, char separator, DecimalMark mark, List<TextRow> rows, DecodedText decoded) {
        List<Warning> all = new ArrayList<>(decoded.findings());
        if (file.simulated()) {
            all.add(new Warning("simulated", "the file says of itself: " + RawFile.SIMULATED_MARK));
        }
        boolean ended = decoded.text().endsWith("\n") || decoded.text().endsWith("\r");
        return new TextTable(file.path(), separator, mark, rows, ended, all);
    }

    /** Fills the rows; false where a fault was added. */
    private boolean split(String text, char separator) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler(), text)) {
            for (CsvRecord csvRecord : csv) {
                if (!take((int) csvRecord.getStartingLineNumber(), csvRecord.getFields())) {
                    return false;
                }
            }
            return true;
        } catch (CsvParseException e) {
            return refuse(
                    nextLine(),
                    "a quoted cell that does not end where it should, or a line too long for a table",
                    "close the quote");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** Splits lines at tabs and takes quotation marks for what they are; false where a fault was added. */
    private boolean splitUnquoted(String text) {
        int line = 0;
        for (String content : (Iterable<String>) text.lines()::iterator) {
            line++;
            String[] fields = content.split("\t", -1);
            if (fields.length > MOST_COLUMNS || content.length() > MOST_COLUMNS * 64) {
                return refuse(line, "the line is too long for a table", "export the file again");
            }
            if (!take(line, List.of(fields))) {
                return false;
            }
        }
        return true;
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(builder ->
                builder.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_CELL).maxRecordSize(MOST_COLUMNS * 64));
    }

    private boolean take(int line, List<String> fields) {
        cells += fields.size();
        if (rows.size() >= MOST_ROWS || cells > MOST_CELLS) {
            return refuse(line, "more than " + MOST_ROWS + " rows or " + MOST_CELLS + " cells", "split the file");
        }
        List<String> texts = new ArrayList<>(fields.size());
        for (String field : fields) {
            if (field.length() > MOST_LINES_IN_A_CELL
                    && field.chars().filter(c -> c == '\n' || c == '\r').count() > MOST_LINES_IN_A_CELL) {
                return refuse(
                        line,
                        "a quoted cell goes on for more than " + MOST_LINES_IN_A_CELL + " lines",
                        "close the quote");
            }
            texts.add(shared(clean(field)));
        }
        rows.add(new TextRow(line, texts));
        return true;
    }

    /** The same text as an equal one of a short while ago. */
    private String shared(String text) {
        int place = (text.hashCode() & Integer.MAX_VALUE) % REMEMBERED;
        String before = remembered[place];
        if (text.equals(before)) {
            return before;
        }
        remembered[place] = text;
        return text;
    }

    private boolean refuse(int line, String problem, String remedy) {
        faults.add(file, "line " + line, problem, remedy);
        return false;
    }

    private int nextLine() {
        return rows.isEmpty() ? 1 : rows.getLast().line() + 1;
    }

    private static String clean(String field) {
        String stripped = strip(field);
        if (!stripped.startsWith("=\"")) {
            return stripped;
        }
        Matcher matcher = SPREADSHEET_TEXT.matcher(stripped);
        return matcher.matches() ? strip(matcher.group(1)) : stripped;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u0085' || Character.isSpaceChar(c);
    }
}
