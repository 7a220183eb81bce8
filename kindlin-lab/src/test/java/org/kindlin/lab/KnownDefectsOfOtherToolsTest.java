package org.kindlin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.assays.growth.GrowthAssay;
import org.kindlin.assays.growth.GrowthTests;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.survival.SurvivalAssay;
import org.kindlin.lab.growth.SimulatedStudy;
import org.kindlin.lab.growth.TrueGrowth;
import org.kindlin.lab.plan.growth.Allocation;
import org.kindlin.lab.plan.growth.GrowthPlanner;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.MixedData;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.MixedModel;
import org.kindlin.numerics.mixed.RandomStructure;
import org.kindlin.numerics.mixed.Subject;
import org.kindlin.numerics.random.RandomStream;

/**
 * Ten defects that were found in published tools for animal and survival studies (listed with the in vivo reference data), one
 * test each: what the tool does, and that Kindlin does not, on files as a user gives them.
 */
class KnownDefectsOfOtherToolsTest {
    private static final String SURVIVAL = "kindlin-assays/src/test/resources/org/kindlin/assays/survival/";

    @Test
    @DisplayName("1: inhibition as (VCend - VTend)/(VC0 - VT0) gives -7551 % where it is 49.7 %")
    void inhibitionDividesByTheControlsGrowth() {
        double c0 = 194.987771783333;
        double t0 = 195.0080573;
        double c = 1391.8608072;
        double t = 797.3346741;
        StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
        for (double spread : new double[] {0.9, 1, 1.1}) { // the means stay
            course(csv, "vehicle", spread, c0, c);
            course(csv, "drug", spread, t0, t);
        }
        double tgi = value(subject(growth(csv.toString()), "arm", "drug"), "tgi");
        assertThat(tgi)
                .isCloseTo(49.6749781324706, within(1e-8))
                .isCloseTo(100 * (1 - (t - t0) / (c - c0)), within(1e-8));
    }

    private static void course(StringBuilder csv, String arm, double spread, double first, double last) {
        csv.append(arm)
                .append(',')
                .append(arm)
                .append(spread)
                .append(",0,")
                .append(first * spread)
                .append('\n');
        csv.append(arm)
                .append(',')
                .append(arm)
                .append(spread)
                .append(",17,")
                .append(last * spread)
                .append('\n');
    }

    @Test
    @DisplayName(
            "2: a synergy test of five animals per arm against the normal distribution rejects 7.2 % instead of 5 %")
    void synergyTestOfFivePerArmKeepsItsSize() {
        GrowthTests tests = GrowthTests.of(Settings.of(Map.of()));
        TrueGrowth truth = additive(5);
        List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
        int studies = 1200;
        int rejected = 0;
        int byNormal = 0;
        for (int i = 0; i < studies; i++) {
            SimulatedStudy study =
                    SimulatedStudy.draw(truth, RandomStream.ofSeed(5).child(i));
            Contrast bliss = tests.test(study.data(arms)).orElseThrow().bliss().orElseThrow();
            rejected += bliss.p() < 0.05 ? 1 : 0;
            byNormal += Math.abs(bliss.statistic()) > 1.959963984540054 ? 1 : 0;
        }
        assertThat(100.0 * rejected / studies).isBetween(3.2, 6.8); // 5 and three standard errors
        assertThat(byNormal - rejected).isGreaterThan(studies / 100);
    }

    /** Growth rates that add exactly; four arms, removal at 2000 mm3. */
    private static TrueGrowth additive(int animals) {
        List<TrueGrowth.Arm> arms = List.of(
                new TrueGrowth.Arm("vehicle", 0.14, 0),
                new TrueGrowth.Arm("first", 0.11, 0),
                new TrueGrowth.Arm("second", 0.09, 0),
                new TrueGrowth.Arm("both", 0.06, 0));
        List<Double> days = List.of(0.0, 3.0, 7.0, 10.0, 14.0, 17.0, 21.0);
        return new TrueGrowth(arms, animals, days, 125, 0.2, 0.02, 0.12, 0, 2000, 0, 22);
    }

    /** Without censoring the restricted mean is a plain mean of min(T, horizon): its variance is sum (x - mean)² / n². */
    @Test
    @DisplayName("3: variance of the truncated variable printed as that of the restricted mean")
    void restrictedMeanHasTheVarianceOfAMean() {
        double[] times = {3, 5, 8, 13, 21, 34, 55, 89};
        StringBuilder csv = new StringBuilder("time,event\n");
        double sum = 0;
        for (double time : times) {
            csv.append(time).append(",1\n");
            sum += Math.min(time, 40);
        }
        double squares = 0;
        for (double time : times) {
            squares += Math.pow(Math.min(time, 40) - sum / times.length, 2);
        }
        Estimate mean = estimate(subject(survival(csv.toString(), "rmstHorizon=40"), "arm", "all"), "rmst");
        assertThat(mean.value()).isCloseTo(sum / times.length, within(1e-12));
        assertThat(mean.se()).isCloseTo(Math.sqrt(squares) / times.length, within(1e-12));
    }

