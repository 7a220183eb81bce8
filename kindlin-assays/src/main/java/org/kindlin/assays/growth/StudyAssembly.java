package org.kindlin.assays.growth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Rows become animals: dates become days, arms and fates are joined, contradictions become faults. */
final class StudyAssembly {
    private static final String ONE_ARM = "all";

    private final GrowthProtocol protocol;
    private final Faults faults;
    private final List<Warning> findings;
    private final List<Exclusion> exclusions;
    private final Map<MeasuredRow, Double> days = new HashMap<>();
    private final Map<MeasuredRow, Double> departureDays = new HashMap<>();
    private Optional<StudyDays.DateOrder> order = Optional.empty();
    private Optional<LocalDate> firstDate = Optional.empty();
    private boolean anyArmIsNamed;

    StudyAssembly(GrowthProtocol protocol, Faults faults, List<Warning> findings, List<Exclusion> exclusions) {
        this.protocol = protocol;
        this.faults = faults;
        this.findings = findings;
        this.exclusions = exclusions;
    }

    GrowthData assemble(
            List<MeasuredRow> all,
            String armColumn,
            String animalColumn,
            List<ExposureRow> exposures,
            boolean simulated) {
        List<MeasuredRow> rows = included(all);
        resolveDays(rows);
        Map<String, List<DosingInterval>> dosing =
                new ExposureDays(when -> day(when, order, firstDate), faults).of(exposures, findings);
        rows = withUniqueAnimals(rows);
        Map<String, List<MeasuredRow>> byAnimal = rows.stream()
                .filter(row -> !row.animal().isEmpty())
                .collect(Collectors.groupingBy(MeasuredRow::animal, LinkedHashMap::new, Collectors.toList()));
        new UnitCheck(protocol.reading(), faults).check(byAnimal, days);
        anyArmIsNamed = rows.stream().anyMatch(row -> !row.arm().isEmpty());
        if (!anyArmIsNamed && !rows.isEmpty() && !isOneArm()) {
            faults.add(
                    rows.getFirst().file(),
                    "",
                    "no animal is in an arm",
                    "state arm=COLUMN, give a table of animals and arms as a further file, or state arm=none for a study of one arm");
        }
        Set<String> arms = new LinkedHashSet<>();
        List<Animal> animals = new ArrayList<>();
        List<DataPoint> points = new ArrayList<>();
        byAnimal.forEach((id, own) -> {
            String arm = arm(id, own);
            Animal animal = animal(id, arm, own).withDosing(dosing.getOrDefault(id, List.of()));
            if (!animal.volumes().isEmpty()) {
                arms.add(arm);
                animals.add(animal);
                animal.volumes().forEach(reading -> points.add(point(reading, animal, armColumn, animalColumn)));
            }
        });
        if (animals.isEmpty() && !faults.any()) {
            faults.add(
                    all.isEmpty() ? "" : all.getFirst().file(),
                    "",
                    "holds no tumour volume",
                    "state volume=COLUMN, or length= and width=");
        }
        return new GrowthData(
                armColumn,
                animalColumn,
                List.copyOf(arms),
                animals,
                simulated,
                points,
                List.copyOf(exclusions),
                List.copyOf(findings));
    }

    private boolean isOneArm() {
        return GrowthColumns.isOneArm(protocol.columns().arm());
    }

    private List<MeasuredRow> included(List<MeasuredRow> all) {
        all.stream()
                .filter(row -> !row.exclusion().isEmpty())
                .forEach(row -> exclusions.add(new Exclusion(row.file(), row.place(), row.exclusion())));
        return all.stream().filter(row -> row.exclusion().isEmpty()).toList();
    }

    private void resolveDays(List<MeasuredRow> rows) {
        List<StudyDays.When> all = rows.stream()
                .flatMap(row -> Stream.of(row.when(), row.left()))
                .flatMap(Optional::stream)
                .toList();
        List<StudyDays.When.Slashed> slashed = all.stream()
                .filter(StudyDays.When.Slashed.class::isInstance)
                .map(StudyDays.When.Slashed.class::cast)
                .toList();
        order = protocol.reading().dateOrder().or(() -> StudyDays.order(slashed));
        if (!slashed.isEmpty() && order.isEmpty()) {
            MeasuredRow row = rows.stream()
                    .filter(one -> one.when().stream().anyMatch(StudyDays.When.Slashed.class::isInstance))
                    .findFirst()
                    .orElse(rows.getFirst());
            faults.add(
                    row.file(),
                    row.place(),
                    "dates such as " + slashText(row) + " can be read day first or month first",
                    "state dateOrder=day-first or dateOrder=month-first");
            return;
        }
        boolean hasDates = all.stream().anyMatch(when -> !(when instanceof StudyDays.When.StudyDay));
        boolean hasDays =
                rows.stream().flatMap(row -> row.when().stream()).anyMatch(StudyDays.When.StudyDay.class::isInstance);
        if (hasDates
                && hasDays
                && rows.stream()
                        .flatMap(row -> row.when().stream())
                        .anyMatch(w -> !(w instanceof StudyDays.When.StudyDay))) {
            faults.add(
                    rows.getFirst().file(),
                    "",
                    "some readings have a study day and some a date",
                    "give all as days, or all as dates");
            return;
        }
        firstDate = rows.stream()
                .flatMap(row -> row.when().stream())
                .flatMap(when -> date(when, order).stream())
                .min(Comparator.naturalOrder());
        firstDate.ifPresent(date -> findings.add(new Warning(
                "first-date",
                "The earliest date, " + date + ", is study day "
                        + Prose.number(protocol.reading().firstDay()) + ".")));
        for (MeasuredRow row : rows) {
            row.when().ifPresent(when -> day(when, order, firstDate).ifPresent(day -> days.put(row, day)));
            row.left().ifPresent(when -> day(when, order, firstDate).ifPresent(day -> departureDays.put(row, day)));
        }
    }

