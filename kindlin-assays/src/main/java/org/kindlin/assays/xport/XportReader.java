package org.kindlin.assays.xport;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.assays.xport.XportTable.Variable;
import org.kindlin.fault.Faults;

/**
 * Reads SAS transport files of version 5: records of 80 bytes, a header for the library and for each data set, 140 bytes a variable
 * (136 from VAX), rows packed one after the other, blanks at the end (SAS Technical Note TS-140). Nothing is believed that the file
 * is too short for.
 */
public final class XportReader {
    static final int RECORD = 80;
    static final String LIBRARY = "HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!";
    static final String MEMBER = "HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!";
    static final String DESCRIPTOR = "HEADER RECORD*******DSCRPTR HEADER RECORD!!!!!!!";
    static final String NAMESTR = "HEADER RECORD*******NAMESTR HEADER RECORD!!!!!!!";
    static final String OBSERVATIONS = "HEADER RECORD*******OBS     HEADER RECORD!!!!!!!";
    private static final String LIBRARY_8 = "HEADER RECORD*******LIBV8";
    private static final Charset TEXT = Charset.forName("windows-1252");
    private static final int MOST_VARIABLES = 9999;
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_CELLS = 4_000_000;

    private final RawFile file;
    private final byte[] bytes;
    private final Faults faults;
    private int position;

    private XportReader(RawFile file, Faults faults) {
        this.file = file;
        this.bytes = file.bytes();
        this.faults = faults;
    }

    /** Whether a file begins as a transport file does. */
    public static boolean isXport(RawFile file) {
        byte[] bytes = file.bytes();
        int length = Math.min(bytes.length, RECORD);
        return new String(bytes, 0, length, TEXT).startsWith("HEADER RECORD*******LIB");
    }

    /** The data sets of a file; none where faults were added. */
    public static List<XportTable> read(RawFile file, Faults faults) {
        XportReader reader = new XportReader(file, faults);
        List<XportTable> tables = reader.tables();
        return faults.any() ? List.of() : tables;
    }

    private void fault(String problem, String remedy) {
        faults.add(file.path(), "byte " + position, problem, remedy);
    }

    private List<XportTable> tables() {
        List<XportTable> tables = new ArrayList<>();
        if (bytes.length > MOST_BYTES) {
            fault("the file has more than the " + (MOST_BYTES >> 20) + " MiB that are read", "split it");
            return tables;
        }
        if (text(0, RECORD).startsWith(LIBRARY_8)) {
            fault("this is a transport file of version 8", "export it as version 5 (XPORT engine)");
            return tables;
        }
        if (!expect(LIBRARY)) {
            return tables;
        }
        position += 2 * RECORD; // who made it and when
        while (position + RECORD <= bytes.length && !faults.any()) {
            if (text(position, RECORD).isBlank()) {
                position += RECORD;
            } else {
                table(tables);
            }
        }
        return tables;
    }

    private String text(int from, int length) {
        int end = Math.min(bytes.length, from + length);
        return from >= end ? "" : new String(bytes, from, end - from, TEXT);
    }

    private boolean expect(String header) {
        if (!text(position, RECORD).startsWith(header)) {
            fault(
                    "expected the record '" + header.substring(20, 34).strip() + "'",
                    "the file is damaged or cut off: export it again");
            return false;
        }
        position += RECORD;
        return true;
    }

    private void table(List<XportTable> tables) {
        String header = text(position, RECORD);
        if (!expect(MEMBER)) {
            return;
        }
        int descriptor = header.substring(Math.min(74, header.length())).strip().startsWith("136") ? 136 : 140;
        if (!expect(DESCRIPTOR)) {
            return;
        }
        String name = text(position + 8, 8).strip();
        String label = text(position + RECORD + 32, 40).strip();
        position += 2 * RECORD;
        String count = text(position + 54, 4).strip();
        if (!expect(NAMESTR)) {
            return;
        }
        int variables = count.matches("\\d{1,4}") ? Integer.parseInt(count) : -1;
        if (variables < 1
                || variables > MOST_VARIABLES
                || (long) position + (long) variables * descriptor > bytes.length) {
            fault(
                    "states " + (variables < 0 ? "no number of" : Integer.toString(variables))
                            + " variables, which the file does not hold",
                    "export it again");
            return;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            columns.add(column(position + i * descriptor));
        }
        position += padded(variables * descriptor);
        if (!expect(OBSERVATIONS)) {
            return;
        }
        rows(name, label, columns, tables);
    }

    private static int padded(int length) {
        return (length + RECORD - 1) / RECORD * RECORD;
    }

    private record Column(Variable variable, int offset, int length) {}

    private int shortAt(int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private Column column(int at) {
        int offset = shortAt(at + 84) << 16 | shortAt(at + 86);
        return new Column(
                new Variable(text(at + 8, 8).strip(), text(at + 16, 40).strip(), shortAt(at) == 1),
                offset,
                shortAt(at + 4));
    }

    private void rows(String name, String label, List<Column> columns, List<XportTable> tables) {
        int width = 0;
        for (Column column : columns) {
            boolean fits =
                    column.offset == width && column.length > 0 && (!column.variable.isNumeric() || column.length <= 8);
            if (!fits) {
                fault(
                        "variable " + column.variable.name() + " of " + name + " has no place in its row",
                        "export it again");
                return;
            }
            width += column.length;
        }
        int end = nextMember();
        List<List<Value>> rows = new ArrayList<>();
        while (position + width <= end && !(end - position < RECORD && isBlank(position, end))) {
            if ((long) rows.size() * columns.size() > MOST_CELLS) {
                fault("has more than the " + MOST_CELLS + " cells that are read", "split it");
                return;
            }
            List<Value> row = new ArrayList<>(columns.size());
            for (Column column : columns) {
                int at = position + column.offset;
                row.add(
                        column.variable.isNumeric()
                                ? new Value.Numeric(IbmDouble.read(bytes, at, column.length))
                                : Value.of(text(at, column.length)
                                        .replace("\0", "")
                                        .strip()));
            }
            rows.add(row);
            position += width;
        }
        position = end;
        tables.add(new XportTable(
                name, label, columns.stream().map(Column::variable).toList(), rows));
    }

    /** Where the next data set begins: members start on a record. */
    private int nextMember() {
        for (int at = position; at + RECORD <= bytes.length; at += RECORD) {
            if (bytes[at] == 'H' && text(at, RECORD).startsWith(MEMBER)) {
                return at;
            }
        }
        return bytes.length;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }
}
