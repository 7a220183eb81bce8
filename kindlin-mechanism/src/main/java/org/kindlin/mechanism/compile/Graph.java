package org.kindlin.mechanism.compile;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Formulas as a directed acyclic graph in which equal subexpressions are one node.
 *
 * <p>A node is a number; arguments have smaller numbers than what uses them, so that ascending order is an order of
 * evaluation. What can be said without knowing the arguments is simplified: constants are folded, sums flattened, ones
 * and zeros dropped where that changes no finite value. Not thread-safe.
 */
public final class Graph {
    private static final int[] NONE = new int[0];

    /** Longer sums are split, so that no piece of code grows without limit. */
    private static final int LONGEST_SUM = 48;

    private int size;
    private Op[] ops = new Op[256];
    private int[][] arguments = new int[256][];
    private double[] values = new double[256];
    private int[] table = new int[1024];

    public Graph() {
        Arrays.fill(table, -1);
    }

    /** How many nodes there are. */
    public int size() {
        return size;
    }

    public Op op(int node) {
        return ops[node];
    }

    /** The arguments of a node; not to be changed. */
    public int[] arguments(int node) {
        return arguments[node];
    }

    /** Value of a constant. */
    public double value(int node) {
        return values[node];
    }

    /** Which state, parameter or past value a leaf is. */
    public int index(int node) {
        return (int) values[node];
    }

    public boolean isConstant(int node) {
        return ops[node] == Op.CONSTANT;
    }

    public boolean isConstant(int node, double value) {
        return ops[node] == Op.CONSTANT && values[node] == value;
    }

    public int constant(double value) {
        return intern(Op.CONSTANT, value == 0 ? 0 : value, NONE);
    }

    public int time() {
        return intern(Op.TIME, 0, NONE);
    }

    public int state(int index) {
        return intern(Op.STATE, index, NONE);
    }

    public int parameter(int index) {
        return intern(Op.PARAMETER, index, NONE);
    }

    public int delayed(int index) {
        return intern(Op.DELAYED, index, NONE);
    }

    /** An operator of nodes, simplified. */
    public int apply(Op op, int... nodes) {
        return switch (op) {
            case ADD -> add(nodes);
            case NEGATE -> negate(nodes[0]);
            case MULTIPLY -> multiply(nodes[0], nodes[1]);
            case DIVIDE -> divide(nodes[0], nodes[1]);
            case POWER -> power(nodes[0], nodes[1]);
            case SELECT -> select(nodes[0], nodes[1], nodes[2]);
            default -> folded(op, nodes);
        };
    }

    public int subtract(int a, int b) {
        return add(a, negate(b));
    }

    public int negate(int a) {
        if (ops[a] == Op.NEGATE) {
            return arguments[a][0];
        }
        return folded(Op.NEGATE, a);
    }

    public int add(int... nodes) {
        int[] terms = new int[nodes.length];
        int count = 0;
        double constant = 0;
        for (int node : nodes) {
            if (isConstant(node)) {
                constant += values[node];
            } else {
                terms[count++] = node;
            }
        }
        if (constant != 0 || count == 0) {
            terms = Arrays.copyOf(terms, count + 1);
            terms[count++] = constant(constant);
        }
        return sum(Arrays.copyOf(terms, count));
    }

    private int sum(int[] terms) {
        if (terms.length == 1) {
            return terms[0];
        }
        if (terms.length <= LONGEST_SUM) {
            return intern(Op.ADD, 0, terms);
        }
        int[] parts = new int[(terms.length + LONGEST_SUM - 1) / LONGEST_SUM];
        for (int i = 0; i < parts.length; i++) {
            int from = i * LONGEST_SUM;
            parts[i] = sum(Arrays.copyOfRange(terms, from, Math.min(from + LONGEST_SUM, terms.length)));
        }
        return sum(parts);
    }

    public int multiply(int a, int b) {
        if (isConstant(a, 1)) {
            return b;
        }
        if (isConstant(b, 1)) {
            return a;
        }
        if (isConstant(a, -1)) {
            return negate(b);
        }
        if (isConstant(b, -1)) {
            return negate(a);
        }
        if (ops[a] == Op.NEGATE) {
            return negate(multiply(arguments[a][0], b));
        }
        if (ops[b] == Op.NEGATE) {
            return negate(multiply(a, arguments[b][0]));
        }
        // One order of factors, so that equal products are one node.
        return a <= b ? folded(Op.MULTIPLY, a, b) : folded(Op.MULTIPLY, b, a);
    }

