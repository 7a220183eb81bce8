package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.growth.GrowthProtocol.Baseline;
import org.kindlin.assays.growth.GrowthProtocol.RandomEffects;
import org.kindlin.numerics.mixed.MixedData;
import org.kindlin.numerics.mixed.Subject;

/**
 * Log volumes as data of a mixed model: columns of starts first (one an arm, one for all, or none), then one growth rate an arm.
 *
 * @param censored which rows are known only to lie below the detection limit
 * @param animals the animals in the order of the data's subjects
 * @param starts number of columns before the growth rates
 */
record GrowthDesign(
        List<String> arms, MixedData data, List<boolean[]> censored, List<Animal> animals, int starts, int terms) {

    /** A further column of each arm beside start and growth rate. */
    enum Term {
        NONE,
        SQUARED_DAY
    }

    /** The design of a study; empty where no arm or too little is left to fit. */
    static Optional<GrowthDesign> of(GrowthData study, GrowthProtocol.Model model, double limit, Term term) {
        List<String> arms = study.arms().stream()
                .filter(arm -> study.of(arm).stream().anyMatch(animal -> usable(animal, model)))
                .toList();
        if (arms.isEmpty()) {
            return Optional.empty();
        }
        int starts = switch (model.baseline()) {
            case BY_ARM -> arms.size();
            case COMMON -> 1;
            case RELATIVE -> 0;
        };
        int terms = term == Term.SQUARED_DAY ? arms.size() : 0;
        List<Subject> subjects = new ArrayList<>();
        List<boolean[]> censored = new ArrayList<>();
        List<Animal> animals = new ArrayList<>();
        for (Animal animal : study.animals()) {
            if (usable(animal, model)) {
                List<Reading> rows = rows(animal, model);
                subjects.add(subject(animal, rows, arms, model, limit, starts, term));
                boolean[] below = new boolean[rows.size()];
                for (int i = 0; i < below.length; i++) {
                    below[i] = rows.get(i).isUndetectable();
                }
                censored.add(below);
                animals.add(animal);
            }
        }
        return Optional.of(new GrowthDesign(arms, new MixedData(subjects), censored, animals, starts, terms));
    }

    private static boolean usable(Animal animal, GrowthProtocol.Model model) {
        return !rows(animal, model).isEmpty()
                && (model.baseline() != Baseline.RELATIVE || animal.baseline().isPresent());
    }

    /** The readings that the model uses. */
    static List<Reading> rows(Animal animal, GrowthProtocol.Model model) {
        List<Reading> gone = animal.goneToTheEnd();
        double first =
                animal.volumes().isEmpty() ? 0 : animal.volumes().getFirst().day();
        return animal.volumes().stream()
                .filter(reading ->
                        model.lastDay().map(last -> reading.day() <= last).orElse(true))
                .filter(reading -> model.baseline() != Baseline.RELATIVE || reading.day() > first)
                .filter(reading -> reading.isMeasurable()
                        || switch (model.undetectable()) {
                            case LEFT_OUT -> false;
                            case LEFT_CENSORED -> true;
                            case BY_COURSE -> gone.contains(reading);
                        })
                .toList();
    }

    private static Subject subject(
            Animal animal,
            List<Reading> rows,
            List<String> arms,
            GrowthProtocol.Model model,
            double limit,
            int starts,
            Term term) {
        int arm = arms.indexOf(animal.arm());
        int width = starts + arms.size() + (term == Term.SQUARED_DAY ? arms.size() : 0);
        int n = rows.size();
        double[] y = new double[n];
        double[][] x = new double[n][width];
        double[][] z = new double[n][];
        double[] time = new double[n];
        int[] stratum = new int[n];
        OptionalDouble base = animal.baseline();
        double origin = model.baseline() == Baseline.RELATIVE
                ? animal.volumes().getFirst().day()
                : 0;
        for (int i = 0; i < n; i++) {
            Reading row = rows.get(i);
            double day = row.day() - origin;
            double volume = row.isUndetectable() ? limit : row.volume().orElseThrow();
            y[i] = Math.log(volume) - (model.baseline() == Baseline.RELATIVE ? Math.log(base.orElseThrow()) : 0);
            if (starts > 0) {
                x[i][starts == 1 ? 0 : arm] = 1;
            }
            x[i][starts + arm] = day;
            if (term == Term.SQUARED_DAY) {
                x[i][starts + arms.size() + arm] = day * day;
            }
            z[i] = random(model.random(), day);
            time[i] = day;
            stratum[i] = model.variance() == GrowthProtocol.ResidualVariance.BY_ARM ? arm : 0;
        }
        return new Subject(y, x, z, time, stratum);
    }

    private static double[] random(RandomEffects random, double day) {
        return switch (random) {
            case INTERCEPT_AND_SLOPE -> new double[] {1, day};
            case INTERCEPT -> new double[] {1};
            case SLOPE -> new double[] {day};
        };
    }

    boolean hasCensored() {
        for (boolean[] rows : censored) {
            for (boolean one : rows) {
                if (one) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Weights of a combination of growth rates; arms not named count zero. */
    double[] rates(List<String> named, double... weights) {
        double[] all = new double[data.fixedCount()];
        for (int i = 0; i < weights.length; i++) {
            all[starts + arms.indexOf(named.get(i))] += weights[i];
        }
        return all;
    }

    /** Weights of an arm's squared day. */
    double[] curvature(String arm) {
        double[] all = new double[data.fixedCount()];
        all[starts + arms.size() + arms.indexOf(arm)] = 1;
        return all;
    }

    /** Weights of an arm's log volume on a day. */
    double[] level(String arm, double day) {
        double[] all = rates(List.of(arm), day);
        if (starts > 0) {
            all[starts == 1 ? 0 : arms.indexOf(arm)] = 1;
        }
        return all;
    }
}
