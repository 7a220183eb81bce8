package org.kindlin.lab;

import java.nio.charset.StandardCharsets;

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
}
