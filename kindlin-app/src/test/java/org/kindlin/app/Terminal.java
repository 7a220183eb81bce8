package org.kindlin.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A captured terminal: runs a command and keeps what it said. */
record Terminal(int exit, String out, String err) {

    static Terminal run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        int exit = Kindlin.run(arguments, console);
        console.flush();
        return new Terminal(exit, out.toString(), err.toString());
    }
}
