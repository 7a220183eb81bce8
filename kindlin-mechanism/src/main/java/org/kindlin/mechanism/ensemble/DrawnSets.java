package org.kindlin.mechanism.ensemble;

import java.util.List;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.prior.PriorParameter;
import org.kindlin.numerics.random.RandomStream;

/**
 * Sets drawn from priors: the number of parameter p in set i comes from the stream of (seed, i, p), so that one parameter
 * more leaves the others as they are, and a longer ensemble begins with the shorter one.
 */
public final class DrawnSets implements ParameterSets {
    private final int count;
    private final double[] given;
    private final List<PriorParameter> priors;
    private final int[] slots;
    private final RandomStream random;

    /**
     * Draws.
     *
     * @param given what holds for parameters that are not drawn
     * @param priors of parameters of the model
     */
    public DrawnSets(CompiledModel model, double[] given, List<PriorParameter> priors, int count, long seed) {
        this.count = count;
        this.given = given.clone();
        this.priors = List.copyOf(priors);
        this.slots = priors.stream().mapToInt(each -> slot(model, each.id())).toArray();
        this.random = RandomStream.ofSeed(seed).child("priors");
    }

    private static int slot(CompiledModel model, String id) {
        return model.equations()
                .parameter(id)
                .orElseThrow(() -> new InputFaultException(
                        new Fault(model.source(), id, "no parameter of the model", "see its text")));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double[] given(int set) {
        RandomStream own = random.child(set);
        double[] values = given.clone();
        for (int i = 0; i < slots.length; i++) {
            PriorParameter prior = priors.get(i);
            values[slots[i]] = prior.prior().draw(given[slots[i]], own.child(prior.id()));
        }
        return values;
    }
}
