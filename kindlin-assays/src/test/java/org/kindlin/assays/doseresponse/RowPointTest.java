package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;

/** Rows as exports list them. */
class RowPointTest {
    private static List<DataPoint> points(Map<String, String> stated, String table) {
        InputFile file = InputFile.of(new RawFile("t.csv", table.getBytes(StandardCharsets.UTF_8)));
        return Analysis.perform(new DoseResponseAssay(), List.of(file), Settings.of(stated), 1)
                .data();
    }

    @Test
    void everyRowWithAResponseIsThereWithTheNumbersOfTheFile() {
        List<DataPoint> points = points(
                Map.of("by", "curve", "excludeColumn", "why", "unit", "nM", "responseUnit", "%"),
                "curve,dose,response,why\na,0.3,90,\na,3,50,\na,30,77,air\nb,0,,\nb,0,5,\n");
        assertThat(points).hasSize(4);
        assertThat(points.get(0))
                .isEqualTo(new DataPoint(
                        "t.csv",
                        "",
                        "line 2",
                        Map.of("curve", "a"),
                        "sample",
                        Amount.of(0.3, "nM"),
                        Amount.none("%"),
                        Amount.of(90, "%"),
                        ""));
        assertThat(points.get(2).exclusion()).isEqualTo("air");
        assertThat(points.get(2).response().number()).isEqualTo(77.0);
        assertThat(points.get(3).dose().number()).isEqualTo(0.0);
    }

    @Test
    void aLogarithmBecomesADose() {
        List<DataPoint> points = points(Map.of("xScale", "log10"), "dose,response\n-inf,100\n-2,90\n0,50\n2,10\n");
        assertThat(points).extracting(point -> point.dose().number()).containsExactly(0.0, 0.01, 1.0, 100.0);
    }
}
