package org.kindlin.mechanism.petab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kindlin.mechanism.model.Expression.apply;
import static org.kindlin.mechanism.model.Expression.number;
import static org.kindlin.mechanism.model.Expression.symbol;

import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.numerics.random.RandomStream;

class FormulaParserTest {

    private static Expression parse(String text) throws FormulaParser.FormulaException {
        return FormulaParser.parse(text);
    }

    @Test
    void precedenceIsTheUsualOne() throws FormulaParser.FormulaException {
        assertThat(parse("a + b * c ** 2"))
                .isEqualTo(apply(
                        Operator.PLUS,
                        symbol("a"),
                        apply(Operator.TIMES, symbol("b"), apply(Operator.POWER, symbol("c"), number(2)))));
        assertThat(parse("-a^2")).isEqualTo(apply(Operator.MINUS, apply(Operator.POWER, symbol("a"), number(2))));
        assertThat(parse("2^3^2"))
                .isEqualTo(apply(Operator.POWER, number(2), apply(Operator.POWER, number(3), number(2))));
        assertThat(parse("a - b - c"))
                .isEqualTo(apply(Operator.MINUS, apply(Operator.MINUS, symbol("a"), symbol("b")), symbol("c")));
        assertThat(parse("2e-3*x")).isEqualTo(apply(Operator.TIMES, number(2e-3), symbol("x")));
    }

    @Test
    void functionsAreThoseOfPetab() throws FormulaParser.FormulaException {
        assertThat(parse("log10(x)")).isEqualTo(apply(Operator.LOG, number(10), symbol("x")));
        assertThat(parse("log(x)")).isEqualTo(apply(Operator.LN, symbol("x")));
        assertThat(parse("time")).isEqualTo(new Expression.Time());
        assertThat(parse("piecewise(a, x > 1, b)")).isInstanceOf(Expression.Piecewise.class);
    }

    @Test
    void anythingElseIsSaidToBeWrong() {
        RandomStream stream = RandomStream.ofSeed(3);
        String letters = "ab12.e+-*/^()<>=!,& |";
        for (int k = 0; k < 4000; k++) {
            StringBuilder text = new StringBuilder();
            for (int i = stream.nextInt(30); i >= 0; i--) {
                text.append(letters.charAt(stream.nextInt(letters.length())));
            }
            try {
                parse(text.toString());
            } catch (FormulaParser.FormulaException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThatThrownBy(() -> parse("(".repeat(100_000))).isInstanceOf(FormulaParser.FormulaException.class);
        assertThatThrownBy(() -> parse("1" + "^-1".repeat(100_000))).isInstanceOf(FormulaParser.FormulaException.class);
        assertThatThrownBy(() -> parse("nofunction(3)")).hasMessageContaining("nofunction");
    }
}
