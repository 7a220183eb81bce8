package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;

/** Curves straight from Prism files. */
class PrismDosesTest {
    private static final double[] LOG_DOSES = {-2, -1, 0, 1, 2, 3};

    private static AnalysisDocument run(String xml, Map<String, String> stated) {
        InputFile file = InputFile.of(new RawFile("p.pzfx", xml.getBytes(StandardCharsets.UTF_8)));
        return Analysis.run(new DoseResponseAssay(), List.of(file), Settings.of(stated), 1);
    }

    private static String column(String element, String title, double... values) {
        return "<" + element + "><Title>" + title + "</Title><Subcolumn>"
                + DoubleStream.of(values).mapToObj(v -> "<d>" + v + "</d>\n").collect(Collectors.joining())
                + "</Subcolumn></" + element + ">";
    }

    private static double[] responses(double logIc50) {
        return DoubleStream.of(LOG_DOSES)
                .map(x -> 100 / (1 + Math.pow(10, x - logIc50)) + Math.sin(37 * x))
                .toArray();
    }

    private static String table(String title, String xTitle, double[] x) {
        return "<Table TableType=\"XY\" YFormat=\"replicates\"><Title>" + title + "</Title>"
                + column("XColumn", xTitle, x) + column("YColumn", "drug A", responses(0))
                + column("YColumn", "drug B", responses(1)) + "</Table>";
    }

    private static String project(String... tables) {
        return "<?xml version=\"1.0\"?>\n<GraphPadPrismFile>" + String.join("\n", tables) + "</GraphPadPrismFile>";
    }

    private static double ic50(SubjectResult result) {
        return Objects.requireNonNull(result.estimate("ic50").orElseThrow().value());
    }

    private static double[] doses() {
        return DoubleStream.of(LOG_DOSES).map(x -> Math.pow(10, x)).toArray();
    }

    @Test
    void aLogarithmicXIsNoticedAndSaid() {
        List<SubjectResult> log =
                run(project(table("t", "log[drug], nM", LOG_DOSES)), Map.of()).results();
        assertThat(log)
                .extracting(SubjectResult::subject)
                .containsExactly(Map.of("dataSet", "drug A"), Map.of("dataSet", "drug B"));
        assertThat(log.getFirst().warning("log-x-axis"))
                .hasValueSatisfying(warning ->
                        assertThat(warning.message()).contains("log10 of the dose", "its title 'log[drug], nM' says"));
        List<SubjectResult> negative =
                run(project(table("t", "X", LOG_DOSES)), Map.of()).results();
        assertThat(negative.getFirst().warning("log-x-axis"))
                .hasValueSatisfying(warning -> assertThat(warning.message()).contains("its negative values show"));
        List<SubjectResult> linear = run(project(table("t", "dose", doses())), Map.of("by", "compound"))
                .results();
        assertThat(linear.getFirst().warning("log-x-axis")).isEmpty();
        assertThat(linear.getFirst().subject()).isEqualTo(Map.of("compound", "drug A"));
        for (int i = 0; i < 2; i++) {
            double expected = ic50(linear.get(i));
            assertThat(ic50(log.get(i))).isBetween(expected * (1 - 1e-9), expected * (1 + 1e-9));
            assertThat(ic50(negative.get(i))).isEqualTo(ic50(log.get(i)));
        }
    }

    @Test
    void whatTheUserStatesDecides() {
        double[] positive = {1, 2, 3, 4, 5, 6};
        List<SubjectResult> stated = run(project(table("t", "log dose", positive)), Map.of("xScale", "linear"))
                .results();
        assertThat(stated.getFirst().warning("log-x-axis")).isEmpty();
    }

    @Test
    void ofSeveralTablesOneMustBeNamed() {
        String two = project(table("first", "dose", doses()), table("second", "dose", doses()));
        assertThatThrownBy(() -> run(two, Map.of()))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("has 2 XY tables")
                .hasMessageContaining("'first' (xy), 'second' (xy)");
        assertThat(run(two, Map.of("table", "second")).results()).hasSize(2);
        assertThat(run(two, Map.of("table", "1")).results()).hasSize(2);
        assertThatThrownBy(() -> run(two, Map.of("table", "third"))).hasMessageContaining("has no table 'third'");
    }

    @Test
    void anExcludedValueIsLeftOutWithItsReason() {
        String xml = project(table("t", "dose", doses())).replaceFirst("<d>(?=50\\.)", "<d Excluded=\"1\">");
        AnalysisDocument document = run(xml, Map.of());
        assertThat(document.exclusions()).singleElement().satisfies(exclusion -> {
            assertThat(exclusion.reason()).isEqualTo("excluded in Prism");
            assertThat(exclusion.place()).startsWith("line ");
        });
    }

    @Test
    void withoutXThereAreNoDoses() {
        String xml =
                project("<Table TableType=\"OneWay\"><Title>t</Title>" + column("YColumn", "a", 1, 2, 3) + "</Table>");
        assertThatThrownBy(() -> run(xml, Map.of()))
                .hasMessageContaining("has no XY table")
                .hasMessageContaining("(column)");
    }

    @Test
    void rowTitlesAreDosesWhereTheTableIsNamed() {
        String titles = "<RowTitlesColumn><Subcolumn>"
                + DoubleStream.of(doses()).mapToObj(v -> "<d>" + v + "</d>").collect(Collectors.joining())
                + "</Subcolumn></RowTitlesColumn>";
        String xml = project("<Table TableType=\"TwoWay\"><Title>grouped</Title>" + titles
                + column("YColumn", "a", responses(0)) + "</Table>");
        assertThat(ic50(run(xml, Map.of("table", "grouped")).results().getFirst()))
                .isBetween(0.5, 2.0);
    }

    @Test
    void theBinaryFormatIsRefusedByName() {
        assertThatThrownBy(() -> run("PCFFGRA4\u0001\u0002", Map.of())).hasMessageContaining(".pzf");
    }
}
