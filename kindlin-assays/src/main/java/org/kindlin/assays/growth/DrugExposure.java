package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.SimeoniModel;

/**
 * The exposure of a study's animals to one drug: those of the control to none, of the others those that got this drug alone and whose
 * doses are all known, each by its own days of dosing. Animals whose doses agree up to their last reading share an exposure.
 *
 * @param unit of doses
 * @param origin study day at which the model's time is zero
 * @param exposures the first without the drug
 * @param places of animals among the exposures, by identifier
 */
record DrugExposure(
        String unit,
        DrugKinetics kinetics,
        double origin,
        List<SimeoniModel.Exposure> exposures,
        Map<String, Integer> places,
        Summary summary) {
    private static final Map<String, Double> PER_WEIGHT =
            Map.of("g/kg", 1000.0, "mg/kg", 1.0, "ug/kg", 1e-3, "ng/kg", 1e-6);

    DrugExposure {
        exposures = List.copyOf(exposures);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /**
     * What was given, in numbers.
     *
     * @param averageOfHighest mean concentration of the highest dose once it has come to a steady state
     * @param text doses and days in words
     */
    record Summary(double averageOfHighest, String text) {}

    /** Doses of one animal, days since the origin. */
    private record Given(List<Double> times, List<Double> doses, double lastReading) {
        int before(double time) {
            return (int) times.stream().filter(at -> at < time).count();
        }

        /** Whether another's doses are the same as far as this animal was measured. */
        boolean isPartOf(Given other) {
            int own = before(lastReading);
            return other.before(lastReading) == own
                    && other.times.subList(0, own).equals(times.subList(0, own))
                    && other.doses.subList(0, own).equals(doses.subList(0, own));
        }
    }

    /** The exposure, or why there is none; neither where no doses are given. */
    record Found(Optional<DrugExposure> exposure, List<Warning> problems) {
        private static Found none(String code, String message) {
            return new Found(Optional.empty(), List.of(new Warning(code, message)));
        }
    }

    static Found of(GrowthData study, GrowthProtocol protocol, Optional<String> control) {
        Found nothing = new Found(Optional.empty(), List.of());
        List<DosingInterval> active = study.animals().stream()
                .flatMap(animal -> animal.dosing().stream())
                .filter(interval -> interval.isActive() && interval.dose().isPresent())
                .toList();
        if (active.isEmpty() || control.isEmpty()) {
            return nothing;
        }
        Map<String, String> drugs = new LinkedHashMap<>();
        active.forEach(interval -> drugs.putIfAbsent(name(interval), interval.treatment()));
        Optional<String> wanted = protocol.drug().map(DrugExposure::plain);
        if (wanted.isPresent() && !drugs.containsKey(wanted.get())) {
            return Found.none(
                    "drug-not-given",
                    "no doses of " + protocol.drug().get() + " are given; those given are of "
                            + Prose.list(List.copyOf(drugs.values())) + ".");
        }
        if (wanted.isEmpty() && drugs.size() > 1) {
            return Found.none(
                    "drug-not-stated",
                    "doses of " + Prose.list(List.copyOf(drugs.values()))
                            + " are given; state drug= to fit Simeoni's model to one of them.");
        }
        String drug = wanted.orElse(drugs.keySet().iterator().next());
        if (study.of(control.get()).stream()
                .anyMatch(animal -> animal.dosing().stream()
                        .anyMatch(interval ->
                                interval.isActive() && interval.dose().isPresent()))) {
            return Found.none("control-dosed", "animals of the control " + control.get() + " were given a drug.");
        }
        return of(study, protocol, control.get(), drug);
    }

    private static Found of(GrowthData study, GrowthProtocol protocol, String control, String drug) {
        List<Animal> measured = study.animals().stream()
                .filter(animal -> !animal.measurable().isEmpty())
                .toList();
        List<Animal> dosed = measured.stream()
                .filter(animal -> !animal.arm().equals(control) && isDosedWith(animal, drug))
                .toList();
        Set<String> units = dosed.stream()
                .flatMap(animal -> animal.dosing().stream())
                .filter(DosingInterval::isActive)
                .map(DrugExposure::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (dosed.isEmpty()) {
            return Found.none(
                    "doses-not-known", "no animal got one drug alone in doses and on days that are all known.");
        }
        if (units.size() > 1) {
            return Found.none(
                    "dose-units", "doses are in " + Prose.list(List.copyOf(units)) + "; give them in one unit.");
        }
        double origin = study.days().getFirst();
        Map<String, Given> given = new LinkedHashMap<>();
        dosed.forEach(animal -> given.put(animal.id(), given(animal, origin)));
        List<Given> distinct = distinct(List.copyOf(given.values()));
        Map<String, Integer> places = new LinkedHashMap<>();
        measured.forEach(animal -> {
            if (animal.arm().equals(control)) {
                places.put(animal.id(), 0);
            } else {
                Optional.ofNullable(given.get(animal.id()))
                        .ifPresent(own -> places.put(animal.id(), 1 + placeOf(own, distinct)));
            }
        });
        DrugKinetics kinetics = protocol.kinetics();
        List<SimeoniModel.Exposure> exposures = new ArrayList<>(List.of(SimeoniModel.constant(0)));
        distinct.forEach(one -> exposures.add(SimeoniModel.doses(
                one.times, one.doses.stream().map(kinetics::added).toList(), kinetics.elimination())));
        double span = study.days().getLast() - origin;
        double highest = distinct.stream()
                .mapToDouble(one -> average(one, kinetics, span))
                .max()
                .orElse(1);
        String unit = units.iterator().next();
        return new Found(
                Optional.of(new DrugExposure(
                        unit, kinetics, origin, exposures, places, new Summary(highest, text(distinct, origin, unit)))),
                List.of());
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String name(DosingInterval interval) {
        return plain(interval.treatment());
    }

    private static boolean isDosedWith(Animal animal, String drug) {
        List<DosingInterval> active =
                animal.dosing().stream().filter(DosingInterval::isActive).toList();
        return !active.isEmpty()
                && active.stream()
                        .allMatch(
                                interval -> interval.isKnown() && name(interval).equals(drug));
    }

    /** Doses are held in mg/kg where their unit is an amount per body weight. */
    private static String unit(DosingInterval interval) {
        String unit = perDose(interval.unit());
        return PER_WEIGHT.containsKey(unit) ? "mg/kg" : unit;
    }

    private static String perDose(String unit) {
        String plain = unit.strip().replace("µ", "u").replace("μ", "u");
        return plain.replaceAll("(?i)mcg", "ug").replaceAll("(?i)/(day|dose)$", "");
    }

    private static double amount(DosingInterval interval, DosingSchedule schedule) {
        double dose = interval.dose().orElse(0) * PER_WEIGHT.getOrDefault(perDose(interval.unit()), 1.0);
        boolean isOfDay = interval.unit().strip().toLowerCase(Locale.ROOT).endsWith("/day");
        return isOfDay ? dose / schedule.frequency().perDay() : dose;
    }

    private static Given given(Animal animal, double origin) {
        List<double[]> all = new ArrayList<>();
        Map<Double, List<Double>> once = new LinkedHashMap<>();
        for (DosingInterval interval : animal.dosing()) {
            if (interval.isActive()) {
                DosingSchedule schedule = interval.schedule().orElseThrow();
                double amount = amount(interval, schedule);
                if (schedule.isOnce()) {
                    once.computeIfAbsent(schedule.firstDay(), _ -> new ArrayList<>())
                            .add(amount);
                } else {
                    schedule.times().forEach(day -> all.add(new double[] {day - origin, amount}));
                }
            }
        }
        // several records of one day without their hours: spread over the day, as a frequency of so many a day is
        once.forEach((day, amounts) -> {
            for (int i = 0; i < amounts.size(); i++) {
                all.add(new double[] {day - origin + (double) i / amounts.size(), amounts.get(i)});
            }
        });
        all.sort(Comparator.comparingDouble(dose -> dose[0]));
        return new Given(
                all.stream().map(dose -> dose[0]).toList(),
                all.stream().map(dose -> dose[1]).toList(),
                animal.measurable().getLast().day() - origin);
    }

    /** The longest of those that agree. */
    private static List<Given> distinct(List<Given> all) {
        List<Given> distinct = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingInt((Given one) -> -one.times.size()))
                .filter(one -> distinct.stream().noneMatch(one::isPartOf))
                .forEachOrdered(distinct::add);
        return distinct;
    }

    private static int placeOf(Given one, List<Given> distinct) {
        int place = 0;
        while (!one.isPartOf(distinct.get(place))) {
            place++;
        }
        return place;
    }

    private static double average(Given one, DrugKinetics kinetics, double span) {
        int n = one.times.size();
        double gap = n > 1 ? (one.times.getLast() - one.times.getFirst()) / (n - 1) : Math.max(1, span);
        double mean = one.doses.stream().mapToDouble(kinetics::added).average().orElse(0);
        return mean / Math.max(1e-3, gap) / kinetics.elimination();
    }

    private static String text(List<Given> distinct, double origin, String unit) {
        TreeSet<Double> doses = new TreeSet<>();
        TreeSet<Double> days = new TreeSet<>();
        TreeSet<Integer> counts = new TreeSet<>();
        distinct.forEach(one -> {
            doses.addAll(one.doses);
            one.times.forEach(time -> days.add(Math.floor(time + origin)));
            counts.add(one.times.size());
        });
        return range(counts.first(), counts.last()) + (counts.last() == 1 ? " dose" : " doses") + " of "
                + range(doses.first(), doses.last()) + " " + unit + " on days " + range(days.first(), days.last());
    }

    private static String range(double low, double high) {
        return low == high ? Prose.number(low) : Prose.number(low) + " to " + Prose.number(high);
    }

    /** Unit of concentrations. */
    String concentrationUnit() {
        return kinetics.unit(unit);
    }

    /** The exposure that most animals of an arm had. */
    SimeoniModel.Exposure usual(List<Animal> animals) {
        Map<Integer, Long> counts = animals.stream()
                .flatMap(animal -> Optional.ofNullable(places.get(animal.id())).stream())
                .collect(Collectors.groupingBy(place -> place, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> exposures.get(entry.getKey()))
                .orElse(exposures.getFirst());
    }

    String text() {
        return "Exposure is assumed: " + summary.text + ", " + kinetics.text(unit);
    }
}
