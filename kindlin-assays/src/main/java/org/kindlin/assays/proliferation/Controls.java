package org.kindlin.assays.proliferation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.proliferation.PeakLimits.Range;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * What controls and protocol say of the peaks before a sample is fitted.
 *
 * @param undivided undivided controls
 * @param auto autofluorescence, where it is stated or measured
 */
public record Controls(ProliferationProtocol protocol, List<CultureSample> undivided, Optional<Autofluorescence> auto) {
    /** Coefficient of variation of an autofluorescence of which only the mean is stated. */
    private static final Range LIKELY_CV = new Range(0.1, 0.8);

    private static final double LEAST_CV = 0.05;
    private static final double MOST_CV = 1;
    /** An autofluorescence of zero, as a share of the undivided peak. */
    private static final double NONE = 1e-9;

    private static final double LEAST_INFERRED = 1e-4;
    private static final double MOST_INFERRED = 0.03;
    /** Without a control, the undivided peak is sought below this quantile of the sample. */
    private static final double BRIGHTEST = 0.998;

    private static final double BELOW_BRIGHTEST = 2.2;

    /**
     * Autofluorescence that is known.
     *
     * @param mean may be zero or, after compensation, below
     * @param cv its coefficient of variation, where known
     */
    public record Autofluorescence(double mean, Range cv) {}

    static Controls of(ProliferationData data, ProliferationProtocol protocol) {
        Optional<Autofluorescence> auto = protocol.autofluorescence().isPresent()
                ? Optional.of(new Autofluorescence(protocol.autofluorescence().getAsDouble(), LIKELY_CV))
                : measured(data.of(SampleRole.UNSTAINED));
        return new Controls(protocol, data.of(SampleRole.UNDIVIDED), auto);
    }

    /** The same with the autofluorescence that the fits of all samples have inferred. */
    Controls with(SharedAutofluorescence inferred) {
        return new Controls(protocol, undivided, Optional.of(inferred.known()));
    }

    private static Optional<Autofluorescence> measured(List<CultureSample> unstained) {
        double[] all = unstained.stream()
                .flatMapToDouble(sample -> Arrays.stream(sample.intensities()))
                .toArray();
        if (all.length == 0) {
            return Optional.empty();
        }
        double median = Descriptive.median(all);
        double cv = median > 0 ? Math.clamp(Descriptive.scaledMad(all) / median, LEAST_CV, MOST_CV) : LEAST_CV;
        return Optional.of(new Autofluorescence(median * Math.sqrt(1 + cv * cv), Range.known(cv)));
    }

    /** Median of the undivided control that belongs to a sample: of the same donor where there is one, else of all. */
    Optional<Double> undividedMedian(CultureSample sample) {
        List<CultureSample> own = undivided.stream()
                .filter(control -> control.subject().equals(sample.subject()))
                .toList();
        double[] all = (own.isEmpty() ? undivided : own)
                .stream()
                        .flatMapToDouble(control -> Arrays.stream(control.intensities()))
                        .toArray();
        return Optional.of(all)
                .filter(values -> values.length > 0)
                .map(Descriptive::median)
                .filter(median -> median > 0);
    }

    /** The limits of a sample's peaks. */
    PeakLimits limits(CultureSample sample) {
        Range range = undividedMedian(sample)
                .map(median -> new Range(protocol.undividedLow() * median, protocol.undividedHigh() * median))
                .orElseGet(() -> brightest(sample));
        if (auto.isPresent()) {
            double mean = Math.max(auto.get().mean(), NONE * range.high());
            return new PeakLimits(range, Range.known(mean), auto.get().cv());
        }
        double least = LEAST_INFERRED * range.low();
        double dimmest = 2 * Descriptive.quantile(sample.intensities(), 0.01);
        double most = Math.clamp(dimmest, 2 * least, MOST_INFERRED * range.high());
        return new PeakLimits(range, new Range(least, most), LIKELY_CV);
    }

    private static Range brightest(CultureSample sample) {
        double quantile = Descriptive.quantile(sample.intensities(), BRIGHTEST);
        double bright = quantile > 0 ? quantile : Descriptive.quantile(sample.intensities(), 1);
        return new Range(bright / BELOW_BRIGHTEST, bright);
    }
}
