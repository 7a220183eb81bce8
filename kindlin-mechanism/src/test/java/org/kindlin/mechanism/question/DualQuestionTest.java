package org.kindlin.mechanism.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DualQuestionTest {

    @Test
    void aSecondTargetTakesAwayWhatCompensates() {
        Answer answer = new DualQuestion(10, 72, 0, 1).answer();
        double dual = left(answer, "dual", 300, "complexes");
        double spared = left(answer, "FAK only", 300, "complexes");
        assertThat(dual).isLessThan(spared);
        assertThat(left(answer, "FAK only", 300, "Y402")).isGreaterThan(100);
        assertThat(left(answer, "dual", 300, "Y402")).isLessThan(30);
        assertThat(left(answer, "dual", 300, "Y397")).isCloseTo(left(answer, "FAK only", 300, "Y397"), within(2.0));
        assertThat(answer.figures()).hasSize(1);
    }

    @Test
    void withoutPyk2AllThreeAreOne() {
        Answer answer = new DualQuestion(0, 72, 0, 1).answer();
        double dual = left(answer, "dual", 100, "complexes");
        assertThat(left(answer, "FAK only", 100, "complexes")).isCloseTo(dual, within(1e-3));
        assertThat(left(answer, "Pyk2 at 423", 100, "complexes")).isCloseTo(dual, within(1e-3));
    }

    private static double left(Answer answer, String inhibitor, double dose, String what) {
        return answer.tables().getFirst().rows().stream()
                .filter(row -> row.get(0) instanceof Table.Cell.Word(String name)
                        && name.startsWith(inhibitor)
                        && row.get(1).equals(Table.number(dose))
                        && row.get(2) instanceof Table.Cell.Word(String quantity)
                        && quantity.contains(what))
                .map(row -> ((Table.Cell.Amount) row.get(3)).value())
                .findFirst()
                .orElseThrow();
    }
}
