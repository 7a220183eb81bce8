package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.Operator;

/** Formulas into nodes of a graph: calls are replaced by what they call, symbols by what they mean. */
final class Translator {
    /** As SBML Level 3 defines it. */
    private static final double AVOGADRO = 6.02214179e23;

    private static final int DEEPEST = 1000;

    /** Functions that call functions twice, with other arguments each time, grow as powers of two. */
    private static final int MOST_CALLS = 300_000;

    private static final int MOST_NODES = 10_000_000;

    private final Graph graph;
    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    private final Map<Invocation, Integer> called = new HashMap<>();

    /** A call with the nodes of its arguments. */
    private record Invocation(String function, List<Integer> arguments, Meaning meaning) {}

    Translator(Graph graph, List<FunctionDefinition> definitions) {
        this.graph = graph;
        definitions.forEach(each -> functions.put(each.id(), each));
    }

    /** What names, delays and rates of change mean. */
    interface Meaning {
        int symbol(String id);

        int delay(Expression of, Expression by, Names names);

        int rateOf(Expression of, Names names);
    }

    /** What hides global names: arguments of functions, local parameters. */
    interface Names {
        /** Nothing is hidden. */
        Names GLOBAL = id -> -1;

        /** The node of a name, or -1 where it is not hidden. */
        int node(String id);
    }

    int translate(Expression expression, Names names, Meaning meaning) {
        return translate(expression, names, meaning, 0);
    }

    private int translate(Expression expression, Names names, Meaning meaning, int depth) {
        if (depth > DEEPEST) {
            throw new UnsupportedModelException(
                    0, "a formula with the functions it calls nests too deep", "split it with assignment rules");
        }
        return switch (expression) {
            case Expression.Literal literal -> graph.constant(literal.value());
            case Expression.Truth truth -> graph.constant(truth.value() ? 1 : 0);
            case Expression.Symbol symbol -> {
                int hidden = names.node(symbol.id());
                yield hidden >= 0 ? hidden : meaning.symbol(symbol.id());
            }
            case Expression.Time _ -> graph.time();
            case Expression.Avogadro _ -> graph.constant(AVOGADRO);
            case Expression.Delay delay -> meaning.delay(delay.of(), delay.by(), names);
            case Expression.RateOf rate -> meaning.rateOf(rate.of(), names);
            case Expression.Apply apply -> operate(apply.operator(), all(apply.arguments(), names, meaning, depth));
            case Expression.Call call -> call(call, names, meaning, depth);
            case Expression.Piecewise cases -> cases(cases, names, meaning, depth);
        };
    }

    private int[] all(List<Expression> expressions, Names names, Meaning meaning, int depth) {
        int[] nodes = new int[expressions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = translate(expressions.get(i), names, meaning, depth + 1);
        }
        return nodes;
    }

