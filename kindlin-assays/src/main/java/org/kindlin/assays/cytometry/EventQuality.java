package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.event.automatic.Doublets;
import org.kindlin.assays.event.quality.AcquisitionQuality;
import org.kindlin.assays.event.quality.TimeStretch;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Warning;

/** Quality of an acquisition as checks and warnings. */
final class EventQuality {
    private static final int MOST_NAMED = 5;
    private static final double MOST_DRIFT = 10;

    private EventQuality() {}

    /** Checks that the file allows. */
    static List<QualityCheck> checks(Sample sample) {
        List<QualityCheck> checks = new ArrayList<>();
        if (sample.quality().isEmpty()) {
            return checks;
        }
        AcquisitionQuality quality = sample.quality().get();
        checks.add(
                QualityCheck.atMost("margin-events-percent", quality.margins().percent(), 5));
        quality.oddRatePercent()
                .ifPresent(percent -> checks.add(QualityCheck.atMost("odd-flow-rate-percent", percent, 5)));
        quality.oddSignalPercent()
                .ifPresent(percent -> checks.add(QualityCheck.atMost("odd-signal-percent", percent, 5)));
        quality.drift()
                .ifPresent(drift -> checks.add(QualityCheck.atMost(
                        "time-drift-percent", drift.percent(), Math.max(MOST_DRIFT, drift.byChance()))));
        Doublets.percent(sample.events(Optional.empty()))
                .ifPresent(percent -> checks.add(QualityCheck.atMost("doublets-percent", percent, 15)));
        return checks;
    }

    /** What the checks do not say: which channel is cut off, which stretches of time are odd, why time was not looked at. */
    static List<Warning> warnings(Sample sample, boolean removed) {
        List<Warning> warnings = new ArrayList<>();
        if (sample.quality().isEmpty()) {
            return warnings;
        }
        AcquisitionQuality quality = sample.quality().get();
        if (quality.margins().percent() > 5) {
            quality.margins()
                    .worst()
                    .ifPresent(channel -> warnings.add(
                            new Warning("margin-events", "most events at the end of a range are those of " + channel)));
        }
        quality.clockFault()
                .ifPresent(fault -> warnings.add(
                        new Warning("time-unusable", fault + ": flow rate and drift over time were not looked at")));
        if (!quality.badTimes().isEmpty()) {
            String stretches = String.join(
                    ", ",
                    quality.badTimes().stream()
                            .limit(MOST_NAMED)
                            .map(stretch -> place(stretch) + " (" + stretch.reason() + ")")
                            .toList());
            warnings.add(new Warning(
                    "bad-time",
                    quality.badTimes().size() + " stretches of time are odd: " + stretches
                            + (removed ? "; removed" : "; nothing was removed, removeBadTime=yes does")));
        }
        return warnings;
    }

    static String place(TimeStretch stretch) {
        return String.format(Locale.ROOT, "%.6g to %.6g s", stretch.from(), stretch.to());
    }
}
