package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.exposure.TerminalPhase;

/**
 * The curve that areas are taken under: samples up to the last measurable one, by the rule for those below the limit,
 * and the concentration at the time of the dose.
 *
 * @param times since the dose, from 0
 * @param concentrations one for each time
 * @param measured whether each was measured (and neither assumed nor below the limit)
 * @param exclusions samples that count for nothing or for an assumed value
 */
public record ProfileCurve(
        List<Double> times,
        List<Double> concentrations,
        List<Boolean> measured,
        List<Exclusion> exclusions,
        List<Warning> warnings) {

    /** The curve of a profile; empty where no concentration is measurable. */
    static Optional<ProfileCurve> of(Profile profile, PharmacokineticsProtocol protocol) {
        return new Builder(profile, protocol).build();
    }

    double[] timeArray() {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] concentrationArray() {
        return concentrations.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double last() {
        return times.getLast();
    }

    double lastConcentration() {
        return concentrations.getLast();
    }

    /** Index of the first highest measured concentration. */
    int peak() {
        int peak = measured.indexOf(true);
        for (int i = peak + 1; i < times.size(); i++) {
            if (measured.get(i) && concentrations.get(i) > concentrations.get(peak)) {
                peak = i;
            }
        }
        return peak;
    }

    /** Applies the rules, one sample after the other. */
    private static final class Builder {
        private final Profile profile;
        private final PharmacokineticsProtocol protocol;
        private final List<Double> times = new ArrayList<>();
        private final List<Double> concentrations = new ArrayList<>();
        private final List<Boolean> measured = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();

        Builder(Profile profile, PharmacokineticsProtocol protocol) {
            this.profile = profile;
            this.protocol = protocol;
        }

        Optional<ProfileCurve> build() {
            List<Sample> samples = sinceDose();
            List<Double> measurable = samples.stream()
                    .filter(sample -> !sample.isBelowLimit())
                    .map(Sample::time)
                    .toList();
            if (measurable.isEmpty()) {
                return Optional.empty();
            }
            samples.forEach(sample -> take(sample, measurable.getFirst(), measurable.getLast()));
            start();
            return Optional.of(new ProfileCurve(times, concentrations, measured, exclusions, warnings));
        }

        /** Samples from the dose on; without one at its time, the last before it stands there. */
        private List<Sample> sinceDose() {
            List<Sample> since = new ArrayList<>(profile.samples().stream()
                    .filter(sample -> sample.time() >= 0)
                    .toList());
            List<Sample> before = profile.samples().stream()
                    .filter(sample -> sample.time() < 0)
                    .toList();
            boolean stands =
                    !before.isEmpty() && (since.isEmpty() || since.getFirst().time() > 0);
            for (Sample sample : before) {
                boolean used = stands && sample.equals(before.getLast());
                exclude(sample, used ? "before the dose: taken as the concentration at its time" : "before the dose");
            }
            if (stands) {
                Sample last = before.getLast();
                since.addFirst(new Sample(
                        0, last.concentration(), last.isBelowLimit(), last.limit(), last.file(), last.place()));
            }
            return since;
        }

        private void take(Sample sample, double first, double last) {
            if (!sample.isBelowLimit()) {
                add(sample.time(), sample.concentration(), true);
                return;
            }
            if (sample.time() == 0 && protocol.dosing().route() == Route.BOLUS) {
                exclude(sample, sample.text() + " before a bolus: the concentration at its time is extrapolated");
                return;
            }
            if (sample.time() > last) {
                exclude(sample, sample.text() + " after the last measurable concentration: left out");
                return;
            }
            switch (protocol.samples().belowLimit()) {
                case STANDARD -> {
                    if (sample.time() < first) {
                        assume(sample, 0);
                    } else {
                        exclude(sample, sample.text() + " between measurable concentrations: left out");
                    }
                }
                case ZERO -> assume(sample, 0);
                case HALF -> assume(sample, sample.limit().orElse(0) / 2);
                case MISSING -> exclude(sample, sample.text() + ": left out");
            }
        }

        private void assume(Sample sample, double concentration) {
            add(sample.time(), concentration, false);
            if (sample.limit().isPresent()) {
                exclude(sample, sample.text() + ": taken as " + concentration);
            }
        }

        private void add(double time, double concentration, boolean isMeasured) {
            times.add(time);
            concentrations.add(concentration);
            measured.add(isMeasured);
        }

        private void exclude(Sample sample, String reason) {
            exclusions.add(new Exclusion(sample.file(), sample.place(), reason));
        }

        private boolean isSteady() {
            return protocol.dosing().isSteadyState();
        }

        /** The concentration at the time of the dose, where no sample has it. */
        private void start() {
            if (times.getFirst() == 0) {
                return;
            }
            double start = 0;
            String how = "0 (before a single dose)";
            if (isSteady()) {
                start = concentrations.stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0);
                how = "the lowest of the interval (steady state)";
            } else if (protocol.dosing().route() == Route.BOLUS) {
                start = extrapolated();
                how = start > concentrations.getFirst()
                        ? "extrapolated log-linearly from the first two samples"
                        : "the first measured one (the first two samples do not fall)";
            }
            times.addFirst(0.0);
            concentrations.addFirst(start);
            measured.addFirst(false);
            warnings.add(new Warning(
                    "start-assumed",
                    "No sample stands at the time of the dose; the concentration there was taken to be " + how + "."));
        }

        private double extrapolated() {
            double first = concentrations.getFirst();
            if (times.size() < 2 || !(concentrations.get(1) > 0) || !(first > concentrations.get(1))) {
                return first;
            }
            return TerminalPhase.through(
                            new double[] {times.get(0), times.get(1)}, new double[] {first, concentrations.get(1)})
                    .map(phase -> phase.at(0))
                    .orElse(first);
        }
    }
}
