package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberKeepingBreakerTest {

    @Test
    void aNumberBelowZeroIsNotCutAtItsDecimalPoint() {
        assertThat(pieces("difference (\u22120.089 to \u22120.074) a day."))
                .containsExactly("difference ", "(\u22120.089 ", "to ", "\u22120.074) ", "a ", "day.");
    }

    @Test
    void sentencesStillEndLines() {
        assertThat(pieces("n = 10. Next")).containsExactly("n ", "= ", "10. ", "Next");
    }

    private static List<String> pieces(String text) {
        var breaker = new NumberKeepingBreaker();
        breaker.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = breaker.next(); to >= 0; to = breaker.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
