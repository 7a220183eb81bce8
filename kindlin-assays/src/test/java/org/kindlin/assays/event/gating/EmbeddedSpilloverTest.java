package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.Spillover;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.scale.LogicleScale;

class EmbeddedSpilloverTest {
    private static final Spillover USED = new Spillover(List.of("A", "B"), new double[][] {{1, 0.3}, {0.1, 1}});

    private final FcsDataSet set = events();

    @Test
    void writtenGatesCarryTheMatrixThatWasUsed() {
        GatingDocument drawn = document(Dimension.AS_IN_FILE);

        GatingDocument written = GatingMlWriterTest.read(GatingMlWriter.bytes(EmbeddedSpillover.in(drawn, USED), ""));

        assertThat(written.matrices()).containsOnlyKeys("spillover");
        assertThat(counts(written, Optional.empty()))
                .isEqualTo(counts(drawn, Optional.of(USED)))
                .isNotEqualTo(counts(drawn, Optional.empty()));
    }

    @Test
    void gatesThatNameNoSpilloverStayAsTheyAre() {
        GatingDocument plain = document(Dimension.UNCOMPENSATED);

        assertThat(EmbeddedSpillover.in(plain, USED)).isSameAs(plain);
    }

    private static GatingDocument document(String compensation) {
        Dimension a = Dimension.of("A").compensatedBy(compensation);
        Dimension b = Dimension.of("B").compensatedBy(compensation).on("logicle");
        List<Gate> gates = new ArrayList<>();
        gates.add(new Gate.Rectangle("r", Optional.empty(), List.of(new Gate.Range(b, 0.4, 0.8))));
        gates.add(new Gate.Polygon(
                "p",
                Optional.of("r"),
                a,
                b,
                List.of(new Gate.Vertex(0, 0), new Gate.Vertex(4000, 0), new Gate.Vertex(2000, 1))));
        gates.add(new Gate.Ellipsoid(
                "e",
                Optional.empty(),
                List.of(a, b),
                new double[] {1000, 0.5},
                new double[][] {{1e6, 0}, {0, 0.04}},
                2));
        gates.add(new Gate.Quadrants(
                "q",
                Optional.empty(),
                List.of(new Gate.Divider("d", a, new double[] {1000})),
                List.of(new Gate.Quadrant("high", List.of(new Gate.Position("d", 2000))))));
        gates.add(new Gate.SetOperation(
                "n", Optional.empty(), Gate.Operation.NOT, List.of(new Gate.Reference("p", false))));
        return new GatingDocument(
                gates,
                Map.of("logicle", new Transformation.OnScale("logicle", new LogicleScale(262144, 0.5, 4.5, 0))),
                Map.of());
    }

    private List<Integer> counts(GatingDocument document, Optional<Spillover> spillover) {
        Map<String, Population> populations = Gating.bind(document, set, spillover, "", new Faults())
                .orElseThrow()
                .populations();
        return List.of("r", "p", "e", "high", "n").stream()
                .map(id -> Objects.requireNonNull(populations.get(id), id)
                        .members()
                        .count())
                .toList();
    }

    private static FcsDataSet events() {
        RandomStream random = RandomStream.ofSeed(3);
        float[] a = new float[3000];
        float[] b = new float[3000];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.nextLogNormal(900, 1);
            b[i] = (float) random.nextLogNormal(700, 1.2);
        }
        byte[] bytes = FcsWriter.bytes(
                List.of(
                        new FcsWriter.Channel("A", "", 262144, new Column.Singles(a)),
                        new FcsWriter.Channel("B", "", 262144, new Column.Singles(b))),
                Map.of());
        return FcsReader.read(bytes, new Findings("test", ReadingMode.STRICT)).getFirst();
    }
}
