package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

class FcsWriterTest {

    @Test
    void whatIsWrittenReadsBackUnderStrictReading() {
        List<FcsWriter.Channel> channels = List.of(
                new FcsWriter.Channel("FSC-A", "", 262144, new Column.Singles(new float[] {1.5f, -2.25f})),
                new FcsWriter.Channel("PE-A", "CD80/86", 262144, new Column.Singles(new float[] {3e38f, 0f})));

        FcsDataSet set = read(FcsWriter.bytes(channels, Map.of("$COM", "a/b//c", "$OP", "", "$SRC", "IFN\u03b3")));

        assertThat(set.version()).isEqualTo(FcsVersion.FCS3_1);
        assertThat(set.raw(set.parameters().get(0)).toArray()).containsExactly(1.5, -2.25);
        assertThat(set.raw(set.parameters().get(1)).toArray()).containsExactly(3e38f, 0);
        assertThat(set.parameters().get(1).label()).isEqualTo("CD80/86 (PE-A)");
        assertThat(set.keywords().find("$COM")).contains("a/b//c");
        assertThat(set.keywords().find("$SRC")).contains("IFN\u03b3");
    }

    @Test
    void doublesStayDoubles() {
        double fine = 0.1;
        List<FcsWriter.Channel> channels =
                List.of(new FcsWriter.Channel("X", "", 1, new Column.Doubles(new double[] {fine})));

        FcsDataSet set = read(FcsWriter.bytes(channels, Map.of()));

        assertThat(set.raw(set.parameters().getFirst()).get(0)).isEqualTo(fine);
    }

    @Test
    void noEventsAreNoFault() {
        List<FcsWriter.Channel> channels = List.of(new FcsWriter.Channel("X", "", 1, new Column.Singles(new float[0])));

        assertThat(read(FcsWriter.bytes(channels, Map.of())).events()).isZero();
    }

    @Test
    void aSegmentOfNothingMayLieBeyondTheEnd() {
        List<FcsWriter.Channel> channels = List.of(new FcsWriter.Channel("X", "", 1, new Column.Singles(new float[0])));
        String file = new String(FcsWriter.bytes(channels, Map.of()), StandardCharsets.ISO_8859_1);
        int end = file.length();
        String moved = file.replaceFirst("(BEGINDATA\\D)\\d+", "$1" + (end + 1))
                .replaceFirst("(ENDDATA\\D)\\d+", "$1" + end)
                .replaceFirst("(?s)^(.{26}).{16}", "$1" + String.format("%8d%8d", end + 1, end));
        assertThat(moved).hasSize(end).isNotEqualTo(file);
        Findings findings = new Findings("moved.fcs", ReadingMode.LENIENT);

        List<FcsDataSet> sets = FcsReader.read(moved.getBytes(StandardCharsets.ISO_8859_1), findings);

        assertThat(sets).singleElement().extracting(FcsDataSet::events).isEqualTo(0);
        assertThat(findings.faults().any()).isFalse();
    }

    private static FcsDataSet read(byte[] bytes) {
        Findings findings = new Findings("written.fcs", ReadingMode.STRICT);
        List<FcsDataSet> sets = FcsReader.read(bytes, findings);
        assertThat(findings.all()).isEmpty();
        return sets.getFirst();
    }
}
