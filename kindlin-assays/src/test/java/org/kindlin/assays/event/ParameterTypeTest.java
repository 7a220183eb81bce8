package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** {@code $PnDATATYPE}, which FCS 3.2 has for single parameters. */
class ParameterTypeTest {

    private static Findings read(String type) {
        FcsWriter.Channel channel = new FcsWriter.Channel("A", "", 1000, new Column.Singles(new float[] {1, 2}));
        byte[] file = FcsWriter.bytes(List.of(channel), Map.of("$P1DATATYPE", type));
        Findings findings = new Findings("f", ReadingMode.LENIENT);
        List<FcsDataSet> sets = FcsReader.read(file, findings);
        assertThat(sets.isEmpty())
                .as(new String(file, StandardCharsets.ISO_8859_1))
                .isEqualTo(findings.faults().any());
        return findings;
    }

    @Test
    void aTypeThatIsNoneRefusesTheFile() {
        assertThat(read("F1B").faults().all())
                .singleElement()
                .asString()
                .contains("$P1DATATYPE", "'F1B' is no data type");
    }

    @Test
    void aTypeThatIsOneIsRead() {
        assertThat(read("F").all()).isEmpty();
    }
}
