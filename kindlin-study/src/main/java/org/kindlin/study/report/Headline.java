package org.kindlin.study.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kindlin.assays.result.SubjectResult;

/** Which estimates lead: those a reader came for. */
final class Headline {
    /** In order of interest. */
    private static final List<String> LEADING = List.of(
            "selectivity",
            "ic50",
            "ki",
            "ic50-ratio",
            "ki-ratio",
            "ec50",
            "gr50",
            "hazardRatio",
            "growthRate",
            "growthRateDifference",
            "tgiBiasCorrected",
            "tgi",
            "blissInteraction",
            "hsaInteraction",
            "orr",
            "riskDifference",
            "percentChange",
            "geometricMeanRatio",
            "clearance",
            "halfLife",
            "aucInf",
            "divisionIndex",
            "percentDivided",
            "frequencyOfParent",
            "foldChange",
            "edgeVelocity",
            "halfClosureTime",
            "migrationIndex",
            "speed",
            "persistenceTime",
            "assemblyRate",
            "disassemblyRate");

    /** What describes a curve beyond its position; after the leading ones where columns are few. */
    private static final List<String> SHAPE = List.of("ki-app", "ic50-absolute", "hillSlope", "top", "bottom");

    private Headline() {}

    /** Whether any estimate of these subjects is one that people look for first. */
    static boolean known(List<SubjectResult> results) {
        return all(results).anyMatch(LEADING::contains);
    }

    /** The headline estimates among these subjects: the known leading ones, else the first that each subject lists. */
    static List<String> names(List<SubjectResult> results) {
        List<String> known = all(results)
                .filter(LEADING::contains)
                .sorted(Comparator.comparingInt(Headline::rank))
                .toList();
        return known.isEmpty()
                ? results.stream()
                        .filter(result -> !result.estimates().isEmpty())
                        .map(result -> result.estimates().getFirst().name())
                        .distinct()
                        .toList()
                : known;
    }

    /** Whether a subject is a part (a plate, a day, an animal) of another that tells the same estimate as a whole. */
    static boolean isDetail(SubjectResult result, String estimate, List<SubjectResult> results) {
        return results.stream()
                .filter(other -> other.subject().size() < result.subject().size())
                .filter(other ->
                        result.subject().entrySet().containsAll(other.subject().entrySet()))
                .anyMatch(other -> other.estimate(estimate).isPresent());
    }

    /** At most so many names for the columns of a table, leading ones first. */
    static List<String> leading(List<SubjectResult> results, int most) {
        return all(results)
                .sorted(Comparator.comparingInt(Headline::rank))
                .limit(most)
                .toList();
    }

    private static Stream<String> all(List<SubjectResult> results) {
        return results.stream()
                .flatMap(result -> result.estimates().stream())
                .map(estimate -> estimate.name())
                .distinct();
    }

    private static int rank(String name) {
        int leading = LEADING.indexOf(name);
        if (leading >= 0) {
            return leading;
        }
        int shape = SHAPE.indexOf(name);
        return LEADING.size() + (shape < 0 ? SHAPE.size() : shape);
    }
}
