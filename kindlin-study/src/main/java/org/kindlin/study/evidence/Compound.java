package org.kindlin.study.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A compound under all its names.
 *
 * @param name the name the ledger uses
 * @param aliases other names, wrong spellings among them
 * @param forms molar mass in g/mol by form
 * @param note what to beware of; may be empty
 */
public record Compound(String name, List<String> aliases, Map<String, Double> forms, String note) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");

    public Compound {
        aliases = List.copyOf(aliases);
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** Whether people call it so. */
    public boolean isCalled(String other) {
        String wanted = normal(other);
        return normal(name).equals(wanted)
                || aliases.stream().anyMatch(alias -> normal(alias).equals(wanted));
    }

    private static String normal(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
