package org.kindlin.mechanism.inference;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindlin.mechanism.compile.DelayedValue;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/**
 * What a model says of its values of the past, with the derivatives. Immutable.
 *
 * @param of what each is of, as it is now
 * @param lags how long ago each is
 * @param before what each was before the start
 * @param byDelayed derivatives of the rates by the values of the past
 * @param partials the elements of that
 */
record DelayFormulas(
        List<DirectionalFormulas> of,
        List<DirectionalFormulas> lags,
        List<DirectionalFormulas> before,
        SparseGradient byDelayed,
        Formulas partials) {

    static DelayFormulas of(Equations equations) {
        Graph graph = equations.graph();
        List<DelayedValue> delays = equations.delays();
        SparseGradient byDelayed = delays.isEmpty()
                ? new SparseGradient(new int[0], new int[0], new int[0])
                : SparseGradient.of(graph, Op.DELAYED, equations.derivatives());
        return new DelayFormulas(
                formulas(graph, delays.stream().mapToInt(DelayedValue::of)),
                formulas(graph, delays.stream().mapToInt(DelayedValue::by)),
                formulas(graph, delays.stream().mapToInt(DelayedValue::before)),
                byDelayed,
                Formulas.interpreted(graph, byDelayed.nodes()));
    }

    private static List<DirectionalFormulas> formulas(Graph graph, IntStream nodes) {
        return nodes.mapToObj(node -> new DirectionalFormulas(graph, node)).toList();
    }

    int count() {
        return of.size();
    }

    /** The parameters that values of the past depend on. */
    int[] slots() {
        return Stream.of(of, lags, before)
                .flatMap(List::stream)
                .flatMapToInt(each -> IntStream.of(each.slots()))
                .toArray();
    }
}