    public int divide(int a, int b) {
        return isConstant(b, 1) ? a : folded(Op.DIVIDE, a, b);
    }

    public int power(int base, int exponent) {
        if (isConstant(exponent) && !isConstant(base)) {
            double value = values[exponent];
            if (value == 1) {
                return base;
            }
            if (value == 2) {
                return multiply(base, base);
            }
            if (value == 3) {
                return multiply(multiply(base, base), base);
            }
            if (value == 4) {
                int square = multiply(base, base);
                return multiply(square, square);
            }
            if (value == -1) {
                return divide(constant(1), base);
            }
        }
        return folded(Op.POWER, base, exponent);
    }

    public int select(int condition, int then, int otherwise) {
        if (isConstant(condition)) {
            return values[condition] != 0 ? then : otherwise;
        }
        return then == otherwise ? then : intern(Op.SELECT, 0, new int[] {condition, then, otherwise});
    }

    private int folded(Op op, int... nodes) {
        for (int node : nodes) {
            if (!isConstant(node)) {
                return intern(op, 0, nodes.clone());
            }
        }
        double b = nodes.length > 1 ? values[nodes[1]] : 0;
        double c = nodes.length > 2 ? values[nodes[2]] : 0;
        return constant(Arithmetic.value(op, values[nodes[0]], b, c));
    }

    private int intern(Op op, double value, int[] nodes) {
        int mask = table.length - 1;
        int slot = hash(op, value, nodes) & mask;
        while (table[slot] >= 0) {
            int node = table[slot];
            if (ops[node] == op
                    && Double.doubleToLongBits(values[node]) == Double.doubleToLongBits(value)
                    && Arrays.equals(arguments[node], nodes)) {
                return node;
            }
            slot = (slot + 1) & mask;
        }
        if (size == ops.length) {
            grow();
            return intern(op, value, nodes);
        }
        ops[size] = op;
        values[size] = value;
        arguments[size] = nodes;
        table[slot] = size;
        return size++;
    }

    private void grow() {
        ops = Arrays.copyOf(ops, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        arguments = Arrays.copyOf(arguments, 2 * size);
        table = new int[8 * size];
        Arrays.fill(table, -1);
        int mask = table.length - 1;
        for (int node = 0; node < size; node++) {
            int slot = hash(ops[node], values[node], arguments[node]) & mask;
            while (table[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = node;
        }
    }

    private static int hash(Op op, double value, int[] nodes) {
        int hash = 31 * op.name().hashCode() + Double.hashCode(value);
        for (int node : nodes) {
            hash = 31 * hash + node;
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** Which nodes the given ones are made of, themselves among them. */
    public boolean[] needed(int... roots) {
        int top = -1;
        for (int root : roots) {
            top = Math.max(top, root);
        }
        boolean[] needed = new boolean[top + 1];
        for (int root : roots) {
            needed[root] = true;
        }
        for (int node = top; node >= 0; node--) {
            if (needed[node]) {
                for (int argument : arguments[node]) {
                    needed[argument] = true;
                }
            }
        }
        return needed;
    }

    /** The indices of the leaves of a kind that the given nodes are made of, ascending. */
    public int[] leaves(Op kind, int... roots) {
        boolean[] needed = needed(roots);
        return IntStream.range(0, needed.length)
                .filter(node -> needed[node] && ops[node] == kind)
                .map(this::index)
                .sorted()
                .toArray();
    }

    /** A node with its leaves replaced. */
    int replace(int root, IntUnaryOperator leaf) {
        boolean[] needed = needed(root);
        int[] image = new int[needed.length];
        for (int node = 0; node < needed.length; node++) {
            if (needed[node]) {
                image[node] = ops[node].isLeaf() ? leaf.applyAsInt(node) : replaced(node, image);
            }
        }
        return image[root];
    }

    private int replaced(int node, int[] image) {
        return apply(
                ops[node],
                IntStream.of(arguments[node]).map(argument -> image[argument]).toArray());
    }
}
