package org.kindlin.assays.viability;

import java.util.List;
import java.util.Locale;

/** Inhibitors of focal adhesion kinase by their names: those whose effect two-dimensional growth hardly shows. */
final class KnownFakInhibitor {
    private static final List<String> NAMES = List.of(
            "defactinib",
            "vs6063",
            "pf04554878",
            "vs4718",
            "pnd1186",
            "pf562271",
            "vs6062",
            "pf573228",
            "gsk2256098",
            "bi853520",
            "in10018",
            "ifebemtinib",
            "tae226",
            "y15",
            "faki14",
            "cep37440",
            "conteltinib",
            "ct707");

    private KnownFakInhibitor() {}

    /** Whether the name is one of them; case, spaces and hyphens do not matter. */
    static boolean is(String compound) {
        String normal = compound.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
        return NAMES.stream().anyMatch(name -> normal.equals(name) || normal.equals(name + "hcl"));
    }
}
