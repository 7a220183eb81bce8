package org.kindlin.assays.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes rows of text cells as comma-separated values (RFC 4180). */
public final class CsvText {
    private CsvText() {}

    /** The rows with line ends of one line feed. */
    public static String of(List<List<String>> rows) {
        return of(rows, LineDelimiter.LF);
    }

    /** The rows with line ends as Windows programs write them. */
    public static String windows(List<List<String>> rows) {
        return of(rows, LineDelimiter.CRLF);
    }

    private static String of(List<List<String>> rows, LineDelimiter lineEnd) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().lineDelimiter(lineEnd).build(text);
        rows.forEach(writer::writeRecord);
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    /** A number in full precision, whole numbers without a fraction. */
    public static String number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        boolean negativeZero = number == 0 && 1 / number < 0;
        return whole && !negativeZero ? Long.toString((long) number) : Double.toString(number);
    }
}
