package org.kindlin.mechanism.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CombinationQuestionTest {

    /** Inhibiting MEK raises pFAK, and defactinib takes that away (PMC8373085). */
    @Test
    void avutometinibRaisesPFakAndDefactinibTakesItAway() {
        Answer answer = new CombinationQuestion(200, 3.2, 0, 1).answer();
        assertThat(value(answer, "untreated", "pFAK")).isBetween(99.9, 100.1);
        assertThat(value(answer, "avutometinib", "pFAK")).isGreaterThan(115);
        assertThat(value(answer, "both", "pFAK")).isLessThan(100);
        assertThat(value(answer, "both", "ppERK")).isLessThan(value(answer, "defactinib", "ppERK"));
        assertThat(value(answer, "both", "tumour")).isGreaterThan(value(answer, "avutometinib", "tumour"));
    }

    @Test
    void thePathwayIsDrawnWithItsActivities() {
        Answer answer = new PathwayQuestion(65.3, 0, 10, OptionalDouble.empty(), 72, 0, 1).answer();
        assertThat(answer.figures().getFirst().svg()).contains("pY397", "defactinib", "bypass of Y397", "38 %");
        assertThat(answer.tables().getFirst().rows()).hasSize(12);
        Answer without = new PathwayQuestion(65.3, 0, 0, OptionalDouble.empty(), 72, 0, 1).answer();
        assertThat(without.tables().getFirst().rows()).hasSize(10);
    }

    private static double value(Answer answer, String arm, String quantity) {
        return answer.tables().getFirst().rows().stream()
                .filter(row -> row.get(0).equals(Table.word(arm))
                        && row.get(1) instanceof Table.Cell.Word(String text)
                        && text.startsWith(quantity))
                .map(row -> ((Table.Cell.Amount) row.get(2)).value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNominalValueOutsideItsOwnDrawsIsTold() {
        Answer disputed = new PathwayQuestion(65.3, 0, 10, OptionalDouble.empty(), 72, 20, 1).answer();
        assertThat(disputed.sentences())
                .anySatisfy(each -> assertThat(each)
                        .contains("Outside the middle 90 % of draws")
                        .contains("pY402"));
        Answer settled = new PathwayQuestion(65.3, 0, 10, OptionalDouble.of(15.9), 72, 20, 1).answer();
        assertThat(settled.sentences()).noneSatisfy(each -> assertThat(each).contains("pY402 ("));
    }
}
