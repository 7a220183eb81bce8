package org.kindlin.mechanism.model;

import java.util.Locale;

/**
 * An operator or elementary function of MathML as SBML Level 3 Version 2 admits it, with the number of its arguments.
 *
 * <p>Truth values are numbers where a number is asked for (1 and 0), and a number is true where it is not 0 (Level 3
 * Version 2, section 3.4.4).
 */
public enum Operator {
    /** Sum; 0 of none. */
    PLUS("plus", 0, Operator.ANY),
    /** Negation of one, difference of two. */
    MINUS("minus", 1, 2),
    /** Product; 1 of none. */
    TIMES("times", 0, Operator.ANY),
    DIVIDE("divide", 2, 2),
    /** The first to the power of the second. */
    POWER("power", 2, 2),
    /** First argument: the degree; second: the radicand. */
    ROOT("root", 2, 2),
    ABS("abs", 1, 1),
    EXP("exp", 1, 1),
    LN("ln", 1, 1),
    /** First argument: the base; second: what the logarithm is taken of. */
    LOG("log", 2, 2),
    FLOOR("floor", 1, 1),
    CEILING("ceiling", 1, 1),
    FACTORIAL("factorial", 1, 1),
    /** Integer part of a division, rounded towards zero. */
    QUOTIENT("quotient", 2, 2),
    /** What is left of a division by {@link #QUOTIENT}: has the sign of the dividend. */
    REM("rem", 2, 2),
    MAX("max", 1, Operator.ANY),
    MIN("min", 1, Operator.ANY),

    SIN("sin", 1, 1),
    COS("cos", 1, 1),
    TAN("tan", 1, 1),
    SEC("sec", 1, 1),
    CSC("csc", 1, 1),
    COT("cot", 1, 1),
    SINH("sinh", 1, 1),
    COSH("cosh", 1, 1),
    TANH("tanh", 1, 1),
    SECH("sech", 1, 1),
    CSCH("csch", 1, 1),
    COTH("coth", 1, 1),
    ARCSIN("arcsin", 1, 1),
    ARCCOS("arccos", 1, 1),
    ARCTAN("arctan", 1, 1),
    ARCSEC("arcsec", 1, 1),
    ARCCSC("arccsc", 1, 1),
    ARCCOT("arccot", 1, 1),
    ARCSINH("arcsinh", 1, 1),
    ARCCOSH("arccosh", 1, 1),
    ARCTANH("arctanh", 1, 1),
    ARCSECH("arcsech", 1, 1),
    ARCCSCH("arccsch", 1, 1),
    ARCCOTH("arccoth", 1, 1),

    /** A chain: every neighbouring pair must satisfy it. True of one argument or none. */
    EQ("eq", 0, Operator.ANY),
    NEQ("neq", 2, 2),
    LT("lt", 0, Operator.ANY),
    LEQ("leq", 0, Operator.ANY),
    GT("gt", 0, Operator.ANY),
    GEQ("geq", 0, Operator.ANY),

    AND("and", 0, Operator.ANY),
    OR("or", 0, Operator.ANY),
    /** True where an odd number of arguments is. */
    XOR("xor", 0, Operator.ANY),
    NOT("not", 1, 1),
    IMPLIES("implies", 2, 2);

    private static final int ANY = Integer.MAX_VALUE;

    private final String mathml;
    private final int fewest;
    private final int most;

    Operator(String mathml, int fewest, int most) {
        this.mathml = mathml;
        this.fewest = fewest;
        this.most = most;
    }

    /** The element's name in MathML, which is its name in Antimony as well unless it is a sign. */
    public String mathml() {
        return mathml;
    }

    /** Whether so many arguments make sense. */
    public boolean takes(int arguments) {
        return fewest <= arguments && arguments <= most;
    }

    /** How many arguments it takes, in words. */
    public String arity() {
        if (most == ANY) {
            return String.format(Locale.ROOT, "at least %d", fewest);
        }
        return fewest == most ? String.valueOf(fewest) : fewest + " or " + most;
    }

    /** Whether the value is a truth value. */
    public boolean logical() {
        return relational() || this == AND || this == OR || this == XOR || this == NOT || this == IMPLIES;
    }

    /** Whether it compares numbers. */
    public boolean relational() {
        return this == EQ || this == NEQ || this == LT || this == LEQ || this == GT || this == GEQ;
    }
}
