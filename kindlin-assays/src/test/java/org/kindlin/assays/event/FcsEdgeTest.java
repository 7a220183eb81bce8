package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Synthetic edge cases of the format, written byte by byte with exact expected values (fcs_edge/expected.json). */
class FcsEdgeTest {

    @TestFactory
    List<DynamicTest> everyEdgeReadsToItsValues() {
        return cases().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static void compare(String name, JsonNode expected) {
        Findings findings = new Findings(name, ReadingMode.LENIENT);
        List<FcsDataSet> sets = FcsReader.read(bytes(name + ".fcs"), findings);
        if (expected.has("histogram")) {
            assertThat(findings.faults().all())
                    .singleElement()
                    .asString()
                    .contains("uncorrelated univariate histograms (mode U)");
            return;
        }
        assertThat(findings.faults().all()).isEmpty();
        FcsDataSet set = sets.getFirst();
        assertThat(set.version().label())
                .isEqualTo("FCS" + expected.get("version").asString());
        assertThat(set.events()).isEqualTo(expected.get("raw").size());
        compareColumns(expected.get("raw"), set, false);
        if (expected.has("scale")) {
            compareColumns(expected.get("scale"), set, true);
        }
        keywords(expected, set);
    }

    private static void keywords(JsonNode expected, FcsDataSet set) {
        if (expected.has("names")) {
            assertThat(set.parameters().stream().map(FcsParameter::name))
                    .containsExactlyElementsOf(expected.get("names")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
        if (expected.has("P2S")) {
            assertThat(set.parameters().get(1).stain())
                    .isEqualTo(expected.get("P2S").asString());
            assertThat(set.keywords().find("$COM")).contains(expected.get("COM").asString());
        }
        if (expected.has("OP")) {
            assertThat(set.keywords().find("$OP")).contains(expected.get("OP").asString());
        }
        if (expected.has("time_seconds")) {
            assertThat(set.scale(set.parameter("Time").orElseThrow()).toArray()).containsExactly(0.0, 0.1, 0.2);
        }
    }

    private static void compareColumns(JsonNode rows, FcsDataSet set, boolean scale) {
        for (FcsParameter parameter : set.parameters()) {
            Column column = scale ? set.scale(parameter) : set.raw(parameter);
            for (int i = 0; i < rows.size(); i++) {
                JsonNode value = rows.get(i).get(parameter.number() - 1);
                double number = value.isString() ? special(value.asString()) : value.asDouble();
                assertThat(Double.valueOf(column.get(i))).isEqualTo(Double.valueOf(number));
            }
        }
    }

    private static double special(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> throw new AssertionError(text);
        };
    }

    @Test
    void integersBeyondTheDoublesAreExact() {
        FcsDataSet set = FcsReader.read(bytes("int64_le.fcs"), new Findings("f", ReadingMode.LENIENT))
                .getFirst();

        assertThat(set.integers(set.parameters().getFirst())).containsExactly(9007199254740993L, 5L);
    }

    @Test
    void strictReadingRefusesWhatLenientReadingRepairs() {
        Findings findings = new Findings("f", ReadingMode.STRICT);
        FcsReader.read(bytes("header_offset_wrong.fcs"), findings);

        assertThat(findings.faults().all())
                .anySatisfy(fault -> assertThat(fault.problem()).contains("in TEXT at"));
    }

    static List<Map.Entry<String, JsonNode>> cases() {
        return JsonMapper.builder().build().readTree(bytes("expected.json")).properties().stream()
                .toList();
    }

    static byte[] bytes(String name) {
        try (InputStream stream = FcsEdgeTest.class.getResourceAsStream("fcs_edge/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
