package org.kindlin.assays.growth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.fault.Faults;

/**
 * Doses of one drug as the protocol states them: the same for every animal of an arm, until it left.
 *
 * @param doses mg/kg at each administration, by arm
 * @param firstDay of dosing
 * @param lastDay of dosing
 * @param perDay administrations a day
 * @param drug its name
 * @param route in CDISC's words, empty where not stated
 */
record StatedDoses(Map<String, Double> doses, double firstDay, double lastDay, int perDay, String drug, String route) {
    static final Key<String> DOSES = Key.text(
            "doses",
            null,
            "Doses of one drug for Simeoni's model: arm: mg/kg at each administration, separated by commas (drug 25: 25, drug 50: 50);"
                    + " they take the place of doses that the files hold");
    static final Key<String> DOSING_DAYS =
            Key.text("dosingDays", null, "First and last study day of dosing, as in 0 to 20");
    static final Key<Double> PER_DAY = Key.number("dosesPerDay", 1, 6, "1", "Administrations a day (BID: 2)");
    static final Key<String> DRUG = Key.text(
            "drug",
            null,
            "Name of the drug whose effect Simeoni's model describes: EXTRT of SEND domains, and which of several drugs in them");
    static final Key<String> ROUTE = Key.text(
            "doseRoute", null, "Route of the stated doses, EXROUTE of SEND domains (ORAL GAVAGE, INTRAVENOUS)");

    private static final String UNIT = "mg/kg";
    private static final String UNNAMED = "TEST ARTICLE";

    StatedDoses {
        doses = Collections.unmodifiableMap(new LinkedHashMap<>(doses));
    }

    static List<Key<?>> keys() {
        return List.of(DOSES, DOSING_DAYS, PER_DAY, DRUG, ROUTE);
    }

    static Optional<StatedDoses> of(Resolved settings, Faults faults) {
        Optional<String> text = settings.find(DOSES);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> doses = new LinkedHashMap<>();
        for (String part : NameList.of(text.get())) {
            int colon = part.lastIndexOf(':');
            Optional<Double> dose = FiniteNumber.parse(part.substring(colon + 1));
            if (colon < 1 || dose.filter(mg -> mg >= 0 && mg < 1e6).isEmpty()) {
                fault(settings, DOSES, "'" + part + "' is not an arm and its dose", "write arm: mg/kg", faults);
            } else {
                doses.put(part.substring(0, colon).strip(), dose.get());
            }
        }
        String[] days = settings.find(DOSING_DAYS).orElse("").split("\\s+to\\s+|\\s*\\.\\.\\s*", -1);
        Optional<Double> first = FiniteNumber.parse(days[0]);
        Optional<Double> last = FiniteNumber.parse(days[days.length - 1]);
        int perDay = (int) Math.rint(settings.get(PER_DAY));
        if (first.isEmpty()
                || last.isEmpty()
                || last.get() < first.get()
                || (last.get() - first.get() + 1) * perDay > DosingSchedule.MOST_DOSES) {
            fault(
                    settings,
                    DOSING_DAYS,
                    "the days of dosing are not known",
                    "state dosingDays=FIRST to LAST, at most " + DosingSchedule.MOST_DOSES + " administrations",
                    faults);
            return Optional.empty();
        }
        return doses.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatedDoses(
                        doses,
                        first.get(),
                        last.get(),
                        perDay,
                        settings.find(DRUG).orElse(UNNAMED),
                        settings.find(ROUTE).orElse("")));
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }

    /** The study with these doses in place of any that its files hold; faults of arms that it does not have. */
    GrowthData given(GrowthData study, Faults faults) {
        doses.keySet().stream()
                .filter(arm -> !study.arms().contains(arm))
                .forEach(arm -> faults.add(
                        "--set",
                        DOSES.name(),
                        "no arm is called '" + arm + "'",
                        "the arms are " + String.join(", ", study.arms())));
        return study.withAnimals(study.animals().stream()
                .map(animal -> animal.withDosing(Optional.ofNullable(doses.get(animal.arm()))
                        .map(dose -> dosing(animal, dose))
                        .orElse(List.of())))
                .toList());
    }

    private List<DosingInterval> dosing(Animal animal, double dose) {
        DosingSchedule whole = new DosingSchedule(DosingFrequency.daily(perDay), firstDay, lastDay);
        return animal.departure().map(gone -> whole.until(gone.day())).orElse(Optional.of(whole)).stream()
                .map(schedule -> new DosingInterval(
                        drug,
                        OptionalDouble.of(dose),
                        UNIT,
                        Optional.of(schedule),
                        new DosingInterval.Formulation("", route, "")))
                .toList();
    }
}
