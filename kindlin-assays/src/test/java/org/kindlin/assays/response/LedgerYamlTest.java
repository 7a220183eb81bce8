package org.kindlin.assays.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;

/** Clinical ledgers in YAML: claims, and rows with a table's columns. */
class LedgerYamlTest {
    private static final String CLAIMS = """
            # claims
            - {id: a, compound: x + y, of: ALPHA, quantity: orr, value: 42.3 (23.4 to 63.1), unit: "%", tag: S, n: 26, responders: 11, design: single arm, traps: [20, 34]}
            - {id: b, compound: x + y, of: ALPHA, quantity: medianPfs, value: 20.1 (11.2 to 43.9), unit: months, tag: S}
            - {id: c, compound: x, of: BETA, quantity: orr, value: 13 (3.8 to 30.7), unit: "%", tag: S, n: 30, printed: no}
            - {id: d, compound: x, of: BETA, quantity: medianOs, value: 210, unit: d, tag: S}
            - {id: e, compound: x, of: GAMMA, quantity: medianPfs, value: 45, unit: d, tag: R}
            - {id: f, compound: x, of: pFAK, quantity: percentChange, value: -75, unit: "%", tag: S}
            - {id: g, compound: x, of: DELTA, quantity: hazardRatio, value: reduced, unit: "", tag: S}
            """;

    private static AnalysisDocument run(String text) {
        RawFile file = new RawFile("ledger.yaml", text.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new ResponseAssay(), List.of(InputFile.of(file)), Settings.of(Map.of()), 1);
    }

    private static SubjectResult of(AnalysisDocument document, String trial) {
        return document.results().stream()
                .filter(result -> result.subject().containsValue(trial))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate estimate(AnalysisDocument document, String trial, String name) {
        return of(document, trial).estimate(name).orElseThrow();
    }

    @Test
    void theClaimsOfATrialMakeItsRow() {
        AnalysisDocument document = run(CLAIMS);
        assertThat(estimate(document, "ALPHA", "orr").value()).isEqualTo(11.0 / 26);
        assertThat(estimate(document, "ALPHA", "medianPfs").high()).isEqualTo(43.9);
        assertThat(estimate(document, "ALPHA", "medianPfs").unit()).isEqualTo("months");
        // 13 % of 30 leaves four responders
        assertThat(estimate(document, "BETA", "orr").value()).isEqualTo(4.0 / 30);
        assertThat(estimate(document, "BETA", "medianOs").unit()).isEqualTo("d");
        assertThat(document.exclusions())
                .extracting("place", "reason")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("line 6", "recalled or assumed, not read in a source"),
                        org.assertj.core.groups.Tuple.tuple(
                                "line 8", "'reduced' is no number with or without an interval"));
    }

    /** An interval that was printed is derived again; one that was computed here is not held against itself. */
    @Test
    void onlyPrintedIntervalsAreChecked() {
        String printed = CLAIMS.replace("(3.8 to 30.7)", "(4.4 to 30.7)");
        assertThat(of(run(printed), "BETA").warning("published-interval")).isEmpty();
        assertThat(of(run(printed.replace(", printed: no", "")), "BETA").warning("published-interval"))
                .isPresent();
        assertThat(of(run(CLAIMS), "ALPHA").warning("published-interval")).isEmpty();
    }

    @Test
    void rowsHaveTheColumnsOfATable() {
        AnalysisDocument document = run("""
                - trial: first
                  responders: 3
                  n: 20
                - trial: second
                  responders: 9
                  n: 30
                  hr: 0.5
                  hr low: 0.3
                  hr high: 0.9
                """);
        assertThat(estimate(document, "first", "orr").value()).isEqualTo(0.15);
        // Clopper-Pearson by scipy.stats.beta.ppf
        assertThat(estimate(document, "first", "orr").low()).isCloseTo(0.0320709371854637, within(1e-12));
        assertThat(estimate(document, "second", "hazardRatio").high()).isEqualTo(0.9);
    }

    @Test
    void faultsNameTheirLines() {
        assertThatThrownBy(() -> run(CLAIMS + """
                        - {of: ALPHA, quantity: orr, value: 40, unit: "%", n: 27}
                        - {quantity: orr, value: 40, unit: "%"}
                        - {of: ALPHA, quantity: orr, value: [40], unit: "%"}
                        - text
                        """))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("ledger.yaml:line 9: a second orr of ALPHA")
                .hasMessageContaining("ledger.yaml:line 9: n of ALPHA is 27, and 26 in an earlier claim")
                .hasMessageContaining("ledger.yaml:line 10: the claim names no trial")
                .hasMessageContaining("ledger.yaml:line 11: 'value' holds a list")
                .hasMessageContaining("ledger.yaml:line 12: text where a trial should stand");
        assertThatThrownBy(() -> run("trial: one\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("a ledger is a list, not keys with values");
        assertThatThrownBy(
                        () -> run("- {of: &a x, quantity: orr, value: 3}\n- {of: *a, quantity: medianPfs, value: 3}\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("anchors and aliases");
        assertThatThrownBy(() -> run("- {of: pFAK, quantity: percentChange, value: 3}\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("no claim says orr");
    }
}
