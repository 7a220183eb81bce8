package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.SimeoniModel;
import org.kindlin.numerics.growth.SimeoniPopulation;
import org.kindlin.numerics.growth.SimeoniPopulation.Parameter;
import org.kindlin.numerics.mixed.Contrast;

/**
 * Growth under a drug of known doses: Simeoni's model fitted to the control and the animals that got the drug alone.
 *
 * @param drug empty where its exposure is not known
 * @param arms with animals in the model, the control first
 * @param fit empty where there is none
 * @param animals in the fit
 * @param problems why there is no fit, and what else must be known
 */
record DrugEffect(
        Optional<DrugExposure> drug,
        List<Arm> arms,
        Optional<SimeoniPopulation.Fit> fit,
        int animals,
        List<Warning> problems) {
    static final String METHOD =
            "Simeoni model, nonlinear mixed model of log volume (Lindstrom-Bates), start and lambda0 of each animal random";
    private static final double SWITCHING = 20;

    DrugEffect {
        arms = List.copyOf(arms);
        problems = List.copyOf(problems);
    }

    /**
     * An arm in the model.
     *
     * @param exposure that most of its animals had
     */
    record Arm(String name, SimeoniModel.Exposure exposure) {}

    /** The fit; empty where no doses are given or there is no control. */
    static Optional<DrugEffect> of(GrowthData study, GrowthProtocol protocol, ArmRoles roles) {
        DrugExposure.Found found = DrugExposure.of(study, protocol, roles.control());
        if (found.exposure().isEmpty()) {
            return found.problems().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DrugEffect(Optional.empty(), List.of(), Optional.empty(), 0, found.problems()));
        }
        return Optional.of(fitted(study, found.exposure().get(), roles.control().orElseThrow()));
    }

    private static DrugEffect fitted(GrowthData study, DrugExposure drug, String control) {
        List<SimeoniPopulation.Course> courses = new ArrayList<>();
        study.animals().stream()
                .filter(animal -> drug.places().containsKey(animal.id()))
                .forEach(animal -> courses.add(course(animal, drug)));
        Optional<SimeoniPopulation.Fit> fit = SimeoniPopulation.fit(courses, drug.exposures(), start(courses, drug))
                .filter(SimeoniPopulation.Fit::hasSettled);
        List<Warning> problems = new ArrayList<>();
        if (fit.isEmpty()) {
            problems.add(
                    new Warning(
                            "no-drug-effect-fit",
                            "potency is not estimable: Simeoni's model could not be fitted to the control and the animals with doses."));
        }
        List<String> names = new ArrayList<>(List.of(control));
        study.arms().stream().filter(arm -> !arm.equals(control)).forEach(names::add);
        List<Arm> arms = names.stream()
                .filter(arm ->
                        study.of(arm).stream().anyMatch(animal -> drug.places().containsKey(animal.id())))
                .map(arm -> new Arm(arm, drug.usual(study.of(arm))))
                .toList();
        return new DrugEffect(Optional.of(drug), arms, fit, courses.size(), problems);
    }

    private static SimeoniPopulation.Course course(Animal animal, DrugExposure drug) {
        List<Reading> readings = animal.measurable();
        return new SimeoniPopulation.Course(
                drug.places().getOrDefault(animal.id(), 0),
                readings.stream()
                        .mapToDouble(reading -> reading.day() - drug.origin())
                        .toArray(),
                readings.stream()
                        .mapToDouble(reading -> Math.log(reading.volume().orElseThrow()))
                        .toArray());
    }

    /** Where the search begins: the control's first volume and early rate, and a potency that halves that rate at the peak. */
    private static double[] start(List<SimeoniPopulation.Course> courses, DrugExposure drug) {
        double volume = 0;
        double rate = 0;
        double largest = 0;
        int n = 0;
        for (SimeoniPopulation.Course course : courses) {
            int last = course.time().length - 1;
            largest = Math.max(largest, Math.exp(course.logVolume()[last]));
            if (course.arm() == 0 && last > 0) {
                volume += course.logVolume()[0];
                int early = Math.max(1, last / 2);
                rate += (course.logVolume()[early] - course.logVolume()[0]) / (course.time()[early] - course.time()[0]);
                n++;
            }
        }
        double begin = n == 0 ? 100 : Math.exp(volume / n);
        double early = n == 0 ? 0.1 : Math.clamp(rate / n, 0.02, 1);
        return new double[] {
            begin,
            early,
            Math.max(1, largest * early / 2),
            0.5,
            early / 2 / drug.summary().averageOfHighest()
        };
    }

    List<SubjectResult> results(double level) {
        Map<String, String> subject = Map.of("model", "simeoni");
        String rateUnit = "1/(d " + unit() + ")";
        if (fit.isEmpty()) {
            return List.of(new SubjectResult(
                    subject,
                    List.of(Estimate.notEstimable("potency", rateUnit, level, METHOD)),
                    List.of(),
                    List.of(),
                    problems));
        }
        Map<Parameter, String[]> names = new EnumMap<>(Parameter.class);
        names.put(Parameter.START, new String[] {"startVolume", "mm3"});
        names.put(Parameter.EXPONENTIAL_RATE, new String[] {"exponentialGrowthRate", "1/d"});
        names.put(Parameter.LINEAR_RATE, new String[] {"linearGrowthRate", "mm3/d"});
        names.put(Parameter.DEATH_RATE, new String[] {"deathRate", "1/d"});
        names.put(Parameter.POTENCY, new String[] {"potency", rateUnit});
        SimeoniPopulation.Fit found = fit.get();
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(problems);
        names.forEach((parameter, name) -> {
            if (found.open().contains(parameter)) {
                estimates.add(Estimate.notEstimable(name[0], name[1], level, METHOD));
                warnings.add(new Warning(
                        "not-identified",
                        name[0] + " is not estimable: the data leave it open; the others are estimated with it at "
                                + Prose.number(found.value(parameter)) + " " + name[1] + "."));
            } else {
                estimates.add(estimate(name[0], name[1], found.contrast(List.of(parameter), 1), level));
            }
        });
        if (!found.open().contains(Parameter.POTENCY) && !found.open().contains(Parameter.EXPONENTIAL_RATE)) {
            Contrast stasis = found.contrast(List.of(Parameter.EXPONENTIAL_RATE, Parameter.POTENCY), 1, -1);
            estimates.add(estimate("thresholdConcentration", unit(), stasis, level));
        }
        estimates.add(Estimate.descriptive("residualSd", found.linear().sigma(), "ln", METHOD));
        estimates.add(Estimate.descriptive(
                "exponentialGrowthRateSd", Math.sqrt(found.linear().randomCovariance()[1][1]), "ln", METHOD));
        estimates.add(Estimate.descriptive("animals", animals, "", "animals in the model"));
        return List.of(new SubjectResult(subject, estimates, List.of(), List.of(), warnings));
    }

    private static Estimate estimate(String name, String unit, Contrast log, double level) {
        return Estimate.of(
                name,
                Math.exp(log.value()),
                unit,
                Math.exp(log.low(level)),
                Math.exp(log.high(level)),
                level,
                Math.exp(log.value()) * log.standardError(),
                METHOD + ", interval on the logarithm");
    }

    private String unit() {
        return drug.map(DrugExposure::concentrationUnit).orElse("mg/kg");
    }

    /** The course of an arm's middle animal, with the doses that most of the arm had, on the study's days. */
    double[] course(Arm arm, double[] days) {
        SimeoniPopulation.Fit found = fit.orElseThrow();
        double origin = drug.orElseThrow().origin();
        double[] times = Arrays.stream(days).map(day -> day - origin).toArray();
        return SimeoniModel.mass(found.model().course(found.value(Parameter.START), arm.exposure(), times));
    }

    /** What was found, in a sentence; empty without a fit. */
    Optional<String> sentence(double level) {
        return fit.filter(found -> !found.open().contains(Parameter.POTENCY)
                        && !found.open().contains(Parameter.EXPONENTIAL_RATE))
                .map(found -> {
                    Contrast stasis = found.contrast(List.of(Parameter.EXPONENTIAL_RATE, Parameter.POTENCY), 1, -1);
                    return "By Simeoni's model tumours neither grow nor shrink at a concentration of "
                            + Prose.number(Math.exp(stasis.value())) + " " + unit() + " ("
                            + Prose.number(Math.exp(stasis.low(level))) + " to "
                            + Prose.number(Math.exp(stasis.high(level)))
                            + "); the exposure is assumed from doses and half-life, not measured here.";
                });
    }

    /** Empty where nothing could be fitted for want of doses. */
    Optional<String> method() {
        return drug.map(exposure ->
                "The drug's effect is that of Simeoni et al. (2004): exponential growth that becomes linear (switching exponent "
                        + Prose.number(SWITCHING)
                        + "), cells hit in proportion to concentration, death through three stages; " + METHOD
                        + ". " + exposure.text());
    }
}
