package org.kindlin.mechanism.export;

/** Text for XML. */
final class Xml {
    private Xml() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 || c == '\t' || c == '\n';
                    out.appendCodePoint(allowed ? c : '\uFFFD');
                }
            }
        });
        return out.toString();
    }

    /** A number without a trailing .0. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