    /** R 4.2.2, survival 3.5-3: coxph(Surv(time, status) ~ age + strata(sex)), and without the strata. */
    @Test
    @DisplayName("4: strata of a Cox model ignored without a word")
    void strataChangeTheModel() {
        String lung = shipped("lung.csv");
        AnalysisDocument stratified = survival(lung, "covariates=age", "strata=sex");
        assertThat(value(subject(stratified, "term", "age"), "logHazardRatio"))
                .isCloseTo(0.0162146518647846, within(1e-9));
        assertThat(value(subject(stratified, "model", "cox"), "logLikelihood"))
                .isCloseTo(-641.845896317458, within(1e-8));
        double plain = value(subject(survival(lung, "covariates=age"), "term", "age"), "logHazardRatio");
        assertThat(Math.abs(plain - 0.0162146518647846)).isGreaterThan(1e-3);
        assertThat(stratified.methods()).contains("stratified by sex");
    }

    /** Both agents slow growth far more than their sum: a statistic of about -52 on 16 degrees of freedom. */
    @Test
    @DisplayName("5: p = 1.0 at z = -52")
    void strongSynergyHasASmallP() {
        SubjectResult both = subject(growth(strongSynergy()), "combination", "a + b");
        HypothesisTest bliss = test(both, "bliss");
        double df = Objects.requireNonNull(bliss.df());
        assertThat(bliss.statistic()).isBetween(-56.0, -48.0);
        assertThat(df).isBetween(10.0, 40.0);
        assertThat(bliss.p()).isPositive().isLessThan(1e-12);
        assertThat(test(both, "hsa-intersection-union-one-sided").p()).isLessThan(1e-12);
        // SciPy: 2 * scipy.stats.t.sf(52, 16) and 2 * scipy.stats.norm.sf(30); of 52 the normal tail is below every
        // double
        assertThat(new Contrast(-52, 1, 16).p()).isCloseTo(T_OF_52, within(1e-9 * T_OF_52));
        assertThat(new Contrast(52, 1, 16).p()).isEqualTo(new Contrast(-52, 1, 16).p());
        assertThat(new Contrast(-30, 1, Double.POSITIVE_INFINITY).p())
                .isCloseTo(NORMAL_OF_30, within(1e-9 * NORMAL_OF_30));
        assertThat(new Contrast(-52, 1, Double.POSITIVE_INFINITY).p()).isLessThan(1e-300);
    }

    private static final double T_OF_52 = 2.8225763001866034e-19;
    private static final double NORMAL_OF_30 = 9.813427854295816e-198;

    private static String strongSynergy() {
        RandomStream random = RandomStream.ofSeed(52);
        double[] rates = {0.15, 0.14, 0.14, 0.02};
        String[] arms = {"vehicle", "a", "b", "a + b"};
        StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
        for (int arm = 0; arm < arms.length; arm++) {
            for (int i = 0; i < 5; i++) {
                double rate = rates[arm] + RATE_SD * random.nextGaussian();
                for (int day = 0; day <= 18; day += 3) {
                    double volume = 120 * Math.exp(rate * day + 0.02 * random.nextGaussian());
                    csv.append(String.format(Locale.ROOT, "%s,%d-%d,%d,%.4f%n", arms[arm], arm, i, day, volume));
                }
            }
        }
        return csv.toString();
    }

    private static final double RATE_SD = 0.0022;

    /** R 4.2.2, coxphf 1.13.4 for the penalised estimate; coxph prints a finite coefficient with a huge error. */
    @Test
    @DisplayName("6: a monotone likelihood returned as a finite estimate")
    void monotoneLikelihoodIsTold() {
        SubjectResult term = subject(survival(shipped("monotone.csv"), "arm=trt"), "term", "trt");
        assertThat(estimate(term, "logHazardRatio").value()).isNull();
        assertThat(estimate(term, "hazardRatio").value()).isNull();
        assertThat(term.warning("monotone-likelihood")).isPresent();
        assertThat(value(term, "logHazardRatioFirth")).isCloseTo(-3.48226368156023, within(1e-6));
    }

    /** 1.959964 standard errors, not the 1.644854 of qnorm(.95). */
    @Test
    @DisplayName("7: limits from qnorm(.95) called 95 %")
    void ninetyFivePercentLimitsAreTwoSided() {
        Estimate hazard = estimate(subject(survival(shipped("lung.csv"), "arm=sex"), "term", "sex"), "logHazardRatio");
        assertThat(errors(hazard)).isCloseTo(1.959963984540054, within(1e-9));
        Estimate difference = estimate(
                subject(survival(shipped("lung.csv"), "arm=sex", "rmstHorizon=500"), "comparison", "2 vs 1"),
                "rmstDifference");
        assertThat(errors(difference)).isCloseTo(1.959963984540054, within(1e-9));
        Estimate rate = estimate(subject(growth(strongSynergy()), "arm", "vehicle"), "growthRate");
        assertThat(errors(rate)).isGreaterThan(1.96); // a t quantile
    }

