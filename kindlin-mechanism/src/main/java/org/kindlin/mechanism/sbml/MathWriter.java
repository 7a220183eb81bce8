package org.kindlin.mechanism.sbml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Expression.Apply;
import org.kindlin.mechanism.model.Expression.Piece;
import org.kindlin.mechanism.model.Operator;

/** {@link Expression}s as content MathML. */
final class MathWriter {
    private static final String SYMBOLS = "http://www.sbml.org/sbml/symbols/";

    private final XmlOutput out;
    private final String units;

    /** @param sbml namespace of SBML, for the units of numbers */
    MathWriter(XmlOutput out, String sbml) {
        this.out = out;
        this.units = sbml;
    }

    void write(Expression expression) {
        openMath(expression);
        formula(expression);
        out.close();
    }

    /** A function: its arguments and its body. */
    void write(List<String> arguments, Expression body) {
        openMath(body);
        out.open("lambda");
        arguments.forEach(argument -> out.open("bvar").leaf("ci", argument).close());
        formula(body);
        out.close().close();
    }

    private void openMath(Expression expression) {
        out.open("math").attribute("xmlns", SbmlLevel.MATHML);
        if (hasUnits(expression)) {
            out.attribute("xmlns:sbml", units);
        }
    }

    private static boolean hasUnits(Expression expression) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Expression.Literal literal && !literal.unit().isEmpty()) {
                return true;
            }
            next.parts().forEach(open::push);
        }
        return false;
    }

    private void formula(Expression expression) {
        switch (expression) {
            case Expression.Literal literal -> number(literal);
            case Expression.Truth truth ->
                out.open(truth.value() ? "true" : "false").close();
            case Expression.Symbol symbol -> out.leaf("ci", symbol.id());
            case Expression.Time _ -> csymbol("time");
            case Expression.Avogadro _ -> csymbol("avogadro");
            case Expression.Delay delay -> call("delay", List.of(delay.of(), delay.by()));
            case Expression.RateOf rate -> call("rateOf", List.of(rate.of()));
            case Apply apply -> apply(apply);
            case Expression.Call call -> {
                out.open("apply").leaf("ci", call.function());
                all(call.arguments());
                out.close();
            }
            case Expression.Piecewise cases -> piecewise(cases);
        }
    }

    private void all(List<Expression> expressions) {
        for (Expression each : expressions) {
            formula(each);
        }
    }

    private void number(Expression.Literal literal) {
        double value = literal.value();
        if (Double.isNaN(value)) {
            out.open("notanumber").close();
        } else if (Double.isInfinite(value)) {
            if (value > 0) {
                out.open("infinity").close();
            } else {
                out.open("apply").open("minus").close().open("infinity").close().close();
            }
        } else {
            finite(literal);
        }
    }

    private void finite(Expression.Literal literal) {
        String text = XmlOutput.number(literal.value());
        int exponent = text.indexOf('E');
        String unit = literal.unit().isEmpty() ? "" : " sbml:units=\"" + XmlText.escape(literal.unit()) + "\"";
        out.raw(
                exponent < 0
                        ? "<cn" + unit + ">" + text + "</cn>"
                        : "<cn" + unit + " type=\"e-notation\">" + text.substring(0, exponent) + "<sep/>"
                                + text.substring(exponent + 1) + "</cn>");
    }

    private void csymbol(String name) {
        out.raw("<csymbol encoding=\"text\" definitionURL=\"" + SYMBOLS + name + "\">" + name + "</csymbol>");
    }

    private void call(String symbol, List<Expression> arguments) {
        out.open("apply");
        csymbol(symbol);
        all(arguments);
        out.close();
    }

    private void apply(Apply apply) {
        Operator operator = apply.operator();
        out.open("apply").open(operator.mathml()).close();
        if (operator == Operator.ROOT || operator == Operator.LOG) {
            out.open(operator == Operator.ROOT ? "degree" : "logbase");
            formula(apply.arguments().get(0));
            out.close();
            formula(apply.arguments().get(1));
        } else {
            all(apply.arguments());
        }
        out.close();
    }

    private void piecewise(Expression.Piecewise cases) {
        out.open("piecewise");
        for (Piece piece : cases.pieces()) {
            out.open("piece");
            formula(piece.value());
            formula(piece.condition());
            out.close();
        }
        cases.otherwise().ifPresent(otherwise -> {
            out.open("otherwise");
            formula(otherwise);
            out.close();
        });
        out.close();
    }
}
