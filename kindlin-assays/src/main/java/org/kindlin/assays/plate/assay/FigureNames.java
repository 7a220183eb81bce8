package org.kindlin.assays.plate.assay;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** File-safe figure names of one result, each given out once. */
public final class FigureNames {
    private final Set<String> taken = new LinkedHashSet<>();

    /** The name wanted, in lower case with hyphens, numbered where it is taken. */
    public String free(String wanted) {
        String safe =
                wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = safe.isEmpty() ? "figure" : safe;
        for (int i = 2; !taken.add(name); i++) {
            name = safe + "-" + i;
        }
        return name;
    }
}
