package org.kindlin.mechanism.units;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.Operator;

/**
 * The unit of a formula, from those of its symbols. A number without a unit and a symbol without one have whatever unit is
 * needed, so that nothing is said where nothing is known.
 */
final class FormulaUnits {
    private static final int DEEPEST = 60;

    private final SymbolUnits symbols;
    private final Map<String, FunctionDefinition> functions;
    private final Consumer<String> complaint;

    /** @param complaint told what does not agree */
    FormulaUnits(SymbolUnits symbols, Map<String, FunctionDefinition> functions, Consumer<String> complaint) {
        this.symbols = symbols;
        this.functions = functions;
        this.complaint = complaint;
    }

    /** The unit of a formula in which some names mean something of their own; empty where it is not known. */
    Optional<Dimension> of(Expression formula, Map<String, Optional<Dimension>> local) {
        return of(formula, local, 0);
    }

    private Optional<Dimension> of(Expression formula, Map<String, Optional<Dimension>> local, int calls) {
        return switch (formula) {
            case Expression.Literal literal -> symbols.unit(literal.unit());
            case Expression.Truth _ -> Optional.of(Dimension.NONE);
            case Expression.Symbol symbol -> {
                Optional<Dimension> own = local.get(symbol.id());
                yield own != null ? own : symbols.symbol(symbol.id());
            }
            case Expression.Time _ -> symbols.time();
            case Expression.Avogadro _ -> Optional.of(Dimension.NONE);
            case Expression.Delay delay -> {
                alike(symbols.time(), of(delay.by(), local, calls), "a delay");
                yield of(delay.of(), local, calls);
            }
            case Expression.RateOf rate -> {
                Optional<Dimension> unit = of(rate.of(), local, calls);
                yield unit.flatMap(found -> symbols.time().map(found::per));
            }
            case Expression.Apply apply -> apply(apply, local, calls);
            case Expression.Call call -> call(call, local, calls);
            case Expression.Piecewise cases -> piecewise(cases, local, calls);
        };
    }

    private Optional<Dimension> call(Expression.Call call, Map<String, Optional<Dimension>> local, int calls) {
        FunctionDefinition function = functions.get(call.function());
        if (function == null
                || calls > DEEPEST
                || function.arguments().size() != call.arguments().size()) {
            return Optional.empty();
        }
        Map<String, Optional<Dimension>> bound = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            bound.put(function.arguments().get(i), of(call.arguments().get(i), local, calls));
        }
        return of(function.body(), bound, calls + DEEPEST / 4);
    }

    private Optional<Dimension> piecewise(
            Expression.Piecewise cases, Map<String, Optional<Dimension>> local, int calls) {
        Optional<Dimension> unit = Optional.empty();
        for (Expression.Piece piece : cases.pieces()) {
            of(piece.condition(), local, calls);
            unit = alike(unit, of(piece.value(), local, calls), "the values of a piecewise formula");
        }
        if (cases.otherwise().isPresent()) {
            unit = alike(unit, of(cases.otherwise().get(), local, calls), "the values of a piecewise formula");
        }
        return unit;
    }

    private Optional<Dimension> apply(Expression.Apply apply, Map<String, Optional<Dimension>> local, int calls) {
        List<Optional<Dimension>> units =
                apply.arguments().stream().map(each -> of(each, local, calls)).toList();
        Operator operator = apply.operator();
        return switch (operator) {
            case PLUS, MINUS, MAX, MIN, REM -> all(units, "the arguments of " + operator.mathml());
            case TIMES -> product(units);
            case DIVIDE -> units.get(0).flatMap(above -> units.get(1).map(above::per));
            case QUOTIENT -> {
                all(units, "the arguments of quotient");
                yield Optional.of(Dimension.NONE);
            }
            case POWER ->
                power(units.get(0), units.get(1), exponent(apply.arguments().get(1)));
            case ROOT ->
                power(
                        units.get(1),
                        units.get(0),
                        exponent(apply.arguments().get(0)).map(degree -> 1 / degree));
            case ABS, FLOOR, CEILING -> units.getFirst();
            case EQ, NEQ, LT, LEQ, GT, GEQ -> {
                all(units, "what " + operator.mathml() + " compares");
                yield Optional.of(Dimension.NONE);
            }
            case AND, OR, XOR, NOT, IMPLIES -> Optional.of(Dimension.NONE);
            default -> {
                units.forEach(unit -> alike(Optional.of(Dimension.NONE), unit, "the argument of " + operator.mathml()));
                yield Optional.of(Dimension.NONE);
            }
        };
    }

    private Optional<Dimension> all(List<Optional<Dimension>> units, String what) {
        Optional<Dimension> common = Optional.empty();
        for (Optional<Dimension> unit : units) {
            common = alike(common, unit, what);
        }
        return common;
    }

    private static Optional<Dimension> product(List<Optional<Dimension>> units) {
        Dimension product = Dimension.NONE;
        for (Optional<Dimension> unit : units) {
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            product = product.times(unit.get());
        }
        return Optional.of(product);
    }

    private Optional<Dimension> power(Optional<Dimension> base, Optional<Dimension> of, Optional<Double> exponent) {
        alike(Optional.of(Dimension.NONE), of, "an exponent");
        if (base.isPresent() && base.get().isDimensionless()) {
            return Optional.of(Dimension.NONE);
        }
        return base.flatMap(unit -> exponent.map(unit::power));
    }

    private static Optional<Double> exponent(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> Optional.of(literal.value());
            case Expression.Apply apply
            when apply.operator() == Operator.MINUS
                    && apply.arguments().size() == 1
                    && apply.arguments().getFirst() instanceof Expression.Literal literal ->
                Optional.of(-literal.value());
            default -> Optional.empty();
        };
    }

    /** Tells where two units that should agree do not; the one that is known. */
    Optional<Dimension> alike(Optional<Dimension> wanted, Optional<Dimension> found, String what) {
        if (wanted.isPresent() && found.isPresent() && !wanted.get().same(found.get())) {
            complaint.accept(what + " should be in " + wanted.get().text() + " and is in "
                    + found.get().text());
        }
        return wanted.isPresent() ? wanted : found;
    }
}
