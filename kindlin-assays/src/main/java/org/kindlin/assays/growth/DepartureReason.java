package org.kindlin.assays.growth;

import java.util.Locale;
import java.util.Optional;

/** Why an animal left a study, and what that does to the analysis. */
public enum DepartureReason {
    /** Euthanised because of the tumour's size: depends on what was measured, so missing at random given the last reading. */
    TUMOUR_SIZE("tumour size", "size", "volume", "burden", "large", "humane endpoint - tumour", "tv limit", "tumor"),
    /** Ulceration of the tumour. */
    ULCERATION("ulceration", "ulcer", "necro"),
    /** Weight loss, moribund or found dead: a competing event. */
    TOXICITY(
            "toxicity or death",
            "tox",
            "weight",
            "moribund",
            "found dead",
            "dead",
            "died",
            "death",
            "clinical",
            "bwl",
            "mortality",
            "condition"),
    /** Killed for tissue on a day set beforehand, or the study's end. */
    SCHEDULED(
            "scheduled end",
            "sched",
            "end of study",
            "study end",
            "terminal",
            "satellite",
            "interim",
            "planned",
            "complet",
            "necropsy",
            "alive",
            "surviv",
            "final"),
    /** Misdosing, escape, a procedure: unrelated to tumour and treatment. */
    ACCIDENT(
            "accident",
            "acciden",
            "gavage",
            "misdos",
            "escape",
            "technical",
            "procedure",
            "anesth",
            "anaesth",
            "error"),
    /** Anything else. */
    OTHER("other");

    private final String label;
    /** Separated by bars. */
    private final String words;

    DepartureReason(String label, String... words) {
        this.label = label;
        this.words = String.join("|", words);
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** The reason that a text means; empty for none at all ("", "-", "NA", "ongoing"). */
    static Optional<DepartureReason> of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()
                || plain.matches("-|na|n/a|none|no|nan|null|0|on study|ongoing|active|on-study|ok|normal")) {
            return Optional.empty();
        }
        DepartureReason[] order = {ULCERATION, TUMOUR_SIZE, ACCIDENT, TOXICITY, SCHEDULED};
        for (DepartureReason reason : order) {
            for (String word : reason.words.split("\\|", -1)) {
                if (!word.isEmpty() && plain.contains(word)) {
                    return Optional.of(reason);
                }
            }
        }
        return Optional.of(OTHER);
    }

    /** Whether the animal was alive and on treatment until a day that nobody chose by its tumour. */
    boolean isCompetingEvent() {
        return this == TOXICITY;
    }
}
