package org.kindlin.assays.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.response.Trials.analyze;
import static org.kindlin.assays.response.Trials.subject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.QualityCheck.Verdict;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.text.RuinedText;
import org.kindlin.fault.InputFaultException;

/** Published counts, rates, medians and ratios, one row a trial; intervals as in {@code expected_binomial.txt}. */
class ClinicalLedgerTest {
    private static final String LEDGER = """
            trial,part of,compound,design,n,responders,orr,low,high,level,pfs,pfs low,pfs high,hr,hr low,hr high
            whole,,a + b,single arm,109,34,31,23,41,95,12.9,,,,,
            mutant,whole,a + b,single arm,57,25,44 %,31,58,95,22,,,,,
            wild-type,whole,a + b,single arm,52,9,0.17,,,,12.8,,,,,
            negative,,a,randomised,344,,,,,,4.1,2.9,5.6,1.0,0.7,1.4
            unpublished,,a,single arm,,,,,,,,,,,,
            """;

    @Test
    void everythingPublishedStandsBesideWhatTheCountsGive() {
        AnalysisDocument ledger = analyze(LEDGER, "unit=months");
        SubjectResult mutant = subject(ledger, "arm", "mutant");
        assertThat(mutant.subject()).containsEntry("compound", "a + b");
        assertThat(mutant.estimate("orr").orElseThrow().value()).isCloseTo(25 / 57.0, within(1e-12));
        assertThat(mutant.estimate("medianPfs").orElseThrow().value()).isEqualTo(22.0);
        assertThat(mutant.estimate("medianPfs").orElseThrow().unit()).isEqualTo("months");
        assertThat(mutant.estimate("medianPfs").orElseThrow().method()).contains("as published");
        assertThat(verdict(mutant, "published-rate")).isEqualTo(Verdict.PASS);
        assertThat(verdict(subject(ledger, "arm", "wild-type"), "published-rate"))
                .isEqualTo(Verdict.PASS);
        assertThat(verdict(subject(ledger, "arm", "whole"), "parts-add-up")).isEqualTo(Verdict.PASS);
        assertThat(ledger.results()).noneMatch(result -> result.subject().containsKey("comparison"));
        assertThat(ledger.verdicts())
                .anyMatch(sentence -> sentence.contains("nothing here tells what either agent contributes"))
                .anyMatch(sentence -> sentence.contains("no effect of treatment"));
        assertThat(ledger.figures()).anyMatch(figure -> figure.name().equals("published-medians"));
    }

    @Test
    void trialsWithoutCountsAreShownAndNotGuessed() {
        AnalysisDocument ledger = analyze(LEDGER, "unit=months");
        SubjectResult negative = subject(ledger, "arm", "negative");
        assertThat(negative.estimate("orr").orElseThrow().value()).isNull();
        assertThat(negative.warning("no-counts")).isPresent();
        assertThat(negative.estimate("hazardRatio").orElseThrow().high()).isEqualTo(1.4);
        assertThat(verdict(negative, "published-hazard-ratio")).isEqualTo(Verdict.PASS);
        assertThat(subject(ledger, "arm", "unpublished").estimate("n")).isEmpty();
    }

    private static Verdict verdict(SubjectResult subject, String check) {
        return subject.quality().stream()
                .filter(quality -> quality.check().equals(check))
                .map(QualityCheck::verdict)
                .findFirst()
                .orElseThrow(() -> new AssertionError(check + " in " + subject.quality()));
    }

    @Test
    void whatDoesNotFitIsFound() {
        AnalysisDocument ledger =
                analyze(LEDGER.replace("109,34,31,", "109,33,31,").replace("0.7,1.4", "0.9,1.4"));
        assertThat(verdict(subject(ledger, "arm", "whole"), "published-rate")).isEqualTo(Verdict.FAIL);
        assertThat(verdict(subject(ledger, "arm", "whole"), "parts-add-up")).isEqualTo(Verdict.FAIL);
        SubjectResult negative = subject(ledger, "arm", "negative");
        assertThat(verdict(negative, "published-hazard-ratio")).isEqualTo(Verdict.FAIL);
        assertThat(negative.warning("published-hazard-ratio")).isPresent();
    }

    /** 42.3 % of 26 is 11 only; 31 % of 344 may be 105 to 110 (rounded or cut off), so responders must be stated. */
    @ParameterizedTest
    @CsvSource({
        "42.3, 26, 11",
        "42.3 %, 26, 11",
        "0.423, 26, 11",
        "3, 31, 1",
        "100, 10, 10",
        "0, 10, 0",
        "0.5 %, 200, 1"
    })
    void respondersFollowFromARateThatLeavesNoChoice(String rate, int n, int responders) {
        AnalysisDocument one = analyze("trial,n,responders,orr\nA," + n + ",," + rate + "\n");
        assertThat(subject(one, "arm", "A").estimate("responders").orElseThrow().value())
                .isEqualTo((double) responders);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 344, is that of 105 to 110 responders",
        "33, 10, is that of no count",
        "120, 10, is that of no count",
        "many, 10, is that of no count"
    })
    void respondersMustBeStatedOtherwise(String rate, int n, String problem) {
        assertThatThrownBy(() -> analyze("trial,n,responders,orr\nA," + n + ",," + rate + "\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("state the responders");
    }

    @Test
    void limitsMustBeNumbersAsPrinted() {
        assertThatThrownBy(() -> analyze("trial,n,responders,low,high\nA,10,1,about 2,40\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("is no limit");
        assertThatThrownBy(() -> analyze("trial,n,responders,compound,pfs,pfs low,pfs high\nA,10,1,x,5,6,7\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("does not lie between its limits");
    }

    @Test
    void ruinedLedgersNeverBreakTheReader() {
        RuinedText.isReadOrRefused(LEDGER, 71, 150, Trials::analyze);
    }
}
