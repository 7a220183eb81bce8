package org.kindlin.mechanism.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic anchors of the fact base, sections 1.4 and 10. */
class EngagementQuestionTest {

    @Test
    void nominalInhibitionAndExposureAreThoseOfTheFactBase() {
        Answer answer = new EngagementQuestion(List.of(200.0, 400.0), 0, 1, false).answer();
        assertThat(value(answer, 400, "at Cavg")).isCloseTo(71.5, within(0.05));
        assertThat(value(answer, 400, "mean over")).isCloseTo(70.5, within(0.05));
        assertThat(value(answer, 200, "at Cavg")).isCloseTo(55.7, within(0.05));
        assertThat(value(answer, 200, "mean over")).isCloseTo(54.7, within(0.05));
        assertThat(value(answer, 400, "Cmax")).isCloseTo(461, within(0.5));
        assertThat(value(answer, 400, "Cmin")).isCloseTo(192, within(0.5));
        assertThat(value(answer, 200, "Cmax")).isCloseTo(231, within(0.5));
        assertThat(value(answer, 200, "Cmin")).isCloseTo(96, within(0.5));
        assertThat(value(answer, 400, "lowest")).isCloseTo(59, within(0.5));
        assertThat(value(answer, 400, "highest")).isCloseTo(78, within(0.5));
        assertThat(value(answer, 200, "lowest")).isCloseTo(42, within(0.5));
        assertThat(value(answer, 200, "highest")).isCloseTo(63, within(0.5));
    }

    /** Exposure at 750 mg is below that at 425 mg, as in the first trial in people. */
    @Test
    void exposureFallsAboveTheHighestProportionalDose() {
        Answer answer = new EngagementQuestion(List.of(300.0, 425.0, 750.0), 0, 1, false).answer();
        assertThat(value(answer, 425, "Cavg, ")).isGreaterThan(value(answer, 300, "Cavg, "));
        assertThat(value(answer, 750, "Cavg, ")).isLessThan(value(answer, 425, "Cavg, "));
        assertThat(answer.sentences()).anyMatch(each -> each.startsWith("Above 425 mg"));
        assertThat(new EngagementQuestion(List.of(425.0, 425.0), 0, 1, false)
                        .answer()
                        .sentences())
                .noneMatch(each -> each.startsWith("Above 425 mg"))
                .hasSize(2);
    }

    @Test
    void bandsAreReproducible() {
        Answer one = new EngagementQuestion(List.of(400.0), 3, 9, true).answer();
        Answer two = new EngagementQuestion(List.of(400.0), 3, 9, true).answer();
        assertThat(one).isEqualTo(two);
        assertThat(AnswerJson.write(one)).contains("\"simulated\" : true", "pk__pk__clearance");
        assertThat(AnswerText.csv(one)).startsWith("dose (mg BID),");
    }

    private static double value(Answer answer, double dose, String quantity) {
        return answer.tables().getFirst().rows().stream()
                .filter(row -> row.get(0).equals(Table.number(dose))
                        && row.get(1) instanceof Table.Cell.Word(String text)
                        && text.contains(quantity))
                .map(row -> ((Table.Cell.Amount) row.get(2)).value())
                .findFirst()
                .orElseThrow();
    }
}
