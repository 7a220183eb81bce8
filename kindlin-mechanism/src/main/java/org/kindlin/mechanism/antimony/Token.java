package org.kindlin.mechanism.antimony;

/**
 * A word, number, text or sign.
 *
 * @param text the word, the content of the text, or the sign
 * @param number value of a number; NaN of anything else
 * @param line from 1
 * @param column from 1
 */
record Token(Kind kind, String text, double number, int line, int column) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        NEWLINE,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    String place() {
        return "line " + line + ", column " + column;
    }

    /** What stands there, in words. */
    String shown() {
        return switch (kind) {
            case NEWLINE -> "the end of the line";
            case END -> "the end of the file";
            default -> "'" + text + "'";
        };
    }
}
