package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.random.RandomStream;

/** The fit of one culture as estimates, quality figures and warnings. */
final class SampleReport {
    /** Fewer living events than this are not fitted. */
    static final int FEWEST = 100;

    private static final int FEW = 1000;
    /** Share of the original cells below which those left undivided are as good as none. */
    private static final double NONE_UNDIVIDED = 0.01;

    private static final double MOST_UNEXPLAINED = 5;
    private static final double MOST_MISFIT = 2;

    private final CultureSample sample;
    private final ProliferationProtocol protocol;
    private final Controls controls;
    private final GenerationFit fit;
    private final Map<String, String> subject;
    private final List<Warning> warnings = new ArrayList<>();

    private SampleReport(CultureSample sample, ProliferationProtocol protocol, Controls controls, GenerationFit fit) {
        this.sample = sample;
        this.protocol = protocol;
        this.controls = controls;
        this.fit = fit;
        this.subject = subject(sample, protocol);
    }

    static SampleResult of(
            CultureSample sample,
            ProliferationProtocol protocol,
            Controls controls,
            GenerationFit fit,
            RandomStream random) {
        return new SampleReport(sample, protocol, controls, fit).result(random);
    }

    /** Too few events: every index is null. */
    static SampleResult withoutFit(CultureSample sample, ProliferationProtocol protocol) {
        List<Estimate> estimates = new ArrayList<>();
        for (DivisionIndex index : DivisionIndex.values()) {
            estimates.add(Estimate.notEstimable(index.term(), index.unit(), protocol.level(), index.formula()));
        }
        Warning warning = new Warning(
                "too-few-events",
                sample.intensities().length + " living events: fewer than " + FEWEST
                        + ", so no generations were fitted and every index is null.");
        SubjectResult result =
                new SubjectResult(subject(sample, protocol), estimates, List.of(), List.of(), List.of(warning));
        return new SampleResult(sample, Optional.empty(), result, List.of());
    }

    static Map<String, String> subject(CultureSample sample, ProliferationProtocol protocol) {
        Map<String, String> subject = new LinkedHashMap<>(sample.subject());
        if (!protocol.compound().isEmpty()) {
            subject.put("compound", protocol.compound());
        }
        subject.put("sample", sample.name());
        sample.dose().ifPresent(dose -> subject.put("dose", DoseSeries.dose(dose, protocol)));
        if (!sample.replicate().isEmpty()) {
            subject.put("replicate", sample.replicate());
        }
        return subject;
    }

    private SampleResult result(RandomStream random) {
        boolean bootstrap =
                protocol.intervals() == ProliferationProtocol.IndexIntervals.BOOTSTRAP && fit.divisions() > 0;
        LikelihoodIntervals likelihood = new LikelihoodIntervals(fit, protocol.level());
        Optional<BootstrapIntervals> resampled = bootstrap
                ? Optional.of(new BootstrapIntervals(fit, protocol.level(), protocol.bootstrapSamples(), random))
                : Optional.empty();
        List<Estimate> estimates = new ArrayList<>();
        for (DivisionIndex index : DivisionIndex.values()) {
            Optional<IndexInterval> interval =
                    resampled.isPresent() ? resampled.get().of(index) : likelihood.of(index);
            estimates.add(estimate(index.term(), index.unit(), index.formula(), interval));
        }
        estimates.add(Estimate.descriptive("precursors", precursors(), "", "sum P_i, P_i = N_i / 2^i"));
        estimates.add(Estimate.descriptive("generations", fit.divisions(), "", "Bayesian information criterion"));
        estimates.add(Estimate.descriptive(
                "undividedIntensity", fit.peak(0).median(), "", "median of the fitted peak of generation 0"));
        estimates.add(Estimate.descriptive("dyeCv", 100 * fit.dyeCv(), "%", "maximum likelihood"));
        if (fit.divisions() > 0 || fit.limits().auto().isKnown()) {
            boolean known = fit.limits().auto().isKnown();
            estimates.add(Estimate.descriptive(
                    "autofluorescence",
                    fit.autofluorescence(),
                    "",
                    known ? "stated, measured or of all cultures together" : "maximum likelihood"));
        }
        sample.viability().ifPresent(v -> estimates.add(Estimate.descriptive("viability", v, "%", "share of events")));
        List<SubjectResult> generations = new ArrayList<>();
        for (int g = 0; g <= fit.divisions(); g++) {
            generations.add(
                    generation(g, resampled.isPresent() ? resampled.get().cells(g) : likelihood.cells(g)));
        }
        warn();
        return new SampleResult(
                sample,
                Optional.of(fit),
                new SubjectResult(subject, estimates, List.of(), quality(), warnings),
                generations);
    }

