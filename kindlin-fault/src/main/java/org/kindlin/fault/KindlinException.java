package org.kindlin.fault;

/** The root of every exception Kindlin throws on purpose; anything else that escapes is a defect. */
public abstract class KindlinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected KindlinException(String message) {
        super(message);
    }
}
