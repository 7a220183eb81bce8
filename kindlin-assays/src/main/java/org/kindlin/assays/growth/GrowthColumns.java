package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * The columns of one table of a growth study, by the names stated or by those that sheets and exports use.
 *
 * @param wide columns whose header is a day and whose cells are volumes
 */
record GrowthColumns(
        Optional<TidyColumn> arm,
        Optional<TidyColumn> animal,
        Optional<TidyColumn> day,
        Optional<TidyColumn> volume,
        Optional<TidyColumn> length,
        Optional<TidyColumn> width,
        Optional<TidyColumn> height,
        Optional<TidyColumn> weight,
        Optional<TidyColumn> reason,
        Optional<TidyColumn> departureDay,
        Optional<TidyColumn> operator,
        Optional<TidyColumn> tumourWeight,
        Optional<TidyColumn> exclude,
        List<TidyColumn> wide) {
    private static final int FEWEST_WIDE = 2;

    /** Stated as the column of arms where there is one arm. */
    private static final String NO_ARM = "none";

    private static final List<String> ARM = List.of(
            "treatment",
            "arm",
            "treatmentgroup",
            "groupname",
            "group",
            "trt",
            "cohort",
            "regimen",
            "dosegroup",
            "studygroup",
            "testarticle",
            "armcd",
            "setcd");
    private static final List<String> ANIMAL = List.of(
            "animalid",
            "animal",
            "id",
            "usubjid",
            "subjectid",
            "subject",
            "mouseid",
            "mouse",
            "animalno",
            "animalnumber",
            "animalname",
            "mouseno",
            "mousenumber",
            "rat",
            "ratid",
            "eartag",
            "tag");
    private static final List<String> DAY = List.of(
            "day",
            "studyday",
            "days",
            "dayofstudy",
            "dayonstudy",
            "dayposttreatment",
            "daysposttreatment",
            "dayspostimplant",
            "dayspostimplantation",
            "dayspostrandomization",
            "dayspostrandomisation",
            "dpi",
            "time",
            "timepoint",
            "date",
            "measurementdate",
            "dateofmeasurement",
            "studydate",
            "measuredate");
    private static final List<String> VOLUME = List.of(
            "tv",
            "volume",
            "tumorvolume",
            "tumourvolume",
            "tumorsize",
            "tumoursize",
            "tumorvol",
            "tumvol",
            "vol",
            "size",
            "tumor",
            "tumour");
    private static final List<String> LENGTH = List.of(
            "length", "l", "tumorlength", "tumourlength", "longdiameter", "longaxis", "length1", "diameter1", "d1");
    private static final List<String> WIDTH = List.of(
            "width", "w", "tumorwidth", "tumourwidth", "shortdiameter", "shortaxis", "length2", "diameter2", "d2");
    private static final List<String> HEIGHT = List.of("height", "h", "tumorheight", "tumourheight", "depth");
    private static final List<String> WEIGHT =
            List.of("bodyweight", "bw", "weight", "animalweight", "bodywt", "bwt", "mouseweight", "wt");
    private static final List<String> REASON = List.of(
            "reason",
            "removalreason",
            "reasonforremoval",
            "departure",
            "fate",
            "disposition",
            "outcome",
            "reasonfordeath",
            "reasonforeuthanasia",
            "causeofdeath",
            "cause",
            "status",
            "event",
            "exitreason",
            "dropout",
            "endpoint");
    private static final List<String> DEPARTURE_DAY = List.of(
            "departureday",
            "deathday",
            "dayofdeath",
            "removalday",
            "dayremoved",
            "exitday",
            "deathdate",
            "dateofdeath",
            "removaldate",
            "euthanasiaday",
            "dayofeuthanasia",
            "dayofsacrifice");
    private static final List<String> OPERATOR =
            List.of("operator", "measurer", "measuredby", "technician", "observer", "user", "initials");
    private static final List<String> TUMOUR_WEIGHT = List.of(
            "tumorweight",
            "tumourweight",
            "finaltumorweight",
            "finaltumourweight",
            "excisedweight",
            "tw",
            "tumorwt",
            "tumorweightatend");

    /** Whether the protocol says that there is one arm only. */
    static boolean isOneArm(Optional<String> arm) {
        return arm.filter(name -> name.strip().equalsIgnoreCase(NO_ARM)).isPresent();
    }

    static GrowthColumns of(TidyTable table, GrowthProtocol.Columns stated, Faults faults) {
        Finder finder = new Finder(table, faults);
        Optional<TidyColumn> day = finder.find(stated.day(), DAY);
        Optional<TidyColumn> volume = finder.find(stated.volume(), VOLUME);
        return new GrowthColumns(
                isOneArm(stated.arm()) ? Optional.empty() : finder.find(stated.arm(), ARM),
                finder.find(stated.animal(), ANIMAL),
                day,
                volume,
                finder.find(stated.length(), LENGTH),
                finder.find(stated.width(), WIDTH),
                finder.find(stated.height(), HEIGHT),
                finder.find(stated.weight(), WEIGHT),
                finder.find(stated.reason(), REASON),
                finder.find(stated.departureDay(), DEPARTURE_DAY),
                finder.find(stated.operator(), OPERATOR),
                finder.find(stated.tumourWeight(), TUMOUR_WEIGHT),
                finder.find(stated.exclude(), List.of()),
                day.isPresent() ? List.of() : wide(table));
    }

    private static List<TidyColumn> wide(TidyTable table) {
        List<TidyColumn> days = table.columns().stream()
                .filter(column -> StudyDays.parse(column.name()).isPresent())
                .toList();
        return days.size() < FEWEST_WIDE ? List.of() : days;
    }

    /** Whether a header of these names could stand over a growth study: two columns that we know. */
    static boolean isHeader(List<String> names) {
        List<List<String>> known = List.of(ARM, ANIMAL, DAY, VOLUME, LENGTH, WIDTH, WEIGHT);
        long found = known.stream()
                .filter(list -> names.stream().anyMatch(name -> list.contains(plain(name))))
                .count();
        long days =
                names.stream().filter(name -> StudyDays.parse(name).isPresent()).count();
        return found >= 2 || (found == 1 && days >= FEWEST_WIDE);
    }

    boolean hasCalipers() {
        return length.isPresent() && width.isPresent();
    }

    boolean hasVolumes() {
        return volume.isPresent() || hasCalipers() || !wide.isEmpty();
    }

    /** A header without its unit, case and spaces: {@code Tumor Volume (mm3)} is {@code tumorvolume}. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT)
                .replaceAll("[(\\[].*?[)\\]]", "")
                .replaceAll("[_ ](mm3|mm\\^3|mm³|cm3|cm³|mm|cm|g|mg|ml|ul|cc)$", "")
                .replaceAll("[^a-z0-9]", "");
    }

    /** Looks columns up; no column twice. */
    private static final class Finder {
        private final TidyTable table;
        private final Faults faults;
        private final List<TidyColumn> taken = new ArrayList<>();

        Finder(TidyTable table, Faults faults) {
            this.table = table;
            this.faults = faults;
        }

        Optional<TidyColumn> find(Optional<String> stated, List<String> usual) {
            Optional<TidyColumn> found = stated.isPresent()
                    ? table.required(stated.get(), faults)
                    : usual.stream()
                            .flatMap(name -> table.columns().stream()
                                    .filter(column -> plain(column.name()).equals(name)))
                            .filter(column -> !taken.contains(column))
                            .findFirst();
            found.ifPresent(taken::add);
            return found;
        }
    }
}
