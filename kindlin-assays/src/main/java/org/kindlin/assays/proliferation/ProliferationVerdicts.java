package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;

/** The answer in sentences. */
final class ProliferationVerdicts {
    private static final int MOST_SAMPLES = 12;

    private ProliferationVerdicts() {}

    static List<String> of(ProliferationResult result) {
        List<String> verdicts = new ArrayList<>();
        result.series().forEach(series -> verdicts.add(series(series, result.protocol())));
        result.samples().stream().limit(MOST_SAMPLES).forEach(sample -> verdicts.add(sample(sample)));
        if (result.samples().size() > MOST_SAMPLES) {
            verdicts.add((result.samples().size() - MOST_SAMPLES) + " more cultures are in the table.");
        }
        return verdicts;
    }

    /** Mean division index at the highest tolerated dose over that of vehicle. */
    static OptionalDouble toleratedShare(DoseSeries series) {
        OptionalDouble tolerated = series.tolerated();
        OptionalDouble vehicle = series.divisionIndexAt(0);
        if (tolerated.isEmpty() || tolerated.getAsDouble() == 0 || vehicle.isEmpty() || vehicle.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble there = series.divisionIndexAt(tolerated.getAsDouble());
        return there.isPresent()
                ? OptionalDouble.of(there.getAsDouble() / vehicle.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String series(DoseSeries series, ProliferationProtocol protocol) {
        String of = series.subject().isEmpty()
                ? ""
                : " (" + String.join(", ", series.subject().values()) + ")";
        Estimate ic50 = series.division().result().estimate("ic50").orElseThrow();
        OptionalDouble tolerated = series.tolerated();
        OptionalDouble share = toleratedShare(series);
        String viability;
        if (tolerated.isEmpty()) {
            viability = " Viability is unknown, so this may be toxicity.";
        } else {
            boolean all = tolerated.getAsDouble() >= series.tested();
            viability = " Viability stays within " + Prose.number(protocol.viabilityLoss())
                    + " percentage points of vehicle "
                    + (all ? "at every dose" : "up to " + DoseSeries.dose(tolerated.getAsDouble(), protocol))
                    + (share.isPresent()
                            ? ", where the division index is " + Prose.number(100 * share.getAsDouble())
                                    + " % of vehicle."
                            : ".");
        }
        return "Division index over dose" + of + ": mid-point " + Prose.estimate(ic50) + "." + viability;
    }

    private static String sample(SampleResult sample) {
        String name = String.join(", ", sample.indices().subject().values());
        if (sample.fit().isEmpty()) {
            return name + ": too few events.";
        }
        return name + ": division index "
                + Prose.estimate(sample.indices().estimate("divisionIndex").orElseThrow()) + ", "
                + Prose.estimate(sample.indices().estimate("percentDivided").orElseThrow())
                + " of the original cells divided, "
                + sample.fit().get().divisions() + " generations.";
    }
}
