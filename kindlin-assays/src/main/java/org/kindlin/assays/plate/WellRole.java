package org.kindlin.assays.plate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a well is there for. */
public enum WellRole {
    /** Treated with the compound under test. */
    SAMPLE("sample", "compound|test|treated"),
    /** Enzyme or cells with vehicle only: no inhibition. */
    VEHICLE("vehicle", "dmso|negative|negative control|neg|solvent|untreated"),
    /** Fully inhibited by a reference compound. */
    POSITIVE("positive", "positive control|pos|inhibitor|full inhibition"),
    /** Buffer or medium only: the reader's background. */
    BLANK("blank", "buffer|background|medium|media"),
    /** Everything but the enzyme. */
    NO_ENZYME("no-enzyme", "minus enzyme|enzyme-free|no enzyme control"),
    /** A calibrator of known amount. */
    STANDARD("standard", "std|calibrator"),
    /** Holds nothing. */
    EMPTY("empty", "unused|-"),
    /** A specimen of unknown amount, to be read off a standard curve. */
    UNKNOWN("unknown", "unk|specimen"),
    /** Cells that were not activated: what a stimulus is compared with. */
    UNSTIMULATED("unstimulated", "resting|quiescent|unactivated|not stimulated"),
    /** Medium that saw no cells: what the assay makes of its serum. */
    SERUM_BLANK("serum-blank", "serum|cell-free medium|medium without cells|matrix blank");

    private final String label;
    private final String otherSpellings;

    WellRole(String label, String otherSpellings) {
        this.label = label;
        this.otherSpellings = otherSpellings;
    }

    /** The name as plate maps write it: {@code no-enzyme}. */
    public String label() {
        return label;
    }

    /** The role a plate map means; case, spaces, hyphens and underscores do not matter. */
    public static Optional<WellRole> parse(String text) {
        String wanted = normal(text);
        return Arrays.stream(values())
                .filter(role ->
                        role.spellings().anyMatch(spelling -> normal(spelling).equals(wanted)))
                .findFirst();
    }

    private Stream<String> spellings() {
        return Stream.concat(Stream.of(label), Arrays.stream(otherSpellings.split("\\|", -1)));
    }

    /** All roles, for a fault to list. */
    public static String all() {
        return Arrays.stream(values()).map(WellRole::label).collect(Collectors.joining(", "));
    }

    private static String normal(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return stripped.equals("-") ? stripped : stripped.replaceAll("[\\s_-]+", "");
    }
}
