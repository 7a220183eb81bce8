package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Analyses every curve of a data set; a pure function. */
final class DoseResponseAnalysis {
    private DoseResponseAnalysis() {}

    static DoseResponseResult analyze(DoseResponseData data, DoseResponseProtocol protocol, long seed) {
        // Curves are independent of one another, so how many threads share them changes nothing.
        List<CurveResult> separate = IntStream.range(0, data.curves().size())
                .parallel()
                .mapToObj(i -> CurveAnalysis.analyze(data.curves().get(i), protocol.curve(), seed)
                        .with(data.findings()))
                .toList();
        Optional<SharedCurves.Shared> shared =
                protocol.shared().isEmpty() ? Optional.empty() : Optional.of(SharedCurves.of(separate, protocol));
        List<CurveResult> curves = shared.map(SharedCurves.Shared::curves).orElse(separate);
        return new DoseResponseResult(
                curves,
                shared.map(SharedCurves.Shared::comparison),
                data.points(),
                Verdicts.of(curves),
                data.exclusions(),
                Methods.of(protocol));
    }
}
