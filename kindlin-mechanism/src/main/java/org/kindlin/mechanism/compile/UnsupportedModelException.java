package org.kindlin.mechanism.compile;

/** A model has no meaning, or one that is not supported; the caller knows the file and makes a fault of it. */
final class UnsupportedModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;
    private final String remedy;

    /** @param line where; 0 where that is not known */
    UnsupportedModelException(int line, String problem, String remedy) {
        super(problem);
        this.line = line;
        this.problem = problem;
        this.remedy = remedy;
    }

    int line() {
        return line;
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
