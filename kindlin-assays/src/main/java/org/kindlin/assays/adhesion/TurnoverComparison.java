package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.LogRatio;
import org.kindlin.numerics.statistics.LogRatio.LogEstimate;

/**
 * Disassembly of a condition over that of the control: whether adhesions live longer, as loss of FAK makes them (Webb 2004),
 * or come apart faster, as "destabilised" would have it.
 *
 * @param byFilms whether films are the replicates; else single adhesions are, which are not independent
 */
record TurnoverComparison(String condition, LogEstimate treated, LogEstimate control, boolean byFilms) {

    static List<TurnoverComparison> of(AdhesionResult result) {
        Map<String, List<MeasuredFilm>> treated = new LinkedHashMap<>();
        List<MeasuredFilm> control = new ArrayList<>();
        for (MeasuredFilm film : result.films()) {
            if (film.film().isControl()) {
                control.add(film);
            } else if (!film.film().condition().isEmpty()) {
                treated.computeIfAbsent(film.film().condition(), _ -> new ArrayList<>())
                        .add(film);
            }
        }
        List<TurnoverComparison> comparisons = new ArrayList<>();
        treated.forEach((condition, films) -> {
            boolean byFilms = films.size() > 1 && control.size() > 1;
            Optional<LogEstimate> one = log(films, byFilms);
            Optional<LogEstimate> other = log(control, byFilms);
            if (one.isPresent() && other.isPresent()) {
                comparisons.add(new TurnoverComparison(condition, one.get(), other.get(), byFilms));
            }
        });
        return comparisons;
    }

    private static Optional<LogEstimate> log(List<MeasuredFilm> films, boolean byFilms) {
        List<double[]> logs = films.stream()
                .map(film -> Arrays.stream(film.disassembly())
                        .filter(rate -> rate > 0)
                        .map(StrictMath::log)
                        .toArray())
                .filter(own -> own.length > 0)
                .toList();
        return byFilms
                ? ofFilms(logs)
                : ofSample(logs.stream().flatMapToDouble(Arrays::stream).toArray(), 0);
    }

    /**
     * The mean over films. Few films agree better by chance than their adhesions allow: the standard error is not taken below
     * what the scatter within films alone makes it.
     *
     * @param films logarithms of the rates of each film
     */
    static Optional<LogEstimate> ofFilms(List<double[]> films) {
        double within = 0;
        for (double[] film : films) {
            double error = film.length < 2 ? 0 : Descriptive.standardDeviation(film);
            within += error * error / film.length;
        }
        return ofSample(films.stream().mapToDouble(Descriptive::mean).toArray(), Math.sqrt(within) / films.size());
    }

    private static Optional<LogEstimate> ofSample(double[] logs, double leastError) {
        double error = logs.length < 2
                ? 0
                : Math.max(leastError, Descriptive.standardDeviation(logs) / Math.sqrt(logs.length));
        return error > 0
                ? Optional.of(new LogEstimate(Descriptive.mean(logs), error, logs.length - 1.0))
                : Optional.empty();
    }

    private LogRatio ratio(double level) {
        return LogRatio.of(treated, control, level);
    }

    SubjectResult result(double level) {
        LogRatio ratio = ratio(level);
        List<Warning> warnings = byFilms
                ? List.of()
                : List.of(new Warning(
                        "adhesions-as-replicates",
                        "one film on a side: the interval is over adhesions of one cell and too narrow"));
        return new SubjectResult(
                new TreeMap<>(Map.of("condition", condition, "relativeTo", "control")),
                List.of(Estimate.ofRatio("disassemblyRateRatio", ratio, "ratio of geometric means")),
                List.of(),
                List.of(),
                warnings);
    }

    String sentence(double level) {
        LogRatio ratio = ratio(level);
        String answer = ratio.high() < 1
                ? "adhesions of " + condition
                        + " come apart more slowly than those of the control: they live longer, as"
                        + " without FAK, and are not destabilised"
                : ratio.low() > 1
                        ? "adhesions of " + condition + " come apart faster than those of the control"
                        : "whether " + condition + " changes disassembly is not shown";
        String first = answer.substring(0, 1).toUpperCase(Locale.ROOT) + answer.substring(1);
        return first + " (rate ratio " + Prose.number(ratio.ratio()) + ", interval " + Prose.number(ratio.low())
                + " to " + Prose.number(ratio.high()) + ").";
    }
}
