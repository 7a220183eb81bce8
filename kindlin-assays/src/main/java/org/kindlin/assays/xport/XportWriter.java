package org.kindlin.assays.xport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.assays.xport.XportTable.Variable;

/** Writes a data set as a SAS transport file of version 5. The same data set gives the same bytes: the dates in it are fixed. */
public final class XportWriter {
    private static final String DATE = "01JAN70:00:00:00";
    private static final String ZEROS = "000000000000000000000000000000  ";
    private static final int LONGEST_TEXT = 200;
    private static final int NUMBER = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private XportWriter() {}

    /**
     * The file.
     *
     * @throws IllegalArgumentException for names beyond eight characters or labels beyond forty
     */
    public static byte[] write(XportTable table) {
        XportWriter writer = new XportWriter();
        writer.headers(table);
        int[] widths = widths(table);
        writer.variables(table, widths);
        writer.text(XportReader.OBSERVATIONS + ZEROS, XportReader.RECORD);
        for (List<Value> row : table.rows()) {
            for (int i = 0; i < widths.length; i++) {
                writer.value(row.get(i), widths[i]);
            }
        }
        writer.pad();
        return writer.out.toByteArray();
    }

    private void headers(XportTable table) {
        text(XportReader.LIBRARY + ZEROS, XportReader.RECORD);
        text("SAS     SAS     SASLIB  9.4     KINDLIN " + " ".repeat(24) + DATE, XportReader.RECORD);
        text(DATE, XportReader.RECORD);
        text(XportReader.MEMBER + "000000000000000001600000000140  ", XportReader.RECORD);
        text(XportReader.DESCRIPTOR + ZEROS, XportReader.RECORD);
        text(
                "SAS     " + limited(table.name(), 8) + "SASDATA 9.4     KINDLIN " + " ".repeat(24) + DATE,
                XportReader.RECORD);
        text(DATE + " ".repeat(16) + limited(table.label(), 40), XportReader.RECORD);
        String count = String.format(Locale.ROOT, "%04d", table.variables().size());
        text(XportReader.NAMESTR + "000000" + count + "00000000000000000000  ", XportReader.RECORD);
    }

    private static String limited(String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("'" + text + "' is longer than " + most + " characters");
        }
        return text + " ".repeat(most - text.length());
    }

    /** Texts are as wide as the longest; the format has at most 200 characters. */
    private static int[] widths(XportTable table) {
        int[] widths = new int[table.variables().size()];
        for (int i = 0; i < widths.length; i++) {
            if (table.variables().get(i).isNumeric()) {
                widths[i] = NUMBER;
                continue;
            }
            widths[i] = 1;
            for (List<Value> row : table.rows()) {
                int length = row.get(i) instanceof Value.Text(String text)
                        ? ascii(text).length()
                        : 1;
                widths[i] = Math.clamp(length, widths[i], LONGEST_TEXT);
            }
        }
        return widths;
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private void variables(XportTable table, int[] widths) {
        int offset = 0;
        for (int i = 0; i < widths.length; i++) {
            Variable variable = table.variables().get(i);
            twoBytes(variable.isNumeric() ? 1 : 2);
            twoBytes(0);
            twoBytes(widths[i]);
            twoBytes(i + 1);
            text(limited(variable.name(), 8), 8);
            text(limited(variable.label(), 40), 40);
            text("", 8);
            twoBytes(0);
            twoBytes(0);
            twoBytes(0);
            twoBytes(0);
            text("", 8);
            twoBytes(0);
            twoBytes(0);
            twoBytes(offset >>> 16);
            twoBytes(offset & 0xFFFF);
            out.writeBytes(new byte[52]);
            offset += widths[i];
        }
        pad();
    }

    private void value(Value value, int width) {
        switch (value) {
            case Value.Text(String text) -> {
                String ascii = ascii(text);
                text(ascii.substring(0, Math.min(width, ascii.length())), width);
            }
            case Value.Numeric(OptionalDouble number) -> {
                long bits = IbmDouble.write(number);
                for (int i = NUMBER - 1; i >= 0; i--) {
                    out.write((int) (bits >>> (Byte.SIZE * i)) & 0xFF);
                }
            }
        }
    }

    private void twoBytes(int value) {
        out.write(value >>> 8 & 0xFF);
        out.write(value & 0xFF);
    }

    private void text(String text, int width) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, Math.min(bytes.length, width));
        for (int i = bytes.length; i < width; i++) {
            out.write(' ');
        }
    }

    private void pad() {
        while (out.size() % XportReader.RECORD != 0) {
            out.write(' ');
        }
    }
}
