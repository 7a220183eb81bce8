package org.kindlin.study.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Relation;

class LedgerTest {
    private final Ledger ledger = Ledger.standard();

    @Test
    void everyClaimHasItsOwnName() {
        assertThat(ledger.claims())
                .extracting(Claim::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(140);
    }

    @Test
    void everySourceIsUsedAndEveryTrapIsThere() {
        String told = ledger.claims().stream()
                .map(claim -> " " + claim.source().id() + " " + claim.setting() + " ")
                .collect(Collectors.joining())
                .replaceAll("[^A-Za-z0-9]+", " ");
        assertThat(ledger.sources())
                .extracting(Source::id)
                .allSatisfy(id -> assertThat(told).contains(" " + id + " "));
        assertThat(ledger.traps())
                .extracting(Trap::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 36).boxed().toList());
    }

    @Test
    void assumptionsAndMemoriesNeverNameASourceAndTheGuidesNameThemselves() {
        assertThat(ledger.claims()).allSatisfy(claim -> {
            switch (claim.tag()) {
                case ASSUMPTION -> assertThat(claim.source().id()).isEqualTo("prior");
                case RECALLED -> assertThat(claim.source().id()).isEqualTo("memory");
                case COMPUTED -> assertThat(claim.source().id()).isEqualTo("arithmetic");
                case SOURCE -> assertThat(claim.source().id()).startsWith("S");
                case GUIDE_A, GUIDE_B, GUIDE_C ->
                    assertThat(claim.source().id()).isEqualTo(claim.tag().symbol());
            }
        });
    }

    @Test
    void trapsOfClaimsExist() {
        assertThat(ledger.claims())
                .allSatisfy(claim -> assertThat(claim.traps())
                        .allSatisfy(number -> assertThat(number).isBetween(1, 36)));
    }

    @Test
    void arithmeticOfTheLedgerIsRecomputed() {
        double shift = 1 + 10 / number("fak-km-atp");
        assertThat(shift).isCloseTo(9.33, within(0.005));
        assertThat(0.6 * shift).isCloseTo(number("defactinib-cheng-prusoff"), within(0.05));
        assertThat(26 / 0.6).isCloseTo(number("defactinib-cell-shift"), within(0.5));
        assertThat(1e5 / 6.02214076e23 / 5.25e-12 * 1e9).isCloseTo(number("copies-to-nm"), within(0.05));
        assertThat(unboundInhibition(4000)).isCloseTo(number("coverage-400"), within(0.6));
        assertThat(unboundInhibition(2000)).isCloseTo(number("coverage-200"), within(0.6));
        assertThat(93 / 507.5 * 1000).isCloseTo(183, within(0.5));
        assertThat(Math.log(2000.0 / 100) / (21 - 7)).isCloseTo(number("mc38-growth"), within(5e-4));
    }

    /** Percent inhibition at the average unbound concentration over 12 h, EC50 26 nM, slope 1. */
    private static double unboundInhibition(double auc) {
        double nanomolar = auc / 12 / 510.5 * 1000 * 0.1;
        return 100 * nanomolar / (nanomolar + 26);
    }

    @Test
    void unitsOfComparableClaimsAreKnown() {
        assertThat(ledger.claims())
                .filteredOn(claim -> claim.assay()
                        .filter(Set.of("kinase", "viability")::contains)
                        .isPresent())
                .allSatisfy(claim ->
                        assertThat(Unit.parse(claim.unit())).as(claim.id()).isPresent());
    }

    @Test
    void compoundsAreFoundUnderEveryName() {
        assertThat(ledger.compoundName("vs 6063")).isEqualTo("defactinib");
        assertThat(ledger.compoundName("PND-1186")).isEqualTo("VS-4718");
        assertThat(ledger.compoundName("avutemetinib")).isEqualTo("avutometinib");
        assertThat(ledger.compoundName("X-1")).isEqualTo("X-1");
    }

    @Test
    void notationOfValues() {
        assertThat(ClaimedValue.parse("< 0.6")).isEqualTo(new ClaimedValue.Limit(Relation.BELOW, 0.6));
        assertThat(ClaimedValue.parse("-97.9 to -92.7")).isEqualTo(new ClaimedValue.Range(-97.9, -92.7));
        assertThat(ClaimedValue.parse("44 (31 to 58)"))
                .isEqualTo(new ClaimedValue.Exact(44, Optional.of(new ClaimedValue.Range(31, 58))));
        assertThat(ClaimedValue.parse("1.2 ± 0.25"))
                .isEqualTo(new ClaimedValue.Exact(1.2, Optional.of(new ClaimedValue.Range(0.95, 1.45))));
        assertThatThrownBy(() -> ClaimedValue.parse("about 3")).isInstanceOf(IllegalArgumentException.class);
    }

    private double number(String id) {
        return ledger.claims().stream()
                .filter(claim -> claim.id().equals(id))
                .map(claim -> ((ClaimedValue.Exact) claim.value()).value())
                .findFirst()
                .orElseThrow();
    }
}
