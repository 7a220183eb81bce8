package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsFile;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.Spillover;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.scale.LogicleScale;
import org.kindlin.numerics.scale.RoundedScale;

/** Compensated gates over a file of floats: plain loops and the Vector API, blocks and columns, say the same. */
class GatingKernelTest {
    private static final int EVENTS = 20_011;
    private static final int DYES = 10;

    @TempDir
    private Path folder;

    @Test
    void bothKernelsGateAndPlaceAlikeAndAsWholeColumnsDo() throws IOException {
        Path path = Files.write(folder.resolve("a.fcs"), file());
        try (FcsFile open = FcsFile.open(path, new Findings("test", ReadingMode.STRICT))) {
            FcsDataSet set = open.dataSets().getFirst();
            List<Dimension> dyes = List.of(dye(0), dye(3), dye(9), Dimension.of("D4"), dye(1));
            GatedEvents plain = bind(set, ColumnKernel.plain()).evaluate(dyes);
            GatedEvents fastest = bind(set, ColumnKernel.fastest()).evaluate(dyes);
            plain.populations()
                    .forEach((id, population) -> assertThat(
                                    members(fastest.populations(), id).indices())
                            .as(id)
                            .isEqualTo(population.members().indices()));
            for (int d = 0; d < dyes.size(); d++) {
                assertThat(fastest.places().get(d).toArray())
                        .isEqualTo(plain.places().get(d).toArray());
            }
            check(set, plain.populations());
            double[] places = bind(set, ColumnKernel.plain()).places(dyes.getFirst());
            assertThat(plain.places().getFirst().toArray())
                    .hasSize(EVENTS)
                    .containsExactly(places, Offset.offset(RoundedScale.TOLERANCE * 2));
        }
    }

    /** Against columns of the whole file, each event by itself. */
    private static void check(FcsDataSet set, Map<String, Population> populations) {
        Gating gating = bind(set, ColumnKernel.fastest());
        LogicleScale scale = new LogicleScale(262144, 0.5, 4.5, 0);
        double[] a = gating.column("D0", Dimension.AS_IN_FILE);
        double[] b = gating.column("D1", Dimension.AS_IN_FILE);
        double[] c = gating.column("D2", Dimension.AS_IN_FILE);
        PolygonRegion box = new PolygonRegion(convex());
        PolygonRegion dented = new PolygonRegion(concave());
        int rare = 0;
        for (int i = 0; i < EVENTS; i++) {
            boolean inBox = box.contains(scale.apply(a[i]), scale.apply(b[i]));
            boolean inDent = inBox && dented.contains(scale.apply(b[i]), scale.apply(c[i]));
            boolean isRare = inDent && scale.apply(a[i]) >= 0.72;
            assertThat(members(populations, "box").contains(i)).isEqualTo(inBox);
            assertThat(members(populations, "dented").contains(i)).isEqualTo(inDent);
            assertThat(members(populations, "rare").contains(i)).isEqualTo(isRare);
            rare += isRare ? 1 : 0;
        }
        assertThat(rare).isBetween(10, EVENTS / 16);
    }

    private static Membership members(Map<String, Population> populations, String id) {
        return Objects.requireNonNull(populations.get(id), id).members();
    }

    private static Gating bind(FcsDataSet set, ColumnKernel kernel) {
        List<Gate> gates = List.of(
                new Gate.Polygon("box", Optional.empty(), dye(0), dye(1), convex()),
                new Gate.Polygon("dented", Optional.of("box"), dye(1), dye(2), concave()),
                new Gate.Rectangle(
                        "rare", Optional.of("dented"), List.of(new Gate.Range(dye(0), 0.72, Double.POSITIVE_INFINITY))),
                new Gate.Rectangle(
                        "low", Optional.of("rare"), List.of(new Gate.Range(dye(7), Double.NEGATIVE_INFINITY, 0.5))));
        Transformation logicle = new Transformation.OnScale("logicle", new LogicleScale(262144, 0.5, 4.5, 0));
        GatingDocument document = new GatingDocument(gates, Map.of("logicle", logicle), Map.of());
        return Gating.bind(document, set, Optional.of(spillover()), kernel, "test", new Faults())
                .orElseThrow();
    }

    private static List<Gate.Vertex> convex() {
        return List.of(
                new Gate.Vertex(0.3, 0.3),
                new Gate.Vertex(0.75, 0.25),
                new Gate.Vertex(0.8, 0.7),
                new Gate.Vertex(0.35, 0.65));
    }

    private static List<Gate.Vertex> concave() {
        return List.of(
                new Gate.Vertex(0.2, 0.2),
                new Gate.Vertex(0.5, 0.45),
                new Gate.Vertex(0.8, 0.2),
                new Gate.Vertex(0.8, 0.9),
                new Gate.Vertex(0.2, 0.9));
    }

    private static Dimension dye(int dye) {
        return Dimension.of("D" + dye).compensatedBy(Dimension.AS_IN_FILE).on("logicle");
    }

    private static Spillover spillover() {
        List<String> names = new ArrayList<>();
        double[][] matrix = new double[DYES][DYES];
        for (int i = 0; i < DYES; i++) {
            names.add("D" + i);
            for (int j = 0; j < DYES; j++) {
                matrix[i][j] = i == j ? 1 : 0.1 / (1 + Math.abs(i - j));
            }
        }
        return new Spillover(names, matrix);
    }

    private static byte[] file() {
        RandomStream random = RandomStream.ofSeed(12);
        List<FcsWriter.Channel> channels = new ArrayList<>();
        for (int c = -2; c < DYES; c++) {
            float[] values = new float[EVENTS];
            for (int i = 0; i < EVENTS; i++) {
                values[i] = (float) (random.nextLogNormal(i % 2 == 0 ? 300 : 6000, 0.7) + 30 * random.nextGaussian());
            }
            channels.add(new FcsWriter.Channel(c < 0 ? "S" + -c : "D" + c, "", 262144, new Column.Singles(values)));
        }
        return FcsWriter.bytes(channels, Map.of());
    }
}
