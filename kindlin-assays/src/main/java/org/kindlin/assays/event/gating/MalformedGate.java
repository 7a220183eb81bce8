package org.kindlin.assays.event.gating;

/** An element of a gating document that does not mean anything; becomes a fault with the line of the element. */
final class MalformedGate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedGate(String message) {
        super(message, null, false, false); // told with the line of the document: no stack is wanted
    }
}
