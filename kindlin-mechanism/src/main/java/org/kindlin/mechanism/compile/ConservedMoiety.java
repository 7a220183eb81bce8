package org.kindlin.mechanism.compile;

import java.util.List;

/**
 * A weighted sum of amounts that no reaction changes.
 *
 * @param dependent the state that the others and the total determine
 * @param terms the states in it, the dependent one first with weight 1
 */
public record ConservedMoiety(int dependent, List<Term> terms) {
    public ConservedMoiety {
        terms = List.copyOf(terms);
    }

    /** A state with its weight. */
    public record Term(int state, double weight) {}

    /** As people write it: {@code S1 + 2 S2}. */
    public String text(Equations equations) {
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            String sign = term.weight() < 0 ? " - " : text.isEmpty() ? "" : " + ";
            double size = Math.abs(term.weight());
            String weight = size == 1
                    ? ""
                    : (size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size)) + " ";
            text.append(sign)
                    .append(weight)
                    .append(equations.states().get(term.state()).id());
        }
        return text.toString();
    }
}
