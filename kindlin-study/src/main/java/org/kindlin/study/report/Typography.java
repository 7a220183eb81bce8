package org.kindlin.study.report;

/**
 * Turns text into markup: escapes it, and sets Unicode sub- and superscript characters as real ones.
 *
 * <p>Characters that XML forbids, lone surrogates and bidirectional overrides (which let a name show as another) become
 * U+FFFD. Nothing reaches a report except through here or {@link InlineSvg}.
 */
final class Typography {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String RAISED = "0123456789+−";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉ᵢₘₐₓ";
    private static final String LOWERED = "0123456789imax";
    private static final int REPLACEMENT = 0xFFFD;

    private Typography() {}

    /** Text with raised and lowered characters in {@code sup} and {@code sub}. */
    static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        String open = "";
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            String tag = tag(character);
            if (!tag.equals(open)) {
                out.append(open.isEmpty() ? "" : "</" + open + ">").append(tag.isEmpty() ? "" : "<" + tag + ">");
                open = tag;
            }
            append(out, onBaseline(character));
        }
        return out.append(open.isEmpty() ? "" : "</" + open + ">").toString();
    }

    /** Text as it is, escaped for element content and quoted attributes. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(out, character));
        return out.toString();
    }

    private static String tag(int character) {
        if (SUPERSCRIPTS.indexOf(character) >= 0) {
            return "sup";
        }
        return SUBSCRIPTS.indexOf(character) >= 0 ? "sub" : "";
    }

    private static int onBaseline(int character) {
        int raised = SUPERSCRIPTS.indexOf(character);
        if (raised >= 0) {
            return RAISED.charAt(raised);
        }
        int lowered = SUBSCRIPTS.indexOf(character);
        return lowered >= 0 ? LOWERED.charAt(lowered) : character;
    }

    private static void append(StringBuilder out, int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
        }
    }

    private static boolean isAllowed(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        boolean control = character >= 0x7F && character < 0xA0;
        boolean surrogate = character >= 0xD800 && character < 0xE000;
        boolean override = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return !control && !surrogate && !override && (character & 0xFFFE) != 0xFFFE;
    }
}
