package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.fault.Faults;

/**
 * Parts of a whole as centred ratios: each part over the geometric mean of all parts of its sample (Aitchison, J R Stat Soc B
 * 44:139, 1982). What only shrinks because others grow then does not count as a change of its own.
 */
final class Composition {
    private Composition() {}

    static List<Pair> centred(List<Pair> pairs, BiomarkerProtocol protocol, Faults faults) {
        int parts = (int) pairs.stream().map(Pair::marker).distinct().count();
        Map<List<String>, List<Pair>> samples = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> List.of(pair.id(), pair.visit()), LinkedHashMap::new, Collectors.toList()));
        List<Pair> centred = new ArrayList<>();
        for (List<Pair> sample : samples.values()) {
            if (sample.size() < parts) {
                Pair first = sample.getFirst();
                faults.add(
                        first.file(),
                        first.place(),
                        first.id() + " has " + sample.size() + " of " + parts + " parts",
                        "give every part of every sample, or leave the sample out");
                continue;
            }
            double before = meanLog(sample, protocol, true, faults);
            double after = meanLog(sample, protocol, false, faults);
            sample.forEach(pair -> centred.add(new Pair(
                    pair.file(),
                    pair.place(),
                    pair.id(),
                    pair.marker(),
                    pair.arm(),
                    pair.visit(),
                    over(pair.before(), before, protocol),
                    over(pair.after(), after, protocol))));
        }
        return centred;
    }

    private static Reading over(Reading reading, double meanLog, BiomarkerProtocol protocol) {
        return new Reading(positive(reading, protocol) / StrictMath.exp(meanLog), false);
    }

    private static double positive(Reading reading, BiomarkerProtocol protocol) {
        return reading.value() > 0 && !reading.isBelow()
                ? reading.value()
                : protocol.zeroReplacement().orElse(1);
    }

    private static double meanLog(List<Pair> sample, BiomarkerProtocol protocol, boolean isBefore, Faults faults) {
        double sum = 0;
        for (Pair pair : sample) {
            Reading reading = isBefore ? pair.before() : pair.after();
            if (!(reading.value() > 0) && protocol.zeroReplacement().isEmpty()) {
                faults.add(
                        pair.file(),
                        pair.place(),
                        pair.marker() + " of " + pair.id() + " is " + reading.value() + ", which has no logarithm",
                        "state zeroReplacement=VALUE for empty parts");
            }
            sum += StrictMath.log(positive(reading, protocol));
        }
        return sum / sample.size();
    }
}
