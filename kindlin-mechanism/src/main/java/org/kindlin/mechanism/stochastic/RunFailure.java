package org.kindlin.mechanism.stochastic;

/** A run cannot go on; becomes a fault of the model's file. */
final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    RunFailure(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
