package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DualTest {
    private static final List<UnaryOperator<Dual>> FUNCTIONS = List.of(
            Dual::exp,
            Dual::expm1,
            Dual::log,
            Dual::log1p,
            Dual::sqrt,
            Dual::square,
            Dual::sin,
            Dual::cos,
            Dual::atan,
            Dual::tanh,
            Dual::negate,
            Dual::reciprocal,
            x -> x.pow(2.5),
            x -> x.plus(3),
            x -> x.minus(3),
            x -> x.times(3),
            x -> x.dividedBy(3));

    private static final List<BinaryOperator<Dual>> OPERATIONS =
            List.of(Dual::plus, Dual::minus, Dual::times, Dual::dividedBy, Dual::pow);

    @Test
    void functionsHaveTheSlopeOfTheirFiniteDifferences() {
        for (UnaryOperator<Dual> function : FUNCTIONS) {
            for (double x : new double[] {0.2, 1.3, 2.9}) {
                double h = 1e-6;
                double expected = (valueAt(function, x + h) - valueAt(function, x - h)) / (2 * h);
                double slope = function.apply(Dual.variable(x, 0, 1)).derivative(0);
                assertThat(slope).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void operationsDifferentiateByBothSidesAndByNeitherOfConstants() {
        for (BinaryOperator<Dual> operation : OPERATIONS) {
            Dual x = Dual.variable(1.7, 0, 2);
            Dual y = Dual.variable(0.6, 1, 2);
            Dual both = operation.apply(x, y);
            Dual left = operation.apply(x, Dual.constant(0.6));
            Dual right = operation.apply(Dual.constant(1.7), y);
            Dual none = operation.apply(Dual.constant(1.7), Dual.constant(0.6));
            assertThat(left.derivative(0)).isEqualTo(both.derivative(0));
            assertThat(right.derivative(1)).isEqualTo(both.derivative(1));
            assertThat(left.derivative(1)).isZero();
            assertThat(none.derivative(0)).isZero();
            assertThat(none.value()).isEqualTo(both.value());
            double h = 1e-6;
            double up =
                    operation.apply(Dual.constant(1.7), Dual.constant(0.6 + h)).value();
            double down =
                    operation.apply(Dual.constant(1.7), Dual.constant(0.6 - h)).value();
            assertThat(both.derivative(1)).isCloseTo((up - down) / (2 * h), within(1e-8));
        }
    }

    private static double valueAt(UnaryOperator<Dual> function, double x) {
        return function.apply(Dual.constant(x)).value();
    }
}
