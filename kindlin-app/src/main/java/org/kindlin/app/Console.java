package org.kindlin.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where results and messages go: results to {@code out}, progress and logs to {@code err}.
 *
 * @param out standard output, UTF-8 whatever the locale
 * @param err standard error, UTF-8 whatever the locale
 * @param terminal whether a person watches standard error
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** The process's own streams. */
    static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                watched(System.console()));
    }

    private static boolean watched(java.io.@Nullable Console console) {
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
