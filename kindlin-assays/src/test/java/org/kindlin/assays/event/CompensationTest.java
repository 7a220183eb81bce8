package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;
import tools.jackson.databind.JsonNode;

class CompensationTest {

    /** Expected values in extended precision (shared/reference/cytometry/compensation), to 1e-12 relative of the signal. */
    @Test
    void fourteenColoursAgreeWithExtendedPrecision() {
        FcsDataSet set = read(CytometryReference.bytes("compensation/test_comp_example.fcs"));
        Spillover matrix = SpilloverTable.read(
                        new RawFile("m.csv", CytometryReference.bytes("compensation/comp_complete_example.csv")),
                        new Faults())
                .orElseThrow();
        Gating gating = gating(set, Optional.of(matrix));
        List<NamedCsvRecord> rows = CytometryReference.table("compensation/test_comp_example_compensated_expected.csv");
        for (String channel : matrix.detectors()) {
            double[] column = gating.column(channel, Dimension.AS_IN_FILE);
            for (int i = 0; i < rows.size(); i++) {
                double expected = Double.parseDouble(rows.get(i).getField(channel));
                assertThat(column[i]).isCloseTo(expected, within(1e-12 * Math.max(1e4, Math.abs(expected))));
            }
        }
    }

    /** flowCore 2.x {@code spillover()} of the same files with medians and no gate (compref), to twelve digits. */
    @Test
    void singleStainsGiveTheSpilloverOfFlowCore() {
        String folder = "compensation/flowCore_compdata/data/";
        Map<String, FcsDataSet> stained = new LinkedHashMap<>();
        stained.put("FL1-H", read(CytometryReference.bytes(folder + "060909.002")));
        stained.put("FL2-H", read(CytometryReference.bytes(folder + "060909.003")));
        stained.put("FL3-H", read(CytometryReference.bytes(folder + "060909.005")));
        stained.put("FL4-H", read(CytometryReference.bytes(folder + "060909.004")));

        Spillover found = SpilloverEstimation.of(read(CytometryReference.bytes(folder + "060909.001")), stained)
                .orElseThrow()
                .spillover();

        Spillover expected = SpilloverTable.read(
                        new RawFile("ref", CytometryReference.bytes("compensation/flowCore_compdata/compref")),
                        new Faults())
                .orElseThrow();
        assertThat(found.detectors()).isEqualTo(expected.detectors());
        for (int i = 0; i < 4; i++) {
            assertThat(found.matrix()[i]).containsExactly(expected.matrix()[i], within(1e-12));
        }
    }

    /** A tenth and a half of the cells of a control stained: the median of all would be that of unstained cells. */
    @Test
    void controlsWithUnstainedCellsGiveTheSameMatrix() {
        for (double share : new double[] {0.1, 0.5, 1}) {
            FcsDataSet unstained = control(0, -1, 1);
            Map<String, FcsDataSet> stained = new LinkedHashMap<>();
            stained.put("A", control(share, 0, 2));
            stained.put("B", control(share, 1, 3));

            SpilloverEstimation.Estimated found =
                    SpilloverEstimation.of(unstained, stained).orElseThrow();

            assertThat(found.spillover().matrix()[0][1]).as("share %s", share).isCloseTo(0.3, within(0.01));
            assertThat(found.spillover().matrix()[1][0]).as("share %s", share).isCloseTo(0.05, within(0.01));
            assertThat(found.controls().getFirst().usedPercent()).isCloseTo(100 * share, within(2.0));
        }
    }

    /** Cells of which a share carries one dye; 0.3 of the first is seen in B, 0.05 of the second in A. */
    private static FcsDataSet control(double share, int dye, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        float[] a = new float[4000];
        float[] b = new float[4000];
        for (int i = 0; i < a.length; i++) {
            double signal = i < share * a.length ? random.nextLogNormal(8_000, 0.3) : 0;
            a[i] = (float)
                    (signal * (dye == 0 ? 1 : 0.05) + random.nextLogNormal(100, 0.3) + 20 * random.nextGaussian());
            b[i] = (float) (signal * (dye == 0 ? 0.3 : 1) + random.nextLogNormal(60, 0.3) + 20 * random.nextGaussian());
        }
        List<FcsWriter.Channel> channels = List.of(
                new FcsWriter.Channel("A", "", 262144, new Column.Singles(a)),
                new FcsWriter.Channel("B", "", 262144, new Column.Singles(b)));
        return read(FcsWriter.bytes(channels, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spill_keyword", "spill_index_names"})
    void keywordsCompensateAsStated(String name) {
        FcsDataSet set = read(FcsEdgeTest.bytes(name + ".fcs"));
        Gating gating = gating(set, SpilloverKeyword.of(set, findings()));
        JsonNode rows = FcsEdgeTest.cases().stream()
                .filter(entry -> entry.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .get("compensated");
        for (FcsParameter parameter : set.parameters()) {
            double[] column = gating.column(parameter.name(), Dimension.AS_IN_FILE);
            for (int i = 0; i < column.length; i++) {
                assertThat(column[i])
                        .isCloseTo(rows.get(i).get(parameter.number() - 1).asDouble(), within(1e-11));
            }
        }
    }

    @Test
    void malformedSpilloverIsToldAndDoesNotBlockTheFile() {
        FcsDataSet set = read(FcsEdgeTest.bytes("spill_malformed.fcs"));
        Findings findings = findings();

        assertThat(SpilloverKeyword.of(set, findings)).isEmpty();
        assertThat(findings.warnings())
                .singleElement()
                .matches(finding -> finding.code().equals("spillover"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,A,B,1,0,0,2,0,1,1,0",
                "2;A;B;1,0;0,2;0,1;1,0",
                "2,A,B,1,0.2,0.1,1",
                "2, A, B, 1, 0.2, 0.1, 1",
                "2,1,2,1,0.2,0.1,1",
                "4,1,0.2,0.1,1"
            })
    void spellingsOfOneMatrix(String text) {
        List<FcsWriter.Channel> channels = List.of(
                new FcsWriter.Channel("A", "", 1, new Column.Singles(new float[1])),
                new FcsWriter.Channel("B", "", 1, new Column.Singles(new float[1])));
        FcsDataSet set = read(FcsWriter.bytes(channels, Map.of()));

        Optional<Spillover> matrix = SpilloverKeyword.parse(text.replaceFirst("^4,", "2,"), set);

        assertThat(matrix.orElseThrow().detectors()).containsExactly("A", "B");
        assertThat(matrix.orElseThrow().matrix()[0]).containsExactly(1, 0.2);
        assertThat(matrix.orElseThrow().matrix()[1]).containsExactly(0.1, 1);
    }

    private static Gating gating(FcsDataSet set, Optional<Spillover> spillover) {
        Dimension any = Dimension.of(set.parameters().getFirst().name()).compensatedBy(Dimension.AS_IN_FILE);
        Gate gate = new Gate.Rectangle("g", Optional.empty(), List.of(new Gate.Range(any, 0, 1)));
        GatingDocument document = new GatingDocument(List.of(gate), Map.of(), Map.of());
        return Gating.bind(document, set, spillover, "f", new Faults()).orElseThrow();
    }

    private static Findings findings() {
        return new Findings("f", ReadingMode.LENIENT);
    }

    private static FcsDataSet read(byte[] bytes) {
        return FcsReader.read(bytes, findings()).getFirst();
    }
}
