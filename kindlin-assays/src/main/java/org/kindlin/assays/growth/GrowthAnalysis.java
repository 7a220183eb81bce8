package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.growth.GrowthProtocol.Baseline;
import org.kindlin.assays.growth.GrowthProtocol.RandomEffects;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.random.RandomStream;

/** A study to rates, inhibitions, interactions and responses; a pure function. */
final class GrowthAnalysis {
    private GrowthAnalysis() {}

    static GrowthResult analyze(GrowthData study, GrowthProtocol protocol, ArmRoles roles, long seed) {
        double limit = detectionLimit(study, protocol);
        RandomStream random = RandomStream.ofSeed(seed).child("growth");
        Fitted main = fit(study, protocol.model(), limit, random.child("model"));
        ArmDays visits = ArmDays.of(study);
        double day = evaluationDay(study, visits, protocol);
        List<AnimalCourse> courses = study.animals().stream()
                .map(animal -> AnimalCourse.of(animal, protocol.endpoints().multiple()))
                .toList();
        List<ArmInhibition> inhibitions = new ArrayList<>();
        roles.control()
                .ifPresent(control -> study.arms().stream()
                        .filter(arm -> !arm.equals(control))
                        .forEach(arm -> ArmInhibition.of(study, visits, arm, control, day, limit, protocol.level())
                                .ifPresent(inhibitions::add)));
        return new GrowthResult(
                study,
                protocol,
                roles,
                new GrowthResult.Model(
                        main.fit,
                        main.problem,
                        main.fit.flatMap(fit -> ArmFamily.of(fit, roles, protocol)),
                        main.fit.isPresent() ? curvatures(study, protocol.model(), limit) : Map.of(),
                        main.fit
                                .map(fit -> interactions(fit, roles, day, protocol.level()))
                                .orElse(List.of()),
                        alternatives(study, protocol, roles, limit, random)),
                courses,
                roles.control()
                        .map(control -> DayComparison.all(visits, control, protocol.level()))
                        .orElse(List.of()),
                inhibitions,
                study.animals().stream()
                        .flatMap(animal ->
                                BodyWeights.of(animal, protocol.reading().density()).stream())
                        .toList(),
                roles.control()
                        .map(control -> TumourWeights.of(study, control, protocol.level()))
                        .orElse(List.of()),
                laws(study, protocol, roles),
                DrugEffect.of(study, protocol, roles),
                day,
                limit);
    }

    private static List<ArmLaws> laws(GrowthData study, GrowthProtocol protocol, ArmRoles roles) {
        List<String> arms = switch (protocol.laws()) {
            case NONE -> List.of();
            case CONTROL -> roles.control().stream().toList();
            case ALL -> study.arms();
        };
        return arms.stream()
                .map(arm -> ArmLaws.of(arm, study.of(arm), protocol.level()))
                .toList();
    }

    /** A fit, or why there is none. */
    private record Fitted(Optional<GrowthFit> fit, String problem) {}

    private static Fitted fit(GrowthData study, GrowthProtocol.Model model, double limit, RandomStream random) {
        Optional<GrowthDesign> design = GrowthDesign.of(study, model, limit, GrowthDesign.Term.NONE);
        if (design.isEmpty()) {
            return new Fitted(Optional.empty(), "no arm has measurable tumours");
        }
        try {
            GrowthFit fit = GrowthFit.of(design.get(), model, random);
            boolean determined = fit.fit().observations() > design.get().data().fixedCount() + 1
                    && fit.fit().sigma() > 1e-9;
            return determined
                    ? new Fitted(Optional.of(fit), "")
                    : new Fitted(Optional.empty(), "there are too few readings, or none scatters about its line");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Fitted(
                    Optional.empty(),
                    "growth cannot be told from its start in every arm (each needs readings on two days)");
        }
    }

