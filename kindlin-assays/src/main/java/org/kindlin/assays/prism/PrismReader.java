package org.kindlin.assays.prism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.prism.PrismProject.Constant;
import org.kindlin.assays.prism.PrismProject.InfoSheet;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.assays.text.XmlCursor;
import org.kindlin.fault.Faults;

/** Reads Prism projects as XML. Analyses, graphs and layouts, which the file holds for Prism alone, are passed over. */
public final class PrismReader {
    private static final String ROOT = "GraphPadPrismFile";

    /** What Prism calls a table, by its size: up to 104 data sets, up to 256, up to 1024. */
    private static final Set<String> TABLES = Set.of("Table", "HugeTable", "Table256", "Table1024");

    private final XmlCursor xml;
    private final List<InfoSheet> info = new ArrayList<>();
    private final List<PrismTable> tables = new ArrayList<>();

    private PrismReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** The project; empty where faults were added. */
    public static Optional<PrismProject> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(decoded -> read(file, decoded.text(), faults));
    }

    private static Optional<PrismProject> read(RawFile file, String text, Faults faults) {
        try {
            XmlCursor xml = new XmlCursor(text);
            if (!xml.nextElement() || !xml.name().equals(ROOT)) {
                faults.add(
                        file.path(),
                        "",
                        "is no Prism project: it does not start with <" + ROOT + ">",
                        "give a .pzfx file");
                return Optional.empty();
            }
            PrismReader reader = new PrismReader(xml);
            reader.project();
            return Optional.of(new PrismProject(reader.info, reader.tables));
        } catch (XMLStreamException e) {
            faults.add(
                    file.path(),
                    XmlCursor.place(e),
                    "cannot be read as XML: " + XmlCursor.reason(e),
                    "save the project as .pzfx again; the file may have been cut off or edited");
            return Optional.empty();
        }
    }

    private void project() throws XMLStreamException {
        while (xml.nextElement()) {
            if (TABLES.contains(xml.name())) {
                tables.add(table());
            } else if (xml.name().equals("Info")) {
                info.add(info());
            } else {
                xml.skip();
            }
        }
    }

    private InfoSheet info() throws XMLStreamException {
        String title = "";
        String notes = "";
        List<Constant> constants = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "Title" -> title = xml.text();
                case "Notes" -> notes = xml.text();
                case "Constant" -> constants.add(constant());
                default -> xml.skip();
            }
        }
        return new InfoSheet(title, notes, constants);
    }

    private Constant constant() throws XMLStreamException {
        String name = "";
        String value = "";
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "Name" -> name = xml.text();
                case "Value" -> value = xml.text();
                default -> xml.skip();
            }
        }
        return new Constant(name, value);
    }

    private PrismTable table() throws XMLStreamException {
        PrismTable.Kind kind = PrismTable.Kind.of(xml.attribute("TableType"));
        String yFormat = xml.attribute("YFormat");
        String title = "";
        List<String> rowTitles = List.of();
        Optional<PrismColumn> x = Optional.empty();
        List<PrismColumn> y = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "Title" -> title = xml.text();
                case "RowTitlesColumn" -> rowTitles = titles(column());
                case "XColumn" -> x = Optional.of(column());
                case "YColumn" -> y.add(column());
                default -> xml.skip(); // XAdvancedColumn repeats X for later versions; floating notes
            }
        }
        return new PrismTable(title, kind, yFormat, rowTitles, x, y);
    }

    private static List<String> titles(PrismColumn column) {
        return column.subcolumns().isEmpty()
                ? List.of()
                : column.subcolumns().getFirst().stream().map(PrismValue::text).toList();
    }

    private PrismColumn column() throws XMLStreamException {
        String title = "";
        List<List<PrismValue>> subcolumns = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "Title" -> title = xml.text();
                case "Subcolumn" -> subcolumns.add(subcolumn());
                default -> xml.skip();
            }
        }
        return new PrismColumn(title, subcolumns);
    }

    private List<PrismValue> subcolumn() throws XMLStreamException {
        List<PrismValue> values = new ArrayList<>();
        while (xml.nextElement()) {
            if (xml.name().equals("d")) {
                boolean excluded = xml.attribute("Excluded").equals("1");
                int line = xml.line();
                values.add(value(xml.text(), excluded, line));
            } else {
                xml.skip();
            }
        }
        return values;
    }

    /** Where text is exchanged, Prism marks an excluded value by an asterisk after the number. */
    private static PrismValue value(String text, boolean excluded, int line) {
        boolean asterisk = text.length() > 1 && text.endsWith("*");
        return asterisk
                ? new PrismValue(text.substring(0, text.length() - 1).strip(), true, line)
                : new PrismValue(text, excluded, line);
    }
}
