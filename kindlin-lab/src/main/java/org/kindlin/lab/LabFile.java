package org.kindlin.lab;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A file the virtual lab wrote.
 *
 * @param name file name, without folders
 * @param bytes content; carries the mark of simulated data
 */
public record LabFile(String name, byte[] bytes) {

    public static LabFile ofText(String name, String text) {
        return new LabFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file-name stem of a plate: {@code fak-plate-1} for {@code FAK plate 1}. */
    public static String stem(String plate) {
        return plate.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
    }
}
