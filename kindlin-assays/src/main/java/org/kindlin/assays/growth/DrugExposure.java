package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.result.Prose;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.growth.SimeoniModel;

/**
 * Exposure to one drug as stated: doses of arms, the days of dosing, and one compartment.
 *
 * @param doses mg/kg at each administration, by arm
 * @param firstDay of dosing
 * @param lastDay of dosing
 * @param perDay administrations a day
 * @param halfLife in hours
 * @param peakPerDose concentration that 1 mg/kg adds; empty where concentrations are in mg/kg of drug in the body
 */
record DrugExposure(
        Map<String, Double> doses,
        double firstDay,
        double lastDay,
        int perDay,
        double halfLife,
        Optional<Double> peakPerDose) {
    static final Key<String> DOSES = Key.text(
            "doses",
            null,
            "Doses of one drug for Simeoni's model: arm: mg/kg at each administration, separated by commas (drug 25: 25, drug 50: 50)");
    static final Key<String> DOSING_DAYS =
            Key.text("dosingDays", null, "First and last study day of dosing, as in 0 to 20");
    static final Key<Double> PER_DAY = Key.number("dosesPerDay", 1, 6, "1", "Administrations a day (BID: 2)");
    static final Key<Double> HALF_LIFE = Key.number(
            "drugHalfLife", 0.01, 10_000, "24", "Half-life of the drug in the animals, h; an assumption unless stated");
    static final Key<Double> PEAK = Key.number(
            "concentrationPerDose",
            1e-9,
            1e9,
            null,
            "Concentration in ng/mL that 1 mg/kg adds at once; without it concentrations are mg/kg of drug left in the body");

    private static final double HOURS = 24;
    private static final int MOST_DOSES = 2000;

    DrugExposure {
        doses = Collections.unmodifiableMap(new LinkedHashMap<>(doses));
    }

    static List<Key<?>> keys() {
        return List.of(DOSES, DOSING_DAYS, PER_DAY, HALF_LIFE, PEAK);
    }

    static Optional<DrugExposure> of(Resolved settings, Faults faults) {
        Optional<String> text = settings.find(DOSES);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> doses = new LinkedHashMap<>();
        for (String part : NameList.of(text.get())) {
            int colon = part.lastIndexOf(':');
            Optional<Double> dose = FiniteNumber.parse(part.substring(colon + 1));
            if (colon < 1 || dose.filter(mg -> mg > 0 && mg < 1e6).isEmpty()) {
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
                || (last.get() - first.get() + 1) * perDay > MOST_DOSES) {
            fault(
                    settings,
                    DOSING_DAYS,
                    "the days of dosing are not known",
                    "state dosingDays=FIRST to LAST, at most " + MOST_DOSES + " administrations",
                    faults);
            return Optional.empty();
        }
        return doses.isEmpty()
                ? Optional.empty()
                : Optional.of(new DrugExposure(
                        doses, first.get(), last.get(), perDay, settings.get(HALF_LIFE), settings.find(PEAK)));
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }

    /** Faults of arms that the study does not have. */
    void check(List<String> arms, Faults faults) {
        doses.keySet().stream()
                .filter(arm -> !arms.contains(arm))
                .forEach(arm -> faults.add(
                        "--set",
                        DOSES.name(),
                        "no arm is called '" + arm + "'",
                        "the arms are " + String.join(", ", arms)));
    }

    String unit() {
        return peakPerDose.isPresent() ? "ng/mL" : "mg/kg";
    }

    private double elimination() {
        return Math.log(2) * HOURS / halfLife;
    }

    /** The exposure of an arm in days since a study day. */
    SimeoniModel.Exposure of(String arm, double origin) {
        double dose = doses.getOrDefault(arm, 0.0) * peakPerDose.orElse(1.0);
        List<Double> times = new ArrayList<>();
        for (double day = firstDay; day <= lastDay; day++) {
            for (int i = 0; i < perDay; i++) {
                times.add(day - origin + (double) i / perDay);
            }
        }
        return SimeoniModel.doses(times, dose, elimination());
    }

    /** Mean concentration of the highest dose once it has come to a steady state. */
    double averageOfHighest() {
        double highest =
                doses.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return highest * peakPerDose.orElse(1.0) * perDay / elimination();
    }

    String text() {
        return "Exposure is assumed: " + Prose.number(perDay) + (perDay == 1 ? " dose" : " doses")
                + " a day on days " + Prose.number(firstDay) + " to " + Prose.number(lastDay)
                + ", each at once into one compartment with a half-life of " + Prose.number(halfLife) + " h"
                + peakPerDose
                        .map(peak -> ", 1 mg/kg adding " + Prose.number(peak) + " ng/mL.")
                        .orElse("; concentrations are mg/kg of drug in the body.");
    }
}
