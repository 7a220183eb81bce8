package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

class BadTimeRemovalTest {
    private static final InputFile FILE = InputFile.of(new RawFile("clogged.fcs", clogged()));

    @Test
    void nothingIsRemovedUnlessAsked() {
        AnalysisDocument document = run(FILE, Map.of());

        assertThat(document.exclusions()).isEmpty();
        assertThat(file(document).warning("bad-time").orElseThrow().message())
                .contains("flow rate low", "removeBadTime=yes");
        assertThat(document.attachments()).isEmpty();
    }

    @Test
    void whatIsRemovedIsToldAndCanBeRunAgain() {
        Analysis.Performed performed =
                Analysis.perform(new CytometryAssay(), List.of(FILE), Settings.of(Map.of("removeBadTime", "yes")), 1);
        AnalysisDocument first = performed.document();

        assertThat(first.exclusions()).singleElement().satisfies(exclusion -> {
            assertThat(exclusion.file()).isEqualTo("clogged.fcs");
            assertThat(exclusion.reason()).startsWith("flow rate low: ");
        });
        RawFile gates =
                new RawFile("gates-1.xml", performed.attachments().getFirst().bytes());
        AnalysisDocument again = run(FILE.with(Map.of("gating", gates)), Map.of("gating", "gates-1.xml"));
        double kept = count(first);
        assertThat(kept).isLessThan(10_000).isGreaterThan(9_900);
        assertThat(count(again)).isEqualTo(kept);
    }

    private static double count(AnalysisDocument document) {
        Double count = document.results().stream()
                .filter(result -> result.subject().equals(Map.of("gate", "good time")))
                .findFirst()
                .flatMap(result -> result.estimate("count"))
                .map(Estimate::value)
                .orElseThrow();
        return count;
    }

    private static SubjectResult file(AnalysisDocument document) {
        return document.results().getFirst();
    }

    private static AnalysisDocument run(InputFile file, Map<String, String> settings) {
        return Analysis.run(new CytometryAssay(), List.of(file), Settings.of(settings), 1);
    }

    /** A hundred events a second, five from 40 to 45 s. */
    private static byte[] clogged() {
        RandomStream random = RandomStream.ofSeed(2);
        float[] time = new float[10_000];
        float[] light = new float[time.length];
        double now = 0;
        for (int i = 0; i < time.length; i++) {
            now += random.nextExponential() * (now > 40 && now < 45 ? 0.2 : 0.01);
            time[i] = (float) now;
            light[i] = (float) random.nextLogNormal(900, 0.5);
        }
        return FcsWriter.bytes(
                List.of(
                        new FcsWriter.Channel("Time", "", 262_144, new Column.Singles(time)),
                        new FcsWriter.Channel("PE-A", "", 262_144, new Column.Singles(light))),
                Map.of("$TIMESTEP", "1"));
    }
}
