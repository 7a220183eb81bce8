package org.kindlin.study.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

class ComparisonsTest {
    private static final Source PAPER = new Source("S0", "a paper", false);

    @Test
    void potencyAgreesWithinThreefoldByItsWholeInterval() {
        Claim claim = claim("2", "nM", List.of());
        assertThat(verdict(claim, interval(1.5, 1.0, 2.2))).isEqualTo(Agreement.AGREES);
        assertThat(verdict(claim, interval(5, 4, 7))).isEqualTo(Agreement.CANNOT_TELL);
        assertThat(verdict(claim, interval(30, 21, 40))).isEqualTo(Agreement.DISAGREES);
        assertThat(verdict(claim, interval(0.15, 0.1, 0.19))).isEqualTo(Agreement.DISAGREES);
        assertThat(verdict(claim, interval(2, 0.1, 40))).isEqualTo(Agreement.CANNOT_TELL);
    }

    @Test
    void unitsAreConverted() {
        assertThat(verdict(claim("0.002", "uM", List.of()), interval(1.5, 1.0, 2.2)))
                .isEqualTo(Agreement.AGREES);
    }

    @Test
    void massNeedsTheForm() {
        assertThat(verdict(claim("1", "ng/mL", List.of()), interval(2, 1.8, 2.2)))
                .isEqualTo(Agreement.CANNOT_TELL);
        Claim stated = claim("defactinib", "free base", "1.021", "ng/mL", List.of(), Optional.empty());
        assertThat(verdict(stated, interval(2, 1.8, 2.2))).isEqualTo(Agreement.AGREES); // 2 nM x 510.5 g/mol
    }

    @Test
    void censoredEstimateIsNeverANumber() {
        Estimate above = new Estimate("ic50", 1000.0, "nM", Relation.ABOVE, 1000.0, null, 0.95, null, "");
        assertThat(verdict(claim("2", "nM", List.of()), above)).isEqualTo(Agreement.DISAGREES);
        assertThat(verdict(claim("> 500", "nM", List.of()), above)).isEqualTo(Agreement.AGREES);
        assertThat(verdict(claim("900", "nM", List.of()), above)).isEqualTo(Agreement.CANNOT_TELL);
    }

    @Test
    void whatConditionsMayExplainIsNoDisagreement() {
        Estimate far = interval(30, 21, 40);
        Comparison comparison = compare(claim("2", "nM", List.of("atp")), far, List.of());
        assertThat(comparison.agreement()).isEqualTo(Agreement.CANNOT_TELL);
        assertThat(comparison.why()).contains("ATP").contains("not stated");
        Comparison floor = compare(
                claim("2", "nM", List.of()), far, List.of(new Warning("tight-binding", "IC50 is at its floor")));
        assertThat(floor.agreement()).isEqualTo(Agreement.CANNOT_TELL);
        assertThat(floor.why()).contains("tight binding");
    }

    @Test
    void doubtIsTheReason() {
        Claim doubtful =
                claim("defactinib", "not stated", "2", "nM", List.of(), Optional.of("another compound was used"));
        Comparison comparison = compare(doubtful, interval(2, 1.9, 2.1), List.of());
        assertThat(comparison.agreement()).isEqualTo(Agreement.CANNOT_TELL);
        assertThat(comparison.why()).startsWith("Another compound was used");
    }

    @Test
    void notEstimableIsNotCompared() {
        Estimate none = Estimate.notEstimable("ic50", "nM", 0.95, "");
        assertThat(verdict(claim("2", "nM", List.of()), none)).isEqualTo(Agreement.CANNOT_TELL);
    }

    @Test
    void onlyTheSameCompoundTargetAndQuantityAreSetBesideEachOther() {
        SubjectResult other = result("PF-562271", "FAK", interval(2, 1, 3), List.of());
        SubjectResult elsewhere = result("defactinib", "Src", interval(2, 1, 3), List.of());
        AnalysisDocument document = document(List.of(other, elsewhere));
        Ledger ledger = ledger(claim("2", "nM", List.of()));
        assertThat(Comparisons.of(document, ledger)).isEmpty();
    }

    @Test
    void theEstimateOfAllPlatesStandsForThatOfEach() {
        SubjectResult whole = result("defactinib", "FAK", interval(2, 1, 3), List.of());
        SubjectResult part = new SubjectResult(
                Map.of("compound", "defactinib", "target", "FAK", "plate", "1"),
                List.of(interval(2, 1, 3)),
                List.of(),
                List.of(),
                List.of());
        assertThat(Comparisons.of(document(List.of(part, whole)), ledger(claim("2", "nM", List.of()))))
                .hasSize(1);
    }

