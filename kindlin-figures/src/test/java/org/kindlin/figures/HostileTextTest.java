package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** Whatever a label holds, the figure stays well-formed and gains no element of the label's making. */
class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "<script>alert(1)</script>",
            "\"/><image href=\"x",
            "' onload='x",
            "]]>",
            "<!--",
            "-->",
            "&amp;",
            "&#0;",
            "&",
            "\u0000",
            "\u0007",
            "\uD800",
            "\uDC00",
            "\uFFFE",
            "\u202E",
            "₅₀",
            "⁻",
            "\n",
            "\t",
            "  ",
            "漢字",
            "é",
            "😀",
            "<",
            ">",
            "%s",
            "${x}",
            "<![CDATA[");
    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "desc", "rect", "path", "circle", "text", "tspan", "g");

    @Test
    void noLabelInjectsMarkup() throws XMLStreamException {
        Random random = new Random(6);
        for (int run = 0; run < 200; run++) {
            assertThat(ELEMENTS).containsAll(elements(plot(random).svg()));
            assertThat(ELEMENTS).containsAll(elements(plate(random).svg()));
            assertThat(ELEMENTS).containsAll(elements(forest(random).svg()));
        }
    }

    @Test
    void namesAndRastersAreChecked() {
        assertThatThrownBy(() -> Heading.of("../etc/passwd", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Heading.of("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Raster(new Point(0, 0), new Point(1, 1), "iVBORw0KGg\" onload=\"x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Figure plot(Random random) {
        Panel panel = Panel.of(
                        Axis.log(text(random), text(random)).zero(text(random)),
                        Axis.linear(text(random), text(random)))
                .title(text(random))
                .add(new Line(List.of(new Point(1, 1), new Point(10, 2)), Style.series(0), text(random)))
                .add(Rule.horizontal(1.5, text(random)))
                .add(new DropLine(new Point(2, 1.2), text(random), Style.series(1)))
                .add(Note.at(3, 1.3, text(random)));
        return Plot.of(heading(random), panel).figure();
    }

    private static Figure plate(Random random) {
        List<Well> wells = List.of(new Well.Excluded(1, text(random)), new Well.Value(2), new Well.Missing());
        WellRole role = new WellRole(text(random), Colour.BLACK, Dash.SOLID);
        return PlateHeatMap.of(heading(random), text(random), text(random), List.of(wells))
                .roles(List.of(List.of(role)))
                .figure();
    }

    private static Figure forest(Random random) {
        List<Forest.Row> rows = List.of(
                Forest.Row.heading(text(random)),
                Forest.Row.of(text(random), 1, 0.5, 2, text(random)),
                Forest.Row.undetermined(text(random), text(random)));
        return Forest.of(heading(random), Axis.log(text(random), text(random)), rows)
                .reference(1, text(random))
                .column(text(random))
                .figure();
    }

    private static Heading heading(Random random) {
        return Heading.of("x", text(random))
                .subtitle(text(random))
                .caption(text(random))
                .simulated(true);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < random.nextInt(5); piece++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static Set<String> elements(String svg) throws XMLStreamException {
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(svg));
        Set<String> names = new TreeSet<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                names.add(reader.getLocalName());
            }
        }
        return names;
    }
}
