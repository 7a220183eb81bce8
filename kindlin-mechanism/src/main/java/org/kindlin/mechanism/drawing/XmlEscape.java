package org.kindlin.mechanism.drawing;

/** Text as XML content or attribute value. */
final class XmlEscape {
    private XmlEscape() {}

    static String of(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", " ");
    }
}
