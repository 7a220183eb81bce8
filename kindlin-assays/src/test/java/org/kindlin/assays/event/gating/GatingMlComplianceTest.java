package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kindlin.assays.event.CytometryReference;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.SpilloverKeyword;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/**
 * Every case of the Gating-ML 2.0 compliance tests, sets 1 and 3, event for event: the ISAC's gates and files, one 0 or 1 per
 * event as an independent evaluator written from the rules finds it (shared/reference/cytometry/gatingml2).
 */
class GatingMlComplianceTest {

    @TestFactory
    List<DynamicTest> everyGateHoldsTheExpectedEvents() {
        List<NamedCsvRecord> rows = CytometryReference.table("gatingml2/manifest.csv");
        Map<String, Map<String, Population>> evaluated = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows) {
            evaluated.computeIfAbsent(
                    row.getField("set"), _ -> populations(row.getField("fcs"), row.getField("gatingml")));
        }
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getField("gate_id"),
                        () -> compare(row, Objects.requireNonNull(evaluated.get(row.getField("set"))))))
                .toList();
    }

    private static void compare(NamedCsvRecord row, Map<String, Population> populations) {
        Population population = Objects.requireNonNull(populations.get(row.getField("gate_id")));
        assertThat(population.members().count()).isEqualTo(Integer.parseInt(row.getField("n_inside")));
        String truth = new String(
                CytometryReference.unzipped("gatingml2/ExpectedResults/set_" + row.getField("set") + "/"
                        + row.getField("truth_file") + ".gz"),
                StandardCharsets.US_ASCII);
        List<String> events =
                truth.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        assertThat(events).hasSize(Integer.parseInt(row.getField("events")));
        for (int i = 0; i < events.size(); i++) {
            assertThat(population.members().contains(i)).isEqualTo(events.get(i).equals("1"));
        }
    }

    static Map<String, Population> populations(String fcs, String gates) {
        Findings findings = new Findings(fcs, ReadingMode.LENIENT);
        FcsDataSet set = FcsReader.read(CytometryReference.bytes("gatingml2/FCSFiles/" + fcs), findings)
                .getFirst();
        Faults faults = new Faults();
        GatingDocument document = GatingMlReader.read(
                        new RawFile(gates, CytometryReference.bytes("gatingml2/Gating-MLFiles/" + gates)), faults)
                .orElseThrow(() -> new AssertionError(faults.all()));
        return Gating.bind(document, set, SpilloverKeyword.of(set, findings), fcs, faults)
                .orElseThrow(() -> new AssertionError(faults.all()))
                .populations();
    }
}
