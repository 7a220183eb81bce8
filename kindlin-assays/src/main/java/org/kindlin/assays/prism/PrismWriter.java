package org.kindlin.assays.prism;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a project as Prism 5 and later read it. The same project gives the same bytes: no date and no login is written.
 */
public final class PrismWriter {
    /** Data sets of one table (Prism 5). */
    public static final int MOST_DATA_SETS = 104;

    /** Subcolumns of one data set (Prism 5). */
    public static final int MOST_REPLICATES = 52;

    private static final int PIXELS = 81;
    private final XMLStreamWriter xml;

    private PrismWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The file, UTF-8. */
    public static byte[] write(PrismProject project, String program, String version) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new PrismWriter(xml).project(project, program, version);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void project(PrismProject project, String program, String version) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        start("GraphPadPrismFile", "PrismXMLVersion", "5.00");
        line();
        start("Created");
        start("OriginalVersion", "CreatedByProgram", program, "CreatedByVersion", version, "Login", "");
        end();
        end();
        line();
        sequence("InfoSequence", "Info", project.info().size());
        for (int i = 0; i < project.info().size(); i++) {
            info(project.info().get(i), "Info" + i);
        }
        sequence("TableSequence", "Table", project.tables().size());
        for (int i = 0; i < project.tables().size(); i++) {
            table(project.tables().get(i), "Table" + i);
        }
        end();
        xml.writeEndDocument();
    }

    private void sequence(String name, String kind, int count) throws XMLStreamException {
        start(name, "Selected", "1");
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                start("Ref", "ID", kind + i, "Selected", "1");
            } else {
                start("Ref", "ID", kind + i);
            }
            end();
        }
        end();
        line();
    }

    private void info(PrismProject.InfoSheet info, String id) throws XMLStreamException {
        start("Info", "ID", id);
        element("Title", info.title());
        element("Notes", info.notes());
        for (PrismProject.Constant constant : info.constants()) {
            start("Constant");
            element("Name", constant.name());
            element("Value", constant.value());
            end();
            line();
        }
        end();
        line();
    }

    private void table(PrismTable table, String id) throws XMLStreamException {
        int replicates = table.y().stream()
                .mapToInt(column -> column.subcolumns().size())
                .max()
                .orElse(1);
        start(
                "Table",
                "ID",
                id,
                "XFormat",
                table.x().isPresent() ? "numbers" : "none",
                "YFormat",
                table.yFormat().isEmpty() ? PrismTable.REPLICATES : table.yFormat(),
                "Replicates",
                String.valueOf(replicates),
                "TableType",
                table.kind().attribute(),
                "EVFormat",
                "AsteriskAfterNumber");
        line();
        element("Title", table.title());
        if (!table.rowTitles().isEmpty()) {
            start("RowTitlesColumn", "Width", String.valueOf(PIXELS));
            subcolumn(table.rowTitles().stream().map(PrismValue::of).toList());
            end();
            line();
        }
        if (table.x().isPresent()) {
            column("XColumn", table.x().get(), 1);
        }
        for (PrismColumn column : table.y()) {
            column("YColumn", column, replicates);
        }
        end();
        line();
    }

    /** A column with as many subcolumns as its table has; those it lacks are blank. */
    private void column(String name, PrismColumn column, int subcolumns) throws XMLStreamException {
        start(
                name,
                "Width",
                String.valueOf(PIXELS * subcolumns),
                "Decimals",
                "6",
                "Subcolumns",
                String.valueOf(subcolumns));
        line();
        element("Title", column.title());
        for (int i = 0; i < subcolumns; i++) {
            subcolumn(i < column.subcolumns().size() ? column.subcolumns().get(i) : List.of());
        }
        end();
        line();
    }

    private void subcolumn(List<PrismValue> cells) throws XMLStreamException {
        start("Subcolumn");
        line();
        for (PrismValue cell : cells) {
            if (cell.excluded()) {
                start("d", "Excluded", "1");
                characters(cell.text());
                end();
                line();
            } else {
                element("d", cell.text());
            }
        }
        end();
        line();
    }

    private void element(String name, String text) throws XMLStreamException {
        start(name);
        characters(text);
        end();
        line();
    }

    /** The text without what XML 1.0 cannot hold. */
    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(text.codePoints()
                .filter(PrismWriter::isCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static boolean isCharacter(int c) {
        boolean isControl = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        return !isControl && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