    @Test
    void otherQuantitiesAreHeldAgainstThePrintedInterval() {
        Span span = new Span(25, 60);
        ClaimedValue printed = ClaimedValue.parse("44 (31 to 58)");
        assertThat(Judgement.of("orr", span, 42, printed).agreement()).isEqualTo(Agreement.AGREES);
        assertThat(Judgement.of("orr", new Span(1, 20), 10, printed).agreement())
                .isEqualTo(Agreement.DISAGREES);
        assertThat(Judgement.of("orr", new Span(10, 40), 20, printed).agreement())
                .isEqualTo(Agreement.CANNOT_TELL);
        assertThat(Judgement.of("orr", new Span(1, 20), 10, ClaimedValue.parse("44"))
                        .agreement())
                .isEqualTo(Agreement.CANNOT_TELL);
    }

    @Test
    void directionIsSettledOnlyByTheWholeInterval() {
        ClaimedValue up = ClaimedValue.parse("increased");
        assertThat(Judgement.of("foldChange", new Span(1.2, 3), 2, up).agreement())
                .isEqualTo(Agreement.AGREES);
        assertThat(Judgement.of("foldChange", new Span(0.2, 0.8), 0.5, up).agreement())
                .isEqualTo(Agreement.DISAGREES);
        assertThat(Judgement.of("foldChange", new Span(0.8, 3), 2, up).agreement())
                .isEqualTo(Agreement.CANNOT_TELL);
        assertThat(Judgement.of("count", new Span(1.2, 3), 2, up).agreement()).isEqualTo(Agreement.CANNOT_TELL);
    }

    /** The response assay gives a fraction, the ledger percent; the claims are those of the ledger that comes with Kindlin. */
    @Test
    void ratesAreComparedWithPercentages() {
        Estimate orr = Estimate.of("orr", 25 / 57.0, "", 0.307, 0.576, 0.95, Double.NaN, "clopper-pearson");
        SubjectResult trial = new SubjectResult(
                Map.of("arm", "RAMP-201 KRAS-mutant", "compound", "avutometinib + defactinib"),
                List.of(orr),
                List.of(),
                List.of(),
                List.of());
        AnalysisDocument document = new AnalysisDocument(
                "0.1.0", "response", List.of(), List.of(), 1, List.of(trial), List.of(), List.of(), "", List.of());
        List<Comparison> all = Comparisons.of(document, Ledger.standard());
        assertThat(all).singleElement().satisfies(comparison -> {
            assertThat(comparison.claim().id()).isEqualTo("ramp201-orr-kras-mutant");
            assertThat(comparison.agreement()).isEqualTo(Agreement.AGREES);
        });
    }

    private static Agreement verdict(Claim claim, Estimate estimate) {
        return compare(claim, estimate, List.of()).agreement();
    }

    private static Comparison compare(Claim claim, Estimate estimate, List<Warning> warnings) {
        List<Comparison> all =
                Comparisons.of(document(List.of(result("defactinib", "FAK", estimate, warnings))), ledger(claim));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Ledger ledger(Claim claim) {
        Ledger standard = Ledger.standard();
        return new Ledger(List.of(claim), standard.sources(), standard.compounds(), standard.traps());
    }

    private static Claim claim(String value, String unit, List<String> unstated) {
        return claim("defactinib", "not stated", value, unit, unstated, Optional.empty());
    }

    private static Claim claim(
            String compound, String form, String value, String unit, List<String> unstated, Optional<String> doubt) {
        return new Claim(
                "a-claim",
                compound,
                form,
                "FAK",
                "ic50",
                ClaimedValue.parse(value),
                value,
                unit,
                EvidenceTag.SOURCE,
                PAPER,
                "",
                "",
                unstated,
                Optional.of("kinase"),
                doubt,
                List.of());
    }

    private static Estimate interval(double value, double low, double high) {
        return Estimate.of("ic50", value, "nM", low, high, 0.95, 0.1, "profile-likelihood");
    }

    private static SubjectResult result(String compound, String target, Estimate estimate, List<Warning> warnings) {
        return new SubjectResult(
                Map.of("compound", compound, "target", target), List.of(estimate), List.of(), List.of(), warnings);
    }

    private static AnalysisDocument document(List<SubjectResult> results) {
        return new AnalysisDocument(
                "0.1.0", "kinase", List.of(), List.of(), 1, results, List.of(), List.of(), "", List.of());
    }
}
