package org.kindlin.mechanism.compile;

/** What a node of a {@link Graph} computes. */
public enum Op {
    CONSTANT,
    TIME,
    /** One of the states that are integrated. */
    STATE,
    /** One of the values that stay as they are between events. */
    PARAMETER,
    /** One of the values of the past. */
    DELAYED,

    /** Sum of any number of arguments. */
    ADD,
    MULTIPLY,
    DIVIDE,
    NEGATE,

    POWER("pow"),
    SQRT("sqrt"),
    ROOT("root"),
    ABS("abs"),
    EXP("exp"),
    LN("log"),
    LOG10("log10"),
    FLOOR("floor"),
    CEILING("ceil"),
    FACTORIAL("factorial"),
    QUOTIENT("quotient"),
    REM("rem"),
    MAX("max"),
    MIN("min"),
    SIN("sin"),
    COS("cos"),
    TAN("tan"),
    ARCSIN("asin"),
    ARCCOS("acos"),
    ARCTAN("atan"),
    SINH("sinh"),
    COSH("cosh"),
    TANH("tanh"),
    ARCSINH("arcsinh"),
    ARCCOSH("arccosh"),
    ARCTANH("arctanh"),

    LESS("less"),
    LESS_OR_EQUAL("lessOrEqual"),
    EQUAL("equal"),
    AND("and"),
    OR("or"),
    XOR("xor"),
    NOT("not"),
    /** The second argument where the first is true, else the third. */
    SELECT("select");

    private final String method;

    Op() {
        this("");
    }

    Op(String method) {
        this.method = method;
    }

    /** The method of {@link Arithmetic} that computes it; empty where instructions of the machine do. */
    public String method() {
        return method;
    }

    /** Whether it has no arguments. */
    public boolean isLeaf() {
        return this == CONSTANT || this == TIME || this == STATE || this == PARAMETER || this == DELAYED;
    }

    /** Whether it compares two numbers. */
    public boolean isComparison() {
        return this == LESS || this == LESS_OR_EQUAL || this == EQUAL;
    }
}
