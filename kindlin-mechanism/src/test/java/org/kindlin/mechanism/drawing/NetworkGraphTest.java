package org.kindlin.mechanism.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class NetworkGraphTest {
    private static final Model MODEL = new ModelBuilder()
            .id("pathway")
            .add(Compartment.volume("c", 1))
            .add(Species.concentration("A", "c", 1))
            .add(Species.concentration("B", "c", 0))
            .add(Species.concentration("E", "c", 1))
            .add(reaction("make", List.of("A"), List.of("B"), List.of("E")))
            .add(reaction("lose", List.of("B"), List.of(), List.of()))
            .build();

    private static Reaction reaction(String id, List<String> from, List<String> to, List<String> modifiers) {
        return new Reaction(
                id,
                false,
                false,
                "",
                from.stream().map(each -> SpeciesReference.of(2, each)).toList(),
                to.stream().map(each -> SpeciesReference.of(1, each)).toList(),
                modifiers,
                Optional.empty(),
                Remarks.NONE.withName("<" + id + ">"));
    }

    @Test
    void graphMlHasANodeForEachSpeciesAndReaction() throws Exception {
        Document document = parse(GraphMlWriter.write(MODEL));
        assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(5);
        assertThat(edges(document.getElementsByTagName("edge")))
                .containsExactlyInAnyOrder("A>make", "make>B", "E>make", "B>lose");
    }

    @Test
    void sbgnArcsJoinGlyphsThatAreThere() throws Exception {
        Document document = parse(SbgnWriter.write(MODEL));
        NodeList glyphs = document.getElementsByTagName("glyph");
        Set<String> ids = new HashSet<>();
        Set<String> boxes = new HashSet<>();
        for (int i = 0; i < glyphs.getLength(); i++) {
            Element glyph = (Element) glyphs.item(i);
            ids.add(glyph.getAttribute("id"));
            Element box = (Element) glyph.getElementsByTagName("bbox").item(0);
            boxes.add(box.getAttribute("x") + "," + box.getAttribute("y"));
        }
        assertThat(ids).contains("A", "B", "E", "make", "lose", "lose.sink");
        assertThat(boxes).as("no two glyphs at one place").hasSize(ids.size());
        assertThat(edges(document.getElementsByTagName("arc")))
                .containsExactlyInAnyOrder("A>make", "make>B", "E>make", "B>lose", "lose>lose.sink");
    }

    private static List<String> edges(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .map(each -> each.getAttribute("source") + ">" + each.getAttribute("target"))
                .toList();
    }

    private static Document parse(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
