package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.GrowthCourse;
import org.kindlin.numerics.growth.GrowthLawFit;
import org.kindlin.numerics.growth.GrowthShape;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Laws of growth of one arm: exponential, Gompertz, logistic, and Simeoni's exponential that becomes linear, each animal with a start
 * and a rate of its own and all with one bend.
 *
 * @param fits the exponential first; none where there are too few readings
 * @param left animals with fewer than three measurable readings, left out
 */
record ArmLaws(String arm, List<GrowthLawFit> fits, int animals, int left) {
    private static final int FEWEST = 3;
    private static final String METHOD =
            "two stages: start and rate of each animal, one bend, least squares of log volume";

    ArmLaws {
        fits = List.copyOf(fits);
    }

    static ArmLaws of(String arm, List<Animal> animals, double level) {
        List<GrowthCourse> courses = animals.stream()
                .map(Animal::measurable)
                .filter(readings ->
                        readings.stream().map(Reading::day).distinct().count() >= FEWEST)
                .map(ArmLaws::course)
                .toList();
        List<GrowthLawFit> fits = new ArrayList<>();
        for (GrowthShape shape : GrowthShape.values()) {
            GrowthLawFit.of(courses, shape, level).ifPresent(fits::add);
        }
        return new ArmLaws(arm, fits, courses.size(), animals.size() - courses.size());
    }

    private static GrowthCourse course(List<Reading> readings) {
        double first = readings.getFirst().day();
        return new GrowthCourse(
                readings.stream().mapToDouble(reading -> reading.day() - first).toArray(),
                readings.stream()
                        .mapToDouble(reading -> Math.log(reading.volume().orElseThrow()))
                        .toArray());
    }

    private GrowthLawFit exponential() {
        return fits.getFirst();
    }

    /** The law of the least AICc; empty without fits. */
    Optional<GrowthLawFit> best() {
        return fits.stream().min(Comparator.comparingDouble(GrowthLawFit::akaike));
    }

    List<SubjectResult> results(String armColumn, double level) {
        return fits.stream().map(fit -> result(fit, armColumn, level)).toList();
    }

    private SubjectResult result(GrowthLawFit fit, String armColumn, double level) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(armColumn, arm);
        subject.put("law", name(fit.shape()));
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        estimates.add(rate(fit, level));
        if (!fit.hasRates()) {
            warnings.add(new Warning(
                    "rate-not-determined",
                    "initialGrowthRate of " + arm + " under " + name(fit.shape())
                            + " growth is not estimable: an animal's course had bent before its first reading."));
        }
        bend(fit, level, estimates).ifPresent(warnings::add);
        estimates.add(Estimate.descriptive("residualSd", fit.residualSd(), "ln", METHOD));
        estimates.add(Estimate.descriptive("aicc", fit.akaike(), "", "Hurvich and Tsai 1989; the least fits best"));
        if (left > 0) {
            warnings.add(new Warning(
                    "short-courses",
                    left + (left == 1 ? " animal" : " animals") + " of " + arm
                            + " with fewer than three measurable readings left out of the laws of growth."));
        }
        List<HypothesisTest> tests = fit.shape() == GrowthShape.EXPONENTIAL
                ? List.of()
                : List.of(new HypothesisTest(
                        "against-exponential",
                        fit.ratioOver(exponential()),
                        1.0,
                        (double) fit.degreesOfFreedom(),
                        fit.pOver(exponential())));
        return new SubjectResult(subject, estimates, tests, List.of(), warnings);
    }

    private static Estimate rate(GrowthLawFit fit, double level) {
        String method = "mean over animals, Student's t; " + METHOD;
        if (!fit.hasRates()) {
            return Estimate.notEstimable("initialGrowthRate", "1/d", level, method);
        }
        double mean = Descriptive.mean(fit.rates());
        if (fit.rates().length < 2) {
            return Estimate.descriptive("initialGrowthRate", mean, "1/d", method);
        }
        double error = Descriptive.standardDeviation(fit.rates()) / Math.sqrt(fit.rates().length);
        double margin = error * Distributions.studentQuantile((1 + level) / 2, fit.rates().length - 1.0);
        return Estimate.of("initialGrowthRate", mean, "1/d", mean - margin, mean + margin, level, error, method);
    }

    private Optional<Warning> bend(GrowthLawFit fit, double level, List<Estimate> estimates) {
        if (fit.shape() == GrowthShape.EXPONENTIAL) {
            return Optional.empty();
        }
        String name = switch (fit.shape()) {
            case GOMPERTZ -> "growthDecline";
            case LOGISTIC -> "capacity";
            default -> "linearGrowthRate";
        };
        String unit = switch (fit.shape()) {
            case GOMPERTZ -> "1/d";
            case LOGISTIC -> "mm3";
            default -> "mm3/d";
        };
        if (fit.bend().isEmpty()) {
            estimates.add(Estimate.notEstimable(name, unit, level, METHOD));
            return Optional.of(new Warning(
                    "no-bend",
                    name + " of " + arm
                            + " is not estimable: within the days measured the least sum of squares lies at the end"
                            + " of what it can be, so growth does not bend as " + name(fit.shape()) + " growth does."));
        }
        estimates.add(new Estimate(
                name,
                fit.bend().getAsDouble(),
                unit,
                Relation.EQUAL,
                fit.low().isPresent() ? Double.valueOf(fit.low().getAsDouble()) : null,
                fit.high().isPresent() ? Double.valueOf(fit.high().getAsDouble()) : null,
                level,
                null,
                METHOD + ", profile interval"));
        return Optional.empty();
    }

    /** {@code exponential-linear}. */
    static String name(GrowthShape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Gompertz was a person. */
    private static String spoken(GrowthShape shape) {
        return shape == GrowthShape.GOMPERTZ ? "Gompertz" : name(shape);
    }

    /** Which law fits the arm best, in a sentence; empty without a choice. */
    Optional<String> sentence() {
        return best().filter(_ -> fits.size() > 1).map(best -> {
            String judged = fits.stream()
                    .filter(fit -> fit.shape() != best.shape())
                    .map(fit -> spoken(fit.shape()) + " " + Prose.number(fit.akaike() - best.akaike()))
                    .collect(Collectors.joining(", "));
            String bent = best.shape() == GrowthShape.EXPONENTIAL
                    ? ""
                    : " (F against the exponential " + Prose.number(best.ratioOver(exponential())) + ", "
                            + GrowthVerdicts.p(best.pOver(exponential())) + ")";
            return "Of four laws of growth, " + spoken(best.shape()) + " growth fits " + arm + " best" + bent
                    + "; AICc above its own: " + judged + ".";
        });
    }
}
