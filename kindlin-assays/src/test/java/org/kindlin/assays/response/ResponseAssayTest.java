package org.kindlin.assays.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.response.Trials.analyze;
import static org.kindlin.assays.response.Trials.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.QualityCheck.Verdict;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.text.RuinedText;
import org.kindlin.fault.InputFaultException;

/** Through the assay as a user runs it, against R 4.2.2 (expected_binomial.json, flattened; 1e-10). */
class ResponseAssayTest {
    private static final Map<String, String> EXPECTED = new HashMap<>();

    static {
        try (InputStream in =
                ResponseAssayTest.class.getResourceAsStream("/org/kindlin/assays/response/expected_binomial.txt")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .forEach(line -> EXPECTED.put(
                            line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double expected(String path, int at) {
        return Double.parseDouble(
                Objects.requireNonNull(EXPECTED.get(path), path).split(" ", -1)[at]);
    }

    private static void close(@org.jspecify.annotations.Nullable Double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(1e-3, Math.abs(expected))));
    }

    @Test
    void ratesWithEveryInterval() {
        String csv =
                "trial,responders,n\nRAMP201_all,34,109\nFRAME_LGSOC,11,26\nNCI_MATCH_U,1,31\nzero,0,10\none,10,10\n";
        for (String level : new String[] {"90", "95", "99"}) {
            for (String method : new String[] {"clopper_pearson", "wilson", "jeffreys", "agresti_coull", "mid_p"}) {
                AnalysisDocument rates = analyze(csv, "interval=" + method.replace('_', '-'), "level=0." + level);
                for (String trial : new String[] {"RAMP201_all", "FRAME_LGSOC", "NCI_MATCH_U", "zero", "one"}) {
                    Estimate orr = subject(rates, "arm", trial).estimate("orr").orElseThrow();
                    String path = "single." + trial + ".";
                    close(orr.value(), expected(path + "p", 0));
                    close(orr.low(), expected(path + "ci" + level + "." + method, 0));
                    close(orr.high(), expected(path + "ci" + level + "." + method, 1));
                }
            }
        }
    }

    @Test
    void twoArmsFromCountsAndFromPatientsAreTheSame() {
        StringBuilder patients = new StringBuilder("patient,kras,bor\n");
        for (int i = 0; i < 109; i++) {
            boolean mutant = i < 57;
            boolean responds = mutant ? i < 25 : i < 66;
            patients.append(i)
                    .append(mutant ? ",mutant," : ",wild-type,")
                    .append(responds ? "PR" : "SD")
                    .append('\n');
        }
        check(analyze("kras,responders,n\nmutant,25,57\nwild-type,9,52\n", "arm=kras"));
        check(analyze(patients.toString(), "arm=kras"));
    }

    private static void check(AnalysisDocument document) {
        SubjectResult compared = subject(document, "comparison", "mutant vs wild-type");
        Estimate difference = compared.estimate("riskDifference").orElseThrow();
        close(difference.value(), expected("kras_comparison.diff", 0));
        assertThat(difference.low()).isCloseTo(expected("kras_comparison.miettinen_nurminen95", 1), within(1e-8));
        assertThat(difference.high()).isCloseTo(expected("kras_comparison.miettinen_nurminen95", 2), within(1e-8));
        Estimate newcombe = compared.estimate("riskDifferenceNewcombe").orElseThrow();
        close(newcombe.low(), expected("kras_comparison.newcombe95", 1));
        HypothesisTest fisher = compared.tests().getFirst();
        assertThat(fisher.name()).isEqualTo("fisher");
        close(fisher.p(), expected("kras_comparison.fisher_p", 0));
        assertThat(subject(document, "kras", "mutant").estimate("orr")).isPresent();
    }

    /** RAMP-201, FRAME and NCI-MATCH as printed: only the last is not the interval of its own counts. */
    @Test
    void publishedIntervalsAreDerivedAgain() {
        AnalysisDocument ledger = analyze("""
                trial,responders,n,low,high,level
                RAMP-201,34,109,23,41,95
                KRAS-mutant,25,57,31,58,95
                FRAME,11,26,23.4,63.1,95
                NCI-MATCH NF2,1,31,0.16,14.86,90
                """);
        for (String trial : new String[] {"RAMP-201", "KRAS-mutant", "FRAME"}) {
            assertThat(subject(ledger, "arm", trial).quality().getFirst().verdict())
                    .isEqualTo(Verdict.PASS);
        }
        SubjectResult match = subject(ledger, "arm", "NCI-MATCH NF2");
        assertThat(match.quality().getFirst().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(match.warning("published-interval").orElseThrow().message())
                .contains("The upper limit is that of 1 of 30.")
                .contains("The lower limit is that of 1 of 31");
        assertThat(ledger.results()).noneMatch(result -> result.subject().containsKey("comparison"));
    }

    @Test
    void whoIsNotEvaluableStaysInTheDenominator() {
        AnalysisDocument four = analyze("patient,response\n1,PR\n2,NE\n3,\n4,SD\n");
        SubjectResult all = subject(four, "arm", "all");
        assertThat(all.estimate("orr").orElseThrow().value()).isEqualTo(0.25);
        assertThat(all.estimate("bestNotEvaluable").orElseThrow().value()).isEqualTo(2.0);
    }

    @Test
    void durationsAreCensored() {
        AnalysisDocument durations = analyze(
                "patient,response,dor,dor event\n1,PR,3,1\n2,PR,8,0\n3,CR,10,1\n4,PR,20,0\n5,SD,,\n", "unit=months");
        Estimate median =
                subject(durations, "arm", "all").estimate("medianDuration").orElseThrow();
        assertThat(median.value()).isEqualTo(10.0);
        assertThat(median.unit()).isEqualTo("months");
        assertThat(median.high()).isNull();
    }

    @Test
    void faultsSayWhatToDo() {
        refused("patient,response\n1,PR\n1,SD\n", "1 stands on line 2 too", "keep one row");
        refused("patient,response\n1,great\n", "'great' is no response", "write CR, PR");
        refused("arm,responders,n\nA,5,4\n", "4 patients with 5.0 responders", "0 <= responders <= n");
        refused("arm,responders,n\nA,1,4\nA,2,4\n", "arm 'A' stands twice", "one row for each arm");
        refused("patient,outcome\n1,PR\n", "no column is named as response", "state response=COLUMN");
        refused("patient,day,lesion,kind,diameter\nA,0,L,tumour,5\n", "'tumour' is no kind", "write target");
        refused(
                "patient,day,lesion,kind,diameter\nA,5,,death,\nA,9,L,target,5\n",
                "after death on day 5",
                "correct the day");
    }

    private static void refused(String csv, String problem, String remedy) {
        assertThatThrownBy(() -> analyze(csv))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void ruinedTablesNeverBreakTheReader() {
        String good = """
                patient,day,lesion,kind,diameter,state
                A,0,L,target,40,
                A,0,N,non-target,,present
                A,42,L,target,20,
                A,42,N,non-target,,absent
                B,0,L,target,30,
                B,60,,death,,
                """;
        RuinedText.isReadOrRefused(good, 23, 80, Trials::analyze);
    }
}
