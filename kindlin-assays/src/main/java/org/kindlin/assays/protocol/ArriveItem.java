package org.kindlin.assays.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The essential ten of ARRIVE 2.0 (N. Percie du Sert et al., PLoS Biol. 18:e3000410, 2020). Items that the analysis itself answers
 * have no key; the others must be stated, and are listed as missing where they are not.
 */
public enum ArriveItem {
    STUDY_DESIGN("1 study design", "studyDesign", "Groups compared, controls and the experimental unit"),
    SAMPLE_SIZE("2 sample size", "sampleSizeBasis", "How the number of animals was decided"),
    CRITERIA(
            "3 inclusion and exclusion criteria",
            "criteria",
            "Criteria for including and excluding animals, set beforehand"),
    RANDOMISATION(
            "4 randomisation", "randomisation", "How animals were allocated, and how order effects were minimised"),
    BLINDING("5 blinding", "blinding", "Who knew the allocation at each stage"),
    OUTCOMES("6 outcome measures", "outcome", "The primary outcome"),
    STATISTICS("7 statistical methods", "", ""),
    ANIMALS("8 experimental animals", "animals", "Species, strain, sex, age or weight, and health status"),
    PROCEDURES(
            "9 experimental procedures",
            "procedures",
            "What was done, how, when, where and why: cells, doses, route, schedule"),
    RESULTS("10 results", "", "");

    private final String title;
    private final String key;
    private final String meaning;

    ArriveItem(String title, String key, String meaning) {
        this.title = title;
        this.key = key;
        this.meaning = meaning;
    }

    /** Number and name. */
    public String title() {
        return title;
    }

    /** Whether only the user can say it. */
    public boolean mustBeStated() {
        return !key.isEmpty();
    }

    private Key<String> protocolKey() {
        return Key.text(key, null, meaning + " (ARRIVE 2.0, item " + title + ")");
    }

    /** The keys of the items that must be stated. */
    public static List<Key<?>> keys() {
        return Arrays.stream(values())
                .filter(ArriveItem::mustBeStated)
                .<Key<?>>map(ArriveItem::protocolKey)
                .toList();
    }

    /** The items that were stated, with their texts. */
    public static Map<ArriveItem, String> stated(Resolved settings) {
        Map<ArriveItem, String> stated = new LinkedHashMap<>();
        Arrays.stream(values())
                .filter(ArriveItem::mustBeStated)
                .forEach(item -> settings.find(item.protocolKey()).ifPresent(text -> stated.put(item, text)));
        return stated;
    }

    /** The titles of items that must be stated and are not. */
    public static List<String> missing(Map<ArriveItem, String> stated) {
        return Arrays.stream(values())
                .filter(ArriveItem::mustBeStated)
                .filter(item -> !stated.containsKey(item))
                .map(ArriveItem::title)
                .toList();
    }

    /** The ten items in one sentence, those that are missing as such. */
    public static String sentence(Map<ArriveItem, String> stated) {
        List<String> items = Arrays.stream(values())
                .map(item -> item.title() + ": "
                        + switch (item) {
                            case STATISTICS -> "above";
                            case RESULTS -> "with intervals, in the tables and figures";
                            default -> stated.getOrDefault(item, "not stated");
                        })
                .toList();
        return "ARRIVE 2.0, essential ten: " + String.join("; ", items) + ".";
    }
}
