package org.kindlin.assays.image.layout;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindlin.assays.input.InputFile;
import org.kindlin.fault.Faults;

/** What a picture or reading is for. */
public enum Role {
    /** What is treated. */
    SAMPLE("sample|treated|treatment|test|"),
    /** What others are compared to. */
    CONTROL("control|vehicle|reference|dmso|untreated"),
    /** Without cells. */
    BLANK("blank|no-cells|background");

    /** Roles where nothing is without cells. */
    public static final Set<Role> OF_CELLS = Set.copyOf(EnumSet.of(SAMPLE, CONTROL));

    private final String names;

    Role(String names) {
        this.names = names;
    }

    /** The role that a study's entry of a file states; a sample, with a fault, where it is none of those allowed. */
    public static Role of(InputFile file, Set<Role> allowed, Faults faults) {
        return of(file.tags().getOrDefault("role", ""), allowed, file.data().path(), "role", faults);
    }

    /** The role of that name, in any case; a sample, with a fault, where it is none of those allowed. */
    static Role of(String text, Set<Role> allowed, String file, String place, Faults faults) {
        Optional<Role> role = allowed.stream()
                .filter(one -> text.strip().toLowerCase(Locale.ROOT).matches(one.names))
                .findFirst();
        if (role.isEmpty()) {
            faults.add(
                    file,
                    place,
                    "'" + text + "' is no role",
                    "give one of "
                            + EnumSet.copyOf(allowed).stream()
                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        return role.orElse(SAMPLE);
    }
}
