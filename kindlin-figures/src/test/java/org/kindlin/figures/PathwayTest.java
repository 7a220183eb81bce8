package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindlin.figures.Pathway.Edge;
import org.kindlin.figures.Pathway.Effect;
import org.kindlin.figures.Pathway.Glyph;
import org.kindlin.figures.Pathway.Node;

class PathwayTest {
    private static final List<Node> NODES = List.of(
            new Node("a", "FAK <1>", Glyph.MACROMOLECULE, 100, 40, "pY397", OptionalDouble.of(0.5)),
            new Node("b", "growth", Glyph.PHENOTYPE, 100, 140, "", OptionalDouble.empty()));

    @Test
    void everyNodeAndEdgeIsDrawnAndTextIsEscaped() {
        for (Effect effect : Effect.values()) {
            Edge edge = new Edge("a", "b", effect, List.of(new Point(160, 90)), Dash.DOTTED, "by hand");
            String svg = new Pathway(Heading.of("p", "Pathway"), NODES, List.of(edge), 400, 260, "activity")
                    .figure()
                    .svg();
            assertThat(svg).contains("FAK &lt;1&gt;", "50 %", "pY397", "by hand", "stroke-dasharray");
        }
    }

    @Test
    void coloursAreWhiteAtTheReferenceAndClampBeyondFourfold() {
        assertThat(PathwayPainter.colour(1)).isEqualTo(Colour.hex("#F7F7F7"));
        assertThat(PathwayPainter.colour(0.01)).isEqualTo(PathwayPainter.colour(0.25));
        assertThat(PathwayPainter.colour(2).red())
                .isGreaterThan(PathwayPainter.colour(2).blue());
    }

    @Test
    void anEdgeNeedsItsNodes() {
        Edge edge = new Edge("a", "c", Effect.BINDING, List.of(), Dash.SOLID, "");
        assertThatThrownBy(() -> new Pathway(Heading.of("p", "P"), NODES, List.of(edge), 400, 200, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
