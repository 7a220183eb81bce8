package org.kindlin.mechanism.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.Observable;
import org.kindlin.mechanism.petab.PetabProblem;

/**
 * The placeholders of an observable: as many as its formulas name and as its measurements fill.
 *
 * @param values names in the observable's formula, from 1 on
 * @param noises names in the noise formula, from 1 on
 */
record Placeholders(List<String> values, List<String> noises) {
    private static final int MOST = 1000;

    static Placeholders of(PetabProblem problem, Observable observable) {
        int values = largest(observable.formula(), observable.observablePlaceholder(0));
        int noises = largest(observable.noise(), observable.noisePlaceholder(0));
        for (Measurement each : problem.measurements()) {
            if (each.observable().equals(observable.id())) {
                values = Math.max(values, each.observableParameters().size());
                noises = Math.max(noises, each.noiseParameters().size());
            }
        }
        return new Placeholders(
                IntStream.rangeClosed(1, values)
                        .mapToObj(observable::observablePlaceholder)
                        .toList(),
                IntStream.rangeClosed(1, noises)
                        .mapToObj(observable::noisePlaceholder)
                        .toList());
    }

    /** The largest number in a name like this one, whose number is 0. */
    private static int largest(Expression formula, String zero) {
        String head = zero.substring(0, zero.indexOf('0'));
        String tail = zero.substring(zero.indexOf('0') + 1);
        int largest = 0;
        Deque<Expression> open = new ArrayDeque<>();
        open.push(formula);
        while (!open.isEmpty()) {
            Expression each = open.pop();
            if (each instanceof Expression.Symbol(String id) && id.startsWith(head) && id.endsWith(tail)) {
                String number = id.substring(head.length(), Math.max(head.length(), id.length() - tail.length()));
                if (number.matches("\\d{1,3}")) {
                    largest = Math.min(MOST, Math.max(largest, Integer.parseInt(number)));
                }
            }
            each.parts().forEach(open::push);
        }
        return largest;
    }
}