    private Estimate estimate(String name, String unit, String formula, Optional<IndexInterval> interval) {
        String how = formula
                + (protocol.intervals() == ProliferationProtocol.IndexIntervals.BOOTSTRAP
                        ? "; bootstrap"
                        : "; likelihood");
        return interval.map(i -> Estimate.of(name, i.value(), unit, i.low(), i.high(), protocol.level(), i.se(), how))
                .orElseGet(() -> Estimate.notEstimable(name, unit, protocol.level(), how));
    }

    private SubjectResult generation(int g, IndexInterval cells) {
        Map<String, String> own = new LinkedHashMap<>(subject);
        own.put("generation", Integer.toString(g));
        String formula = "N_" + g + " by maximum likelihood";
        return new SubjectResult(
                own,
                List.of(
                        estimate("count", "", formula, Optional.of(cells)),
                        Estimate.descriptive(
                                "precursors",
                                cells.value() / (1L << g),
                                "",
                                String.format(Locale.ROOT, "N_%d / 2^%d", g, g)),
                        Estimate.descriptive("medianIntensity", fit.peak(g).median(), "", "fitted peak m 2^-g + a")),
                List.of(),
                List.of(),
                List.of());
    }

    private List<QualityCheck> quality() {
        List<QualityCheck> checks = new ArrayList<>();
        checks.add(QualityCheck.info("events", fit.bins().events()));
        checks.add(QualityCheck.atMost("reduced-chi-squared", fit.reducedChiSquared(), MOST_MISFIT));
        checks.add(QualityCheck.atMost("unexplained-percent", 100 * fit.unexplainedShare(), MOST_UNEXPLAINED));
        controls.undividedMedian(sample)
                .ifPresent(median -> checks.add(QualityCheck.info("undivided-to-control", fit.undivided() / median)));
        return checks;
    }

    private void warn() {
        if (fit.divisions() == 0) {
            warn(
                    "no-division",
                    "No generation beyond the undivided was found: the proliferation index and the replication"
                            + " index are undefined, not 0.");
        }
        if (fit.bins().events() < FEW) {
            warn(
                    "few-events",
                    Math.round(fit.bins().events()) + " living events: intervals are wide, and generations of"
                            + " few cells cannot be told from none.");
        }
        if (controls.undividedMedian(sample).isEmpty()) {
            warn(
                    "undivided-inferred",
                    "There is no undivided control: the brightest peak was taken for undivided cells. If"
                            + " all cells had divided, every generation would be one too low.");
        } else if (fit.limits().undivided().isAtEnd(fit.undivided())) {
            warn(
                    "undivided-at-limit",
                    "The undivided peak lies at the end of the range that the control allows: check that"
                            + " both were stained and measured alike.");
        }
        boolean isControlled = controls.undividedMedian(sample).isPresent();
        if (isControlled && fit.divisions() > 0 && fit.cells()[0] < NONE_UNDIVIDED * precursors()) {
            warn(
                    "none-undivided",
                    "Nearly all cells divided. So it looks, too, where the control is twice as bright as the culture's"
                            + " undivided cells: then every generation is one too high. Check that both were stained and measured"
                            + " alike.");
        }
        if (fit.divisions() > 0 && controls.auto().isEmpty()) {
            warn(
                    "autofluorescence-inferred",
                    "The autofluorescence was inferred from the spacing of the peaks, as no"
                            + " unstained cells were measured; late generations depend on it.");
        }
        if (fit.misfitP() < 0.01 && fit.reducedChiSquared() > MOST_MISFIT) {
            warn(
                    "misfit",
                    String.format(
                            Locale.ROOT,
                            "The peaks are not quite of the model's form (reduced chi-squared %.2f); intervals were widened by its"
                                    + " root.",
                            fit.reducedChiSquared()));
        }
        if (100 * fit.unexplainedShare() > MOST_UNEXPLAINED) {
            warn(
                    "unexplained-events",
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the events belong to no generation: where they are cells that divided, the indices are"
                                    + " too low; look at the histogram, and gate out debris and doublets.",
                            100 * fit.unexplainedShare()));
        }
        unresolved();
    }

    private double precursors() {
        return DivisionIndexSums.precursors(fit.cells());
    }

    /** Peaks nearer to each other than half their width are told apart by the model alone. */
    private void unresolved() {
        if (fit.divisions() < 1) {
            return;
        }
        int last = fit.divisions();
        double ratio =
                StrictMath.log(fit.peak(last - 1).median() / fit.peak(last).median());
        if (ratio < fit.peak(last).logDeviation()) {
            warn(
                    "unresolved-generations",
                    "The last peaks lie nearer to each other than their width, close to the"
                            + " autofluorescence: cells of generation " + (last - 1) + " and " + last
                            + " cannot be told apart well.");
        }
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
