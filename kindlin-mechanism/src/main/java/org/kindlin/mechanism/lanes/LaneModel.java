package org.kindlin.mechanism.lanes;

import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.numerics.sparse.SymbolicLu;

/**
 * A model as vector code, one set in each lane. Immutable and shareable between threads, which then share its warming up as
 * well.
 */
public final class LaneModel {
    private static final int FEWEST_LANES = 4;
    /** Code of more multiplications a factorisation, or of more nodes, would be compiled for longer than it serves. */
    private static final int MOST_MULTIPLICATIONS = 3_000;

    private static final int MOST_NODES = 6_000;

    private final CompiledModel model;
    private final LaneSystem system;
    private final Formulas observation;

    /** The code of a model that {@link #takes} accepts. */
    public LaneModel(CompiledModel model, Observables observables) {
        this.model = model;
        this.system = new LaneSystem(model);
        this.observation = Formulas.compiled(model.equations().graph(), observables.nodes());
    }

    /**
     * Whether a model has nothing but rates: no events, delays, algebraic rules, fast reactions or constraints, and no
     * discontinuity that depends on a state; and whether it is small enough.
     */
    public static boolean takes(CompiledModel model) {
        return Lanes.COUNT >= FEWEST_LANES
                && !model.equations().states().isEmpty()
                && !model.equations().algebraic()
                && model.equations().events().isEmpty()
                && model.equations().delays().isEmpty()
                && model.equations().equilibria().isEmpty()
                && model.equations().constraints().length == 0
                && model.rootsOfTime()
                && isSmall(model);
    }

    private static boolean isSmall(CompiledModel model) {
        SymbolicLu symbolic = model.pattern().symbolicLu();
        int nodes = 0;
        for (boolean needed : model.equations().graph().needed(model.jacobianNodes())) {
            nodes += needed ? 1 : 0;
        }
        return nodes <= MOST_NODES && symbolic.multiplications(MOST_MULTIPLICATIONS) < MOST_MULTIPLICATIONS;
    }

    CompiledModel model() {
        return model;
    }

    LaneSystem system() {
        return system;
    }

    Formulas observation() {
        return observation;
    }
}
