package org.kindlin.mechanism.sbml;

import java.util.Map;
import org.kindlin.fault.Findings;

/** The Level 3 packages that a document uses: one that changes the mathematics is refused unless it is understood. */
final class Packages {
    private static final String LEVEL_3 = "http://www.sbml.org/sbml/level3/version1/";

    private Packages() {}

    static void check(XmlElement root, Findings findings) {
        for (Map.Entry<String, String> entry : root.attributes().entrySet()) {
            String key = entry.getKey();
            boolean known =
                    key.startsWith("{" + CompDefinitions.COMP + "}") || key.startsWith("{" + LEVEL_3 + "distrib/");
            if (!known && key.endsWith("}required") && entry.getValue().strip().matches("true|1")) {
                findings.fault(
                        Attributes.place(root),
                        "requires the SBML package '" + name(key) + "', which is not read",
                        "export the model without it");
            }
        }
    }

    /** {@code {http://www.sbml.org/sbml/level3/version1/comp/version1}required} names comp. */
    private static String name(String key) {
        String space = key.substring(1, key.indexOf('}'));
        String tail = space.startsWith(LEVEL_3) ? space.substring(LEVEL_3.length()) : space;
        return Attributes.shortened(
                tail.contains("/") && !tail.startsWith("http") ? tail.substring(0, tail.indexOf('/')) : tail);
    }
}
