package org.kindlin.assays.kinase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kinase that Kindlin knows constants for, with the names it goes by.
 *
 * <p>Residence times are assumptions for defactinib-like inhibitors: none has been published for defactinib. Slow
 * dissociation from FAK and faster dissociation from Pyk2 is the pattern of Berger et al., Cell Chem. Biol. 28:686 (2021).
 */
public enum KnownTarget {
    FAK(List.of("FAK", "PTK2", "FAK1", "FAK-1"), 10, 120),
    PYK2(List.of("Pyk2", "PTK2B", "FAK2", "RAFTK", "CAKb"), 1, 20);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    private final double shortestResidenceMinutes;
    private final double longestResidenceMinutes;

    KnownTarget(List<String> names, double shortestResidenceMinutes, double longestResidenceMinutes) {
        this.names = names;
        this.shortestResidenceMinutes = shortestResidenceMinutes;
        this.longestResidenceMinutes = longestResidenceMinutes;
    }

    /** The name used in results. */
    public String displayName() {
        return names.getFirst();
    }

    /** Lower end of the assumed range of the inhibitor's residence time, in minutes. */
    public double shortestResidenceMinutes() {
        return shortestResidenceMinutes;
    }

    /** Upper end of the assumed range of the inhibitor's residence time, in minutes. */
    public double longestResidenceMinutes() {
        return longestResidenceMinutes;
    }

    /** The target that goes by this name, in any case. */
    public static Optional<KnownTarget> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(target -> target.names.stream()
                        .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }

    /** A target's name as results write it: {@code PTK2} and {@code fak} are both {@code FAK}; others stay as they are. */
    public static String canonical(String name) {
        return named(name).map(KnownTarget::displayName).orElseGet(name::strip);
    }
}