    private static String slashText(MeasuredRow row) {
        return row.when()
                .filter(StudyDays.When.Slashed.class::isInstance)
                .map(StudyDays.When.Slashed.class::cast)
                .flatMap(when -> when.dayFirst().or(when::monthFirst))
                .map(date -> String.format(
                        Locale.ROOT, "%02d/%02d/%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear()))
                .orElse("these");
    }

    private static Optional<LocalDate> date(StudyDays.When when, Optional<StudyDays.DateOrder> order) {
        return switch (when) {
            case StudyDays.When.StudyDay _ -> Optional.empty();
            case StudyDays.When.OnDate(LocalDate date) -> Optional.of(date);
            case StudyDays.When.Slashed slashed ->
                order.flatMap(by -> by == StudyDays.DateOrder.DAY_FIRST ? slashed.dayFirst() : slashed.monthFirst());
        };
    }

    private OptionalDouble day(StudyDays.When when, Optional<StudyDays.DateOrder> order, Optional<LocalDate> first) {
        if (when instanceof StudyDays.When.StudyDay(double day)) {
            return OptionalDouble.of(day);
        }
        Optional<LocalDate> date = date(when, order);
        if (date.isEmpty() || first.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                StudyDays.since(first.get(), date.get(), protocol.reading().firstDay()));
    }

    /** Where arms number their animals from 1, animals get their arm's name before their number. */
    private List<MeasuredRow> withUniqueAnimals(List<MeasuredRow> rows) {
        Map<String, Map<Double, Set<String>>> armsByDay = new LinkedHashMap<>();
        Map<String, Set<String>> arms = new LinkedHashMap<>();
        for (MeasuredRow row : rows) {
            Double day = days.get(row);
            if (!row.arm().isEmpty() && day != null && row.volume().isPresent()) {
                arms.computeIfAbsent(row.animal(), _ -> new LinkedHashSet<>()).add(row.arm());
                armsByDay
                        .computeIfAbsent(row.animal(), _ -> new TreeMap<>())
                        .computeIfAbsent(day, _ -> new LinkedHashSet<>())
                        .add(row.arm());
            }
        }
        List<String> repeated = arms.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        if (repeated.isEmpty()) {
            return rows;
        }
        List<String> unclear = repeated.stream()
                .filter(id ->
                        armsByDay.getOrDefault(id, Map.of()).values().stream().noneMatch(set -> set.size() > 1))
                .toList();
        if (!unclear.isEmpty()) {
            String id = unclear.getFirst();
            faults.add(
                    rows.getFirst().file(),
                    "animal " + id,
                    "is in arms " + Prose.list(List.copyOf(arms.getOrDefault(id, Set.of()))) + " on different days",
                    "an animal stays in one arm; correct the arm, or give every animal its own name");
            return rows;
        }
        findings.add(new Warning(
                "animal-names-repeat",
                repeated.size()
                        + (repeated.size() == 1 ? " animal name stands" : " animal names stand")
                        + " in more than one arm on the same days: taken as different animals,"
                        + " told apart by their arm."));
        return rows.stream()
                .map(row -> repeated.contains(row.animal()) && !row.arm().isEmpty() ? renamed(row) : row)
                .toList();
    }

    private MeasuredRow renamed(MeasuredRow row) {
        MeasuredRow renamed = new MeasuredRow(
                row.file(),
                row.place(),
                row.arm() + "/" + row.animal(),
                row.arm(),
                row.when(),
                row.volume(),
                row.length(),
                row.weight(),
                row.reason(),
                row.left(),
                row.operator(),
                row.tumourWeight(),
                row.exclusion());
        Double day = days.get(row);
        if (day != null) {
            days.put(renamed, day);
        }
        Double left = departureDays.get(row);
        if (left != null) {
            departureDays.put(renamed, left);
        }
        return renamed;
    }

    private String arm(String id, List<MeasuredRow> rows) {
        Set<String> arms = rows.stream()
                .map(MeasuredRow::arm)
                .filter(arm -> !arm.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (isOneArm()) {
            return ONE_ARM;
        }
        if (arms.isEmpty() && !anyArmIsNamed) {
            return ""; // said once for all
        }
        if (arms.isEmpty()) {
            faults.add(
                    rows.getFirst().file(),
                    "animal " + id,
                    "is in no arm",
                    "give a column with its arm (state arm=COLUMN), or a table of animals and arms as a further file");
            return "";
        }
        return arms.iterator().next();
    }

    private Animal animal(String id, String arm, List<MeasuredRow> rows) {
        Map<Double, List<MeasuredRow>> byDay = new TreeMap<>();
        rows.stream()
                .filter(row -> days.containsKey(row)
                        && (row.volume().isPresent() || row.weight().isPresent()))
                .forEach(row -> byDay.computeIfAbsent(days.getOrDefault(row, 0.0), _ -> new ArrayList<>())
                        .add(row));
        List<Reading> readings = new ArrayList<>();
        byDay.forEach((day, same) -> readings.add(reading(id, day, same)));
        Optional<Animal.Departure> departure = departure(rows, readings);
        departure.ifPresent(gone -> afterDeparture(id, rows, readings, gone));
        OptionalDouble tumour = rows.stream()
                .filter(row -> row.tumourWeight().isPresent())
                .mapToDouble(row -> row.tumourWeight().getAsDouble())
                .reduce((_, last) -> last);
        return new Animal(id, arm, readings, departure, tumour);
    }

    /** The reading of a day; two operators' readings are averaged, two of one operator contradict each other. */
    private Reading reading(String id, double day, List<MeasuredRow> rows) {
        MeasuredRow first = rows.getFirst();
        List<MeasuredRow> volumes =
                rows.stream().filter(row -> row.volume().isPresent()).toList();
        long operators = volumes.stream().map(MeasuredRow::operator).distinct().count();
        if (volumes.size() > 1 && operators < volumes.size()) {
            faults.add(
                    volumes.get(1).file(),
                    volumes.get(1).place(),
                    "animal " + id + " has a second reading on day " + Prose.number(day) + " (the first: "
                            + volumes.getFirst().place() + ")",
                    "keep one, name the operators in a column, or give every animal its own name");
        }
        OptionalDouble volume =
                volumes.stream().mapToDouble(row -> row.volume().getAsDouble()).average();
        OptionalDouble weight = rows.stream()
                .filter(row -> row.weight().isPresent())
                .mapToDouble(row -> row.weight().getAsDouble())
                .average();
        String operator = volumes.stream().map(MeasuredRow::operator).distinct().collect(Collectors.joining(", "));
        MeasuredRow place = volumes.isEmpty() ? first : volumes.getFirst();
        return new Reading(place.file(), place.place(), day, volume, weight, operator);
    }

    private Optional<Animal.Departure> departure(List<MeasuredRow> rows, List<Reading> readings) {
        List<MeasuredRow> saying = rows.stream()
                .filter(row -> DepartureReason.of(row.reason()).isPresent())
                .toList();
        OptionalDouble stated = rows.stream()
                .filter(departureDays::containsKey)
                .mapToDouble(row -> departureDays.getOrDefault(row, 0.0))
                .findFirst();
        double lastDay = readings.stream().mapToDouble(Reading::day).max().orElse(0);
        if (saying.isEmpty()) {
            return stated.isPresent()
                    ? Optional.of(new Animal.Departure(stated.getAsDouble(), DepartureReason.OTHER, "not stated"))
                    : Optional.empty();
        }
        String text = saying.getLast().reason();
        long withDay = rows.stream().filter(days::containsKey).count();
        boolean onEveryRow = saying.stream().filter(days::containsKey).count() == withDay && withDay > 1;
        double day = stated.orElseGet(() -> onEveryRow
                ? lastDay
                : saying.stream()
                        .filter(days::containsKey)
                        .mapToDouble(row -> days.getOrDefault(row, lastDay))
                        .min()
                        .orElse(lastDay));
        return Optional.of(new Animal.Departure(day, DepartureReason.of(text).orElse(DepartureReason.OTHER), text));
    }

    private void afterDeparture(String id, List<MeasuredRow> rows, List<Reading> readings, Animal.Departure gone) {
        readings.stream()
                .filter(reading -> reading.day() > gone.day())
                .findFirst()
                .ifPresent(late -> faults.add(
                        rows.getFirst().file(),
                        late.place(),
                        "animal " + id + " is measured on day " + Prose.number(late.day()) + ", after it left on day "
                                + Prose.number(gone.day()) + " (" + gone.text() + ")",
                        "correct the day or the animal of one of the two"));
    }

    private static DataPoint point(Reading reading, Animal animal, String armColumn, String animalColumn) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(armColumn, animal.arm());
        subject.put(animalColumn, animal.id());
        subject.put("day", Prose.number(reading.day()));
        double volume = reading.volume().orElseThrow();
        return new DataPoint(
                reading.file(),
                "",
                reading.place(),
                subject,
                "tumour",
                DataPoint.Amount.none(""),
                DataPoint.Amount.of(volume, "mm3"),
                volume > 0 ? DataPoint.Amount.of(Math.log(volume), "ln mm3") : DataPoint.Amount.none("ln mm3"),
                "");
    }
}
