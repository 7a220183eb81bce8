package org.kindlin.mechanism.simulate;

/** A simulation cannot go on; becomes a fault of the model's file. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    SimulationException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
