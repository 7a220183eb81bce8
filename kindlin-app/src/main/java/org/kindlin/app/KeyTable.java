package org.kindlin.app;

import java.io.PrintWriter;
import java.util.List;
import org.kindlin.assays.protocol.Key;

/** Prints protocol keys with type, unit, default and meaning, one a line. */
final class KeyTable {

    private KeyTable() {}

    static void print(List<Key<?>> keys, PrintWriter out) {
        int name = keys.stream().mapToInt(key -> key.name().length()).max().orElse(0);
        int initial = keys.stream().mapToInt(key -> initial(key).length()).max().orElse(0);
        for (Key<?> key : keys) {
            out.println("  " + pad(key.name(), name) + "  " + pad(initial(key), initial) + "  " + key.meaning() + " ["
                    + key.type() + (key.unit().isEmpty() ? "" : ", " + key.unit()) + "]");
        }
    }

    private static String initial(Key<?> key) {
        String text = key.defaultText();
        return text == null ? "-" : text;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
