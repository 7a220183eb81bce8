package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plans the code for some nodes of a {@link Graph}, and makes it.
 *
 * <p>A node that is used more than once, or whose formula grows long or deep, is computed once and kept: in a local variable where
 * only the same method uses it, else in the scratch array. Methods stay below {@value #LARGEST_METHOD} bytes, because HotSpot compiles none
 * of over 8,000.
 */
public final class FormulaCompiler {
    static final int LARGEST_METHOD = 6000;
    private static final int LONGEST_FORMULA = 600;
    private static final int DEEPEST_FORMULA = 40;
    private static final int BYTES_PER_LEAF = 6;
    private static final int BYTES_PER_OPERATION = 4;

    private final Graph graph;
    private final int[] outputs;
    private final int[] uses;
    private final boolean[] kept;
    private final int[] bytes;

    private FormulaCompiler(Graph graph, int[] outputs) {
        this.graph = graph;
        this.outputs = outputs;
        boolean[] needed = graph.needed(outputs);
        this.uses = new int[needed.length];
        this.kept = new boolean[needed.length];
        this.bytes = new int[needed.length];
        countUses(needed);
        measure(needed);
    }

    /** The values of these nodes, in this order, as code. */
    public static Formulas compile(Graph graph, int... outputs) {
        return new FormulaCompiler(graph, outputs.clone()).compile();
    }

    private void countUses(boolean[] needed) {
        for (int node = 0; node < needed.length; node++) {
            if (needed[node]) {
                for (int argument : graph.arguments(node)) {
                    uses[argument]++;
                }
            }
        }
        for (int output : outputs) {
            uses[output]++;
        }
    }

    private void measure(boolean[] needed) {
        int[] depth = new int[needed.length];
        for (int node = 0; node < needed.length; node++) {
            if (!needed[node]) {
                continue;
            }
            if (graph.op(node).isLeaf()) {
                bytes[node] = BYTES_PER_LEAF;
                continue;
            }
            int size = BYTES_PER_OPERATION;
            for (int argument : graph.arguments(node)) {
                size += kept[argument] ? BYTES_PER_LEAF : bytes[argument];
                depth[node] = Math.max(depth[node], kept[argument] ? 1 : depth[argument] + 1);
                size += graph.op(node) == Op.ADD ? 1 : 0;
            }
            bytes[node] = size;
            kept[node] = uses[node] > 1 || size > LONGEST_FORMULA || depth[node] > DEEPEST_FORMULA;
        }
    }

    private Formulas compile() {
        List<Part> parts = parts();
        int[] slot = slots(parts);
        int work = Arrays.stream(slot).max().orElse(-1) + 1;
        return new Formulas(new FormulaCode(graph, kept, slot, parts).kernel(), outputs.length, work);
    }

    /** Nodes to keep and outputs to write, in the order of evaluation, cut into methods. */
    private List<Part> parts() {
        List<Integer>[] written = outputsByNode();
        List<Part> parts = new ArrayList<>();
        Part part = new Part(new ArrayList<>(), new ArrayList<>());
        int size = 0;
        for (int node = 0; node < kept.length; node++) {
            boolean output = written[node] != null;
            if (!kept[node] && !output) {
                continue;
            }
            int more = bytes[node] + BYTES_PER_LEAF + (output ? BYTES_PER_LEAF * written[node].size() : 0);
            if (size + more > LARGEST_METHOD && size > 0) {
                parts.add(part);
                part = new Part(new ArrayList<>(), new ArrayList<>());
                size = 0;
            }
            size += more;
            part.nodes().add(node);
            part.outputs().add(output ? written[node] : List.of());
        }
        parts.add(part);
        return parts;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<Integer>[] outputsByNode() {
        List<Integer>[] written = new List[kept.length];
        for (int i = 0; i < outputs.length; i++) {
            if (written[outputs[i]] == null) {
                written[outputs[i]] = new ArrayList<>();
            }
            written[outputs[i]].add(i);
        }
        return written;
    }

    /** The place in the scratch array of what more than one method uses; -1 for the rest. */
    private int[] slots(List<Part> parts) {
        int[] home = new int[kept.length];
        int[] slot = new int[kept.length];
        Arrays.fill(slot, -1);
        for (int i = 0; i < parts.size(); i++) {
            for (int node : parts.get(i).nodes()) {
                home[node] = i;
            }
        }
        int[] next = {0};
        for (int i = 0; i < parts.size(); i++) {
            for (int node : parts.get(i).nodes()) {
                assign(node, i, home, slot, next);
            }
        }
        return slot;
    }

    /** Gives a slot to what the formula of {@code node} takes from other methods. */
    private void assign(int node, int part, int[] home, int[] slot, int[] next) {
        for (int argument : graph.arguments(node)) {
            if (!kept[argument]) {
                assign(argument, part, home, slot, next);
            } else if (home[argument] != part && slot[argument] < 0) {
                slot[argument] = next[0]++;
            }
        }
    }

    /**
     * One method.
     *
     * @param nodes what to compute, in order
     * @param outputs for each of them, where in the result it goes
     */
    record Part(List<Integer> nodes, List<List<Integer>> outputs) {}
}
