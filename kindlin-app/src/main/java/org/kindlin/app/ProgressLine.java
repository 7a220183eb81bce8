package org.kindlin.app;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that shows how far a long piece of work has come, and vanishes when it is done.
 *
 * <p>Nothing is shown where nobody watches, or before a second has passed. Thread-safe.
 */
final class ProgressLine implements AutoCloseable {
    private static final int BAR = 24;
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private final long start;
    private boolean shown;

    ProgressLine(Console console, LongSupplier nanoClock) {
        this.err = console.err();
        this.terminal = console.terminal();
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /** Shows that {@code done} of {@code total} steps are finished and what is being done now. */
    synchronized void show(int done, int total, String what) {
        if (!terminal || nanoClock.getAsLong() - start < PATIENCE_NANOS) {
            return;
        }
        int filled = total == 0 ? BAR : BAR * done / total;
        err.print("\r\033[K" + "━".repeat(filled) + "╌".repeat(BAR - filled) + " " + done + "/" + total + "  " + what);
        err.flush();
        shown = true;
    }

    /** Shows what is being done where nobody knows how much there is to do. */
    synchronized void show(String what) {
        if (terminal && nanoClock.getAsLong() - start >= PATIENCE_NANOS) {
            err.print("\r\033[K" + what);
            err.flush();
            shown = true;
        }
    }

    /** Wipes the line, so that what is printed next starts clean. */
    @Override
    public synchronized void close() {
        if (shown) {
            err.print("\r\033[K");
            err.flush();
            shown = false;
        }
    }
}