    private static List<Interaction> interactions(GrowthFit fit, ArmRoles roles, double day, double level) {
        return roles.combination()
                .filter(arms -> fit.design()
                        .arms()
                        .containsAll(List.of(arms.control(), arms.first(), arms.second(), arms.both())))
                .map(arms -> Interaction.all(fit, arms, day, level))
                .orElse(List.of());
    }

    /** Contrast of squared day by arm: whether log volume bends. */
    private static Map<String, Contrast> curvatures(GrowthData study, GrowthProtocol.Model model, double limit) {
        Map<String, Contrast> curvatures = new LinkedHashMap<>();
        GrowthProtocol.Model plain = new GrowthProtocol.Model(
                model.baseline(),
                model.random(),
                false,
                GrowthProtocol.ResidualVariance.CONSTANT,
                model.criterion(),
                model.smallSample(),
                GrowthProtocol.Undetectable.LEFT_OUT,
                model.detectionLimit(),
                model.lastDay());
        Optional<GrowthDesign> design = GrowthDesign.of(study, plain, limit, GrowthDesign.Term.SQUARED_DAY);
        if (design.isEmpty()) {
            return curvatures;
        }
        try {
            GrowthFit fit = GrowthFit.of(design.get(), plain, RandomStream.ofSeed(0));
            for (String arm : design.get().arms()) {
                curvatures.put(arm, fit.contrast(design.get().curvature(arm)));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Map.of(); // an arm seen on two days only has no curvature
        }
        return curvatures;
    }

    /** The interactions under the other ways to begin the lines. */
    private static Map<Baseline, List<Interaction>> alternatives(
            GrowthData study, GrowthProtocol protocol, ArmRoles roles, double limit, RandomStream random) {
        Map<Baseline, List<Interaction>> all = new LinkedHashMap<>();
        if (roles.combination().isEmpty()) {
            return all;
        }
        for (Baseline baseline : Baseline.values()) {
            if (baseline != protocol.model().baseline()) {
                GrowthProtocol.Model model = protocol.model();
                GrowthProtocol.Model other = new GrowthProtocol.Model(
                        baseline,
                        baseline == Baseline.RELATIVE ? RandomEffects.SLOPE : RandomEffects.INTERCEPT_AND_SLOPE,
                        model.serial(),
                        model.variance(),
                        model.criterion(),
                        model.smallSample(),
                        model.undetectable(),
                        model.detectionLimit(),
                        model.lastDay());
                fit(study, other, limit, random.child(baseline.name()))
                        .fit
                        .flatMap(fit -> roles.combination().map(arms -> Interaction.onRates(fit, arms)))
                        .ifPresent(list -> all.put(baseline, list));
            }
        }
        return all;
    }

    /**
     * The last visit on which at least half of every arm was measured; where animals have days of their own, the last day to which half of
     * every arm was followed.
     */
    static double evaluationDay(GrowthData study, ArmDays visits, GrowthProtocol protocol) {
        if (protocol.endpoints().evaluationDay().isPresent()) {
            return protocol.endpoints().evaluationDay().get();
        }
        for (double day : visits.days().reversed()) {
            if (visits.hasHalfOfEveryArm(day) && day > visits.days().getFirst()) {
                return day;
            }
        }
        return study.arms().stream()
                .mapToDouble(arm -> followed(study.of(arm)))
                .min()
                .orElse(0);
    }

    /** The last day to which half of the animals were followed. */
    private static double followed(List<Animal> animals) {
        double[] last = animals.stream()
                .filter(animal -> !animal.volumes().isEmpty())
                .mapToDouble(animal -> animal.volumes().getLast().day())
                .sorted()
                .toArray();
        return last.length == 0 ? 0 : last[last.length / 2];
    }

    private static double detectionLimit(GrowthData study, GrowthProtocol protocol) {
        OptionalDouble smallest = study.animals().stream()
                .flatMap(animal -> animal.measurable().stream())
                .mapToDouble(reading -> reading.volume().orElseThrow())
                .min();
        return protocol.model().detectionLimit().orElse(smallest.orElse(1));
    }
}
