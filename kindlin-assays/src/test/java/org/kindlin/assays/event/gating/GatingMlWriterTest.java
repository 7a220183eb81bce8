package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.event.CytometryReference;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;

class GatingMlWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"gates1.xml", "gates3.xml"})
    void whatIsWrittenReadsBackAsTheSameText(String name) {
        GatingDocument first = read(CytometryReference.bytes("gatingml2/Gating-MLFiles/" + name));
        byte[] written = GatingMlWriter.bytes(first, "written");
        GatingDocument second = read(written);

        assertThat(second.gates()).hasSameSizeAs(first.gates());
        assertThat(second.transformations()).isEqualTo(first.transformations());
        assertThat(GatingMlWriter.bytes(second, "written")).isEqualTo(written);
    }

    @Test
    void namesAreEscaped() {
        Dimension hostile = Dimension.of("<FITC-A> & \"co\"");
        GatingDocument document = new GatingDocument(
                List.of(new Gate.Rectangle(
                        "a<b", Optional.empty(), List.of(new Gate.Range(hostile, -0.1, Double.POSITIVE_INFINITY)))),
                Map.of(),
                Map.of());

        GatingDocument back = read(GatingMlWriter.bytes(document, "]]> <x>"));

        assertThat(back).isEqualTo(document);
    }

    static GatingDocument read(byte[] bytes) {
        Faults faults = new Faults();
        return GatingMlReader.read(new RawFile("g.xml", bytes), faults)
                .orElseThrow(() -> new AssertionError(faults.all() + new String(bytes, StandardCharsets.UTF_8)));
    }
}
