package org.kindlin.assays.protocol;

import java.util.Arrays;
import java.util.List;

/** Names written in one text, separated by commas. */
public final class NameList {
    private NameList() {}

    /** The names in order, without blank ones. */
    public static List<String> of(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