    private int call(Expression.Call call, Names names, Meaning meaning, int depth) {
        FunctionDefinition function = functions.get(call.function());
        if (function == null) {
            throw new UnsupportedModelException(
                    0, "calls '" + call.function() + "', which is no function of the model", "define it");
        }
        if (function.arguments().size() != call.arguments().size()) {
            throw new UnsupportedModelException(
                    function.remarks().line(),
                    "function '" + function.id() + "' takes "
                            + function.arguments().size() + " arguments and is called with "
                            + call.arguments().size(),
                    "mend the call");
        }
        int[] values = all(call.arguments(), names, meaning, depth);
        // A call seen before is not followed again: functions that call functions twice would take exponential time.
        Invocation invocation =
                new Invocation(function.id(), Arrays.stream(values).boxed().toList(), meaning);
        Integer known = called.get(invocation);
        if (known != null) {
            return known;
        }
        if (called.size() >= MOST_CALLS || graph.size() >= MOST_NODES) {
            throw new UnsupportedModelException(
                    function.remarks().line(),
                    "the functions and what they call come to more than " + MOST_CALLS + " calls or " + MOST_NODES
                            + " operations",
                    "name intermediate results with assignment rules");
        }
        Map<String, Integer> bound = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            bound.put(function.arguments().get(i), values[i]);
        }
        int value = translate(function.body(), id -> bound.getOrDefault(id, -1), meaning, depth + 1);
        called.put(invocation, value);
        return value;
    }

    private int cases(Expression.Piecewise cases, Names names, Meaning meaning, int depth) {
        int value = cases.otherwise().isPresent()
                ? translate(cases.otherwise().get(), names, meaning, depth + 1)
                : graph.constant(Double.NaN);
        List<Expression.Piece> reversed = new ArrayList<>(cases.pieces()).reversed();
        for (Expression.Piece piece : reversed) {
            int then = translate(piece.value(), names, meaning, depth + 1);
            int condition = translate(piece.condition(), names, meaning, depth + 1);
            value = graph.select(condition, then, value);
        }
        return value;
    }

    private int operate(Operator operator, int[] of) {
        Graph g = graph;
        return switch (operator) {
            case PLUS -> g.add(of);
            case MINUS -> of.length == 1 ? g.negate(of[0]) : g.subtract(of[0], of[1]);
            case TIMES -> product(of);
            case DIVIDE -> g.divide(of[0], of[1]);
            case POWER -> g.power(of[0], of[1]);
            case ROOT -> g.isConstant(of[0], 2) ? g.apply(Op.SQRT, of[1]) : g.apply(Op.ROOT, of);
            case ABS -> g.apply(Op.ABS, of);
            case EXP -> g.apply(Op.EXP, of);
            case LN -> g.apply(Op.LN, of);
            case LOG -> logarithm(of[0], of[1]);
            case FLOOR -> g.apply(Op.FLOOR, of);
            case CEILING -> g.apply(Op.CEILING, of);
            case FACTORIAL -> g.apply(Op.FACTORIAL, of);
            case QUOTIENT -> g.apply(Op.QUOTIENT, of);
            case REM -> g.apply(Op.REM, of);
            case MAX -> chain(Op.MAX, of, 0);
            case MIN -> chain(Op.MIN, of, 0);
            case SIN -> g.apply(Op.SIN, of);
            case COS -> g.apply(Op.COS, of);
            case TAN -> g.apply(Op.TAN, of);
            case SEC -> inverse(g.apply(Op.COS, of));
            case CSC -> inverse(g.apply(Op.SIN, of));
            case COT -> inverse(g.apply(Op.TAN, of));
            case SINH -> g.apply(Op.SINH, of);
            case COSH -> g.apply(Op.COSH, of);
            case TANH -> g.apply(Op.TANH, of);
            case SECH -> inverse(g.apply(Op.COSH, of));
            case CSCH -> inverse(g.apply(Op.SINH, of));
            case COTH -> inverse(g.apply(Op.TANH, of));
            case ARCSIN -> g.apply(Op.ARCSIN, of);
            case ARCCOS -> g.apply(Op.ARCCOS, of);
            case ARCTAN -> g.apply(Op.ARCTAN, of);
            case ARCSEC -> g.apply(Op.ARCCOS, inverse(of[0]));
            case ARCCSC -> g.apply(Op.ARCSIN, inverse(of[0]));
            case ARCCOT -> g.apply(Op.ARCTAN, inverse(of[0]));
            case ARCSINH -> g.apply(Op.ARCSINH, of);
            case ARCCOSH -> g.apply(Op.ARCCOSH, of);
            case ARCTANH -> g.apply(Op.ARCTANH, of);
            case ARCSECH -> g.apply(Op.ARCCOSH, inverse(of[0]));
            case ARCCSCH -> g.apply(Op.ARCSINH, inverse(of[0]));
            case ARCCOTH -> g.apply(Op.ARCTANH, inverse(of[0]));
            case EQ -> compare(Op.EQUAL, of, false);
            case NEQ -> g.apply(Op.NOT, g.apply(Op.EQUAL, of));
            case LT -> compare(Op.LESS, of, false);
            case LEQ -> compare(Op.LESS_OR_EQUAL, of, false);
            case GT -> compare(Op.LESS, of, true);
            case GEQ -> compare(Op.LESS_OR_EQUAL, of, true);
            case AND -> chain(Op.AND, of, 1);
            case OR -> chain(Op.OR, of, 0);
            case XOR -> chain(Op.XOR, of, 0);
            case NOT -> g.apply(Op.NOT, of);
            case IMPLIES -> g.apply(Op.OR, g.apply(Op.NOT, of[0]), of[1]);
        };
    }

    private int inverse(int node) {
        return graph.divide(graph.constant(1), node);
    }

    private int logarithm(int base, int of) {
        if (graph.isConstant(base, 10)) {
            return graph.apply(Op.LOG10, of);
        }
        return graph.divide(graph.apply(Op.LN, of), graph.apply(Op.LN, base));
    }

    private int product(int[] of) {
        int product = graph.constant(1);
        for (int factor : of) {
            product = graph.multiply(product, factor);
        }
        return product;
    }

    /** Folds from the left; {@code empty} is the value of no argument. A truth operator of one argument is its truth. */
    private int chain(Op op, int[] of, double empty) {
        boolean number = op == Op.MAX || op == Op.MIN;
        int value = number ? of[0] : graph.constant(empty);
        for (int i = number ? 1 : 0; i < of.length; i++) {
            value = graph.apply(op, value, of[i]);
        }
        return value;
    }

    private int compare(Op op, int[] of, boolean swapped) {
        int all = graph.constant(1);
        for (int i = 1; i < of.length; i++) {
            int pair = swapped ? graph.apply(op, of[i], of[i - 1]) : graph.apply(op, of[i - 1], of[i]);
            all = graph.isConstant(all, 1) ? pair : graph.apply(Op.AND, all, pair);
        }
        return all;
    }
}