    private static double errors(Estimate estimate) {
        double low = Objects.requireNonNull(estimate.low());
        double high = Objects.requireNonNull(estimate.high());
        return (high - low) / 2 / Objects.requireNonNull(estimate.se());
    }

    @Test
    @DisplayName("8: a randomiser without a seed, whose allocation nobody can repeat")
    void allocationIsRepeatedFromItsSeed() {
        StringBuilder csv = new StringBuilder("animal,volume\n");
        for (int i = 1; i <= 32; i++) {
            csv.append("A").append(i).append(',').append(100 + i).append('\n');
        }
        Allocation first = allocation(csv.toString(), 11);
        assertThat(allocation(csv.toString(), 11)).isEqualTo(first);
        assertThat(first.hash()).hasSize(64);
        assertThat(allocation(csv.toString(), 12).hash()).isNotEqualTo(first.hash());
    }

    private static Allocation allocation(String animals, long seed) {
        RawFile file = new RawFile("animals.csv", animals.getBytes(StandardCharsets.UTF_8));
        Settings settings = Settings.of(Map.of("simulations", "20", "sizes", "8", "animals", "8"));
        return GrowthPlanner.plan(settings, Optional.of(file), seed, _ -> {})
                .allocation()
                .orElseThrow();
    }

    @Test
    @DisplayName("9: 'failed to converge' on 75,000 rows that were fitted well")
    void noFalseAlarmOnSeventyFiveThousandRows() {
        RandomStream random = RandomStream.ofSeed(9);
        List<Subject> animals = new ArrayList<>();
        for (int animal = 0; animal < 5000; animal++) {
            double start = 4.8 + 0.2 * random.nextGaussian();
            double rate = 0.1 + 0.02 * random.nextGaussian();
            double[] logVolume = new double[15];
            double[][] design = new double[15][];
            for (int visit = 0; visit < 15; visit++) {
                design[visit] = new double[] {1, 3.0 * visit};
                logVolume[visit] = start + rate * 3 * visit + 0.15 * random.nextGaussian();
            }
            animals.add(new Subject(logVolume, design, design));
        }
        MixedFit fit = MixedModel.fit(new MixedData(animals), RandomStructure.CORRELATED, Criterion.REML);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.isSingular()).isFalse();
        assertThat(fit.coefficients()[1]).isCloseTo(0.1, within(0.0012)); // four standard errors of 0.02 / sqrt(5000)
        assertThat(Math.sqrt(fit.randomCovariance()[1][1])).isCloseTo(0.02, within(0.001));
    }

    /**
     * Distinct times without censoring: on the log scale, R's default, the limit before the last event is exp(z sqrt(1 - 1/n))/n,
     * above one half up to n = 13; on the log-log scale it is below from n = 7 on.
     */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10, 12, 13})
    @DisplayName("10: a median of at most 13 animals without an upper limit")
    void medianOfFewAnimalsHasBothLimits(int animals) {
        StringBuilder csv = new StringBuilder("time,event\n");
        for (int i = 1; i <= animals; i++) {
            csv.append(10 + i).append(",1\n");
        }
        Estimate median = estimate(subject(survival(csv.toString()), "arm", "all"), "median");
        double value = Objects.requireNonNull(median.value());
        assertThat(median.low()).isNotNull().isLessThanOrEqualTo(value);
        assertThat(median.high()).isNotNull().isGreaterThanOrEqualTo(value).isLessThanOrEqualTo(10.0 + animals);
        Estimate byLog = estimate(subject(survival(csv.toString(), "interval=log"), "arm", "all"), "median");
        assertThat(byLog.high()).isNull();
    }

    private static String shipped(String name) {
        try {
            return Files.readString(
                    Path.of(System.getProperty("kindlin.root", ".")).resolve(SURVIVAL + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnalysisDocument growth(String csv, String... settings) {
        return run(new GrowthAssay(), csv, settings);
    }

    private static AnalysisDocument survival(String csv, String... settings) {
        return run(new SurvivalAssay(), csv, settings);
    }

    private static <P, D, R extends AnalysisResult> AnalysisDocument run(
            Assay<P, D, R> assay, String csv, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>();
        for (String setting : settings) {
            stated.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        RawFile file = new RawFile("study.csv", csv.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(assay, List.of(InputFile.of(file)), Settings.of(stated), 1);
    }

    private static SubjectResult subject(AnalysisDocument document, String key, String value) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + "=" + value + " in " + document.results()));
    }

    private static Estimate estimate(SubjectResult subject, String name) {
        return subject.estimate(name).orElseThrow(() -> new AssertionError(name + " in " + subject));
    }

    private static double value(SubjectResult subject, String name) {
        return Objects.requireNonNull(estimate(subject, name).value(), name);
    }

    private static HypothesisTest test(SubjectResult subject, String name) {
        return subject.tests().stream()
                .filter(test -> test.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + subject.tests()));
    }
}
