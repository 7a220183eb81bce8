package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;

/** Wells as exports list them: every mapped well once, with its dose, signal and response, used or left out. */
class KinaseWellPointsTest {
    private static final String PLATE = """
            ,1,2,3,4,5,6
            A,1000,1000,0,0,500,250
            B,1000,1000,0,0,500,1000
            """;
    private static final String MAP = """
            well,role,compound,concentration,unit,exclude,reason
            A1,vehicle,,,,,
            B1,vehicle,,,,,
            A2,vehicle,,,,,
            B2,vehicle,,,,,
            A3,blank,,,,,
            B3,blank,,,,,
            A4,blank,,,,,
            B4,blank,,,,,
            A5,sample,x,10,nM,,
            B5,sample,x,1,uM,,
            A6,sample,x,1,uM,yes,bubble
            B6,sample,x,0,nM,,
            """;

    private static Map<String, DataPoint> points(String plate) {
        InputFile file = new InputFile(
                new RawFile("p.csv", plate.getBytes(StandardCharsets.UTF_8)),
                Optional.of(new RawFile("m.csv", MAP.getBytes(StandardCharsets.UTF_8))),
                Map.of("target", "FAK"));
        Map<String, DataPoint> points = new LinkedHashMap<>();
        Analysis.perform(new KinaseAssay(), List.of(file), Settings.of(Map.of("atp", "10 uM")), 1)
                .data()
                .forEach(point -> points.put(point.place(), point));
        return points;
    }

    private static DataPoint point(Map<String, DataPoint> points, String place) {
        return Objects.requireNonNull(points.get(place), place);
    }

    @Test
    void everyMappedWellIsThereRowByRowWithItsDoseSignalAndResponse() {
        Map<String, DataPoint> points = points(PLATE);
        assertThat(points.keySet()).startsWith("well A01", "well A02").hasSize(12);
        DataPoint used = point(points, "well B05");
        assertThat(used)
                .isEqualTo(new DataPoint(
                        "p.csv",
                        "p",
                        "well B05",
                        Map.of("compound", "x", "target", "FAK"),
                        "sample",
                        Amount.of(1000, "nM"),
                        Amount.of(500, ""),
                        Amount.of(50, "%"),
                        ""));
        assertThat(point(points, "well A01").role()).isEqualTo("vehicle");
        assertThat(point(points, "well A01").response().number()).isEqualTo(0.0);
        assertThat(point(points, "well B06").role()).as("a sample at zero dose").isEqualTo("vehicle");
    }

    @Test
    void aWellLeftOutKeepsItsNumbersAndSaysWhy() {
        DataPoint excluded = point(points(PLATE), "well A06");
        assertThat(excluded.exclusion()).isEqualTo("excluded by the plate map: bubble");
        assertThat(excluded.subject()).containsEntry("compound", "x");
        assertThat(excluded.dose()).isEqualTo(Amount.of(1000, "nM"));
        assertThat(excluded.response()).isEqualTo(Amount.of(75, "%"));
        DataPoint unread = point(points(PLATE.replace("500,1000", "500,OVRFLW")), "well B06");
        assertThat(unread.signal().number()).isNull();
        assertThat(unread.response().number()).isNull();
        assertThat(unread.excluded()).isTrue();
    }

    @Test
    void withoutATellingControlThereIsASignalButNoResponse() {
        DataPoint well = point(points(PLATE.replace("1000", "0")), "well B05");
        assertThat(well.signal().number()).isEqualTo(500.0);
        assertThat(well.response().number()).isNull();
        assertThat(well.exclusion()).contains("not told apart");
    }
}
