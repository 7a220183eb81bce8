package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolygonRegionTest {

    /** FlowJo's polygons may have vertices at the zero of a logarithmic scale. */
    @Test
    void verticesAtInfinityLieBeyondEveryEvent() {
        double beyond = Double.NEGATIVE_INFINITY;
        PolygonRegion half = new PolygonRegion(List.of(
                new Gate.Vertex(beyond, 0), new Gate.Vertex(1, 0), new Gate.Vertex(1, 1), new Gate.Vertex(beyond, 1)));

        assertThat(half.contains(-1e300, 0.5)).isTrue();
        assertThat(half.contains(1, 0)).as("on a vertex").isTrue();
        assertThat(half.contains(2, 0.5)).isFalse();
        assertThat(half.contains(0, 1.5)).isFalse();
        assertThat(half.contains(beyond, 0.5)).isFalse();
    }
}
