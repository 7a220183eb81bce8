package org.kindlin.mechanism.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.model.Expression.Piece;
import org.kindlin.mechanism.model.Expression.Piecewise;

class ExpressionTest {
    @Test
    void casesAreRebuiltFromTheirParts() {
        Expression condition =
                Expression.apply(Operator.GT, Expression.symbol("x"), Expression.symbol("y"), Expression.number(1));
        Piecewise open = new Piecewise(List.of(new Piece(Expression.number(2), condition)), Optional.empty());
        Piecewise closed = new Piecewise(open.pieces(), Optional.of(new Expression.Time()));
        assertThat(open.withParts(open.parts())).isEqualTo(open);
        assertThat(closed.withParts(closed.parts())).isEqualTo(closed);
        assertThat(closed.parts()).containsExactly(Expression.number(2), condition, new Expression.Time());
    }

    @Test
    void aModelIsRebuiltByItsBuilder() {
        Model model = new ModelBuilder()
                .id("m")
                .add(Compartment.volume("cell", 2))
                .add(Species.concentration("S", "cell", 3))
                .add(Parameter.constant("k", 0.1))
                .build();
        assertThat(model.toBuilder().build()).isEqualTo(model);
    }

    @Test
    void anOperatorKnowsHowManyArgumentsItTakes() {
        assertThat(Operator.MINUS.takes(1)).isTrue();
        assertThat(Operator.MINUS.takes(3)).isFalse();
        assertThat(Operator.PLUS.takes(0)).isTrue();
        assertThat(Operator.MINUS.arity()).isEqualTo("1 or 2");
        assertThat(Operator.MAX.arity()).isEqualTo("at least 1");
    }
}
