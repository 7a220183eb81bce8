package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;

class TerminalSummaryTest {

    @Test
    void tellsVerdictsEstimatesFailuresAndWarnings() {
        String text = TerminalSummary.render(Samples.kinase(), TerminalStyle.plain());
        assertThat(text)
                .contains("SIMULATED DATA: 4 of 5 input files", "defactinib / FAK")
                .containsPattern("IC50 +5\\.62 nM +95% interval 5\\.21 to 6\\.07")
                .containsPattern("IC50 +> 10,000 nM +95% interval >= 8200")
                .contains("Ki: Not estimable. No Km(ATP) of Pyk2 was stated")
                .contains(
                        "Quality: 6 of 8 checks with a limit pass, 2 fail.", "failed: plate 2, Z' 0.430, limit >= 0.5")
                .contains("atp-far-from-km (defactinib / FAK): ATP (10 uM) is 8.3 times");
    }

    @Test
    void fitsTheColumnsAndStaysWithinAscii() {
        String text = TerminalSummary.render(Samples.study(), TerminalStyle.plain());
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text).isASCII();
    }

    @Test
    void usesColourAndSymbolsOnlyWhenAsked() {
        String text = TerminalSummary.render(Samples.study(), new TerminalStyle(100, true, true));
        assertThat(text).contains("\u001b[1m", "IC₅₀", "µM");
    }

    @Test
    void staysShortForAScreen() {
        String text = TerminalSummary.render(Samples.screen(1200), TerminalStyle.plain());
        assertThat(text.lines().count()).isLessThan(200);
        assertThat(text).contains("and 1160 more subjects in the record");
    }

    @Test
    void letsNoEscapeSequenceThrough() {
        AnalysisDocument plain = Samples.realPlate();
        AnalysisDocument hostile = new AnalysisDocument(
                plain.kindlin(),
                plain.analysis(),
                plain.inputs(),
                plain.protocol(),
                plain.seed(),
                plain.results(),
                List.of("dual\u001b[2J\u202eevil\u0007"),
                plain.exclusions(),
                plain.methods(),
                plain.figures());
        String text = TerminalSummary.render(hostile, new TerminalStyle(100, false, true));
        assertThat(text).contains("dual?[2J?evil?").doesNotContain("\u001b", "\u202e");
    }
}
