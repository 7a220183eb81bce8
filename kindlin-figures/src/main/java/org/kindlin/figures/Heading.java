package org.kindlin.figures;

import java.util.regex.Pattern;

/**
 * What every figure says about itself: name, title, subtitle, caption, and whether its data are simulated.
 *
 * @param name file-name stem: letters, digits, dots, dashes and underscores
 * @param simulated marks the figure "SIMULATED DATA" in its corner
 */
public record Heading(String name, String title, String subtitle, String caption, boolean simulated) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public Heading {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a figure's name is a plain file-name stem: " + name);
        }
    }

    public static Heading of(String name, String title) {
        return new Heading(name, title, "", "", false);
    }

    public Heading subtitle(String text) {
        return new Heading(name, title, text, caption, simulated);
    }

    public Heading caption(String text) {
        return new Heading(name, title, subtitle, text, simulated);
    }

    public Heading simulated(boolean isSimulated) {
        return new Heading(name, title, subtitle, caption, isSimulated);
    }

    String description() {
        String mark = simulated ? "Simulated data. " : "";
        return (mark + subtitle + (subtitle.isEmpty() || subtitle.endsWith(".") ? " " : ". ") + caption).strip();
    }
}
