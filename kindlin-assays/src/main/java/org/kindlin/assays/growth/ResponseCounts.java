package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.statistics.Distributions;

/** Responses of an arm: how many of each, and the rates with exact intervals (C. J. Clopper and E. S. Pearson, Biometrika 1934). */
final class ResponseCounts {
    private ResponseCounts() {}

    static List<Estimate> of(List<AnimalCourse> courses, double level) {
        List<MouseResponse> responses = courses.stream()
                .flatMap(course -> course.response().stream())
                .map(MouseResponse.Best::category)
                .toList();
        List<Estimate> estimates = new ArrayList<>();
        if (responses.isEmpty()) {
            return estimates;
        }
        String method = "mRECIST (Gao 2015), animals followed " + (int) MouseResponse.FROM_DAY + " days or more";
        for (MouseResponse category : MouseResponse.values()) {
            long count = responses.stream().filter(one -> one == category).count();
            estimates.add(Estimate.descriptive("mRecist" + category, (double) count, "", method));
        }
        long responding = responses.stream()
                .filter(one -> one == MouseResponse.CR || one == MouseResponse.PR)
                .count();
        long controlled =
                responses.stream().filter(one -> one != MouseResponse.PD).count();
        estimates.add(rate("responseRate", responding, responses.size(), level));
        estimates.add(rate("diseaseControlRate", controlled, responses.size(), level));
        return estimates;
    }

    private static Estimate rate(String name, long successes, long n, double level) {
        double tail = (1 - level) / 2;
        double low = successes == 0
                ? 0
                : 1
                        / (1
                                + (n - successes + 1)
                                        / (successes
                                                * Distributions.fQuantile(
                                                        tail, 2.0 * successes, 2.0 * (n - successes + 1))));
        double high = successes == n ? 1 : quantileRatio(successes, n, 1 - tail);
        return new Estimate(
                name,
                100.0 * successes / n,
                "%",
                Relation.EQUAL,
                100 * low,
                100 * high,
                level,
                null,
                "Clopper-Pearson");
    }

    private static double quantileRatio(long successes, long n, double p) {
        double f = Distributions.fQuantile(p, 2.0 * (successes + 1), 2.0 * (n - successes));
        double odds = (successes + 1) * f / (n - successes);
        return odds / (1 + odds);
    }
}
