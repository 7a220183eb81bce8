package org.kindlin.study.report;

/**
 * A writer of well-formed XHTML that is also HTML 5: text and attributes are escaped here, elements close themselves.
 *
 * <p>Attributes are given as names and values in turn. Not thread-safe.
 */
public final class Html {
    private final StringBuilder out = new StringBuilder(65_536);

    /** An element around whatever the body writes. */
    public Html element(String tag, Runnable body, String... attributes) {
        open(tag, attributes);
        body.run();
        out.append("</").append(tag).append(">\n");
        return this;
    }

    /** An element around text, which is typeset. */
    public Html element(String tag, String text, String... attributes) {
        inline(tag, text, attributes);
        out.append('\n');
        return this;
    }

    /** An element within a line, which adds no white space of its own. */
    public Html inline(String tag, String text, String... attributes) {
        open(tag, attributes);
        out.append(Typography.html(text)).append("</").append(tag).append('>');
        return this;
    }

    /** An element that has no content. */
    public Html empty(String tag, String... attributes) {
        out.append('<').append(tag);
        attributes(attributes);
        out.append("/>\n");
        return this;
    }

    public Html text(String text) {
        out.append(Typography.html(text));
        return this;
    }

    /** Markup from this package's own resources or from {@link InlineSvg}. */
    public Html trusted(String markup) {
        out.append(markup);
        return this;
    }

    private void open(String tag, String... attributes) {
        out.append('<').append(tag);
        attributes(attributes);
        out.append('>');
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(Typography.escape(attributes[i + 1]))
                    .append('"');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
