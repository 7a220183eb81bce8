package org.kindlin.assays.event.automatic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;

/** Channels of scattered light as instruments call them: {@code FSC-A}, {@code FS INT LIN}, {@code SSC-H}, {@code FS PEAK}. */
final class Scatter {
    private static final String FORWARD = "(FSC|FS|FALS|FORWARD)";
    private static final String SIDE = "(SSC|SS|SIDE)";
    /** Area, or integral, before height, or peak, before any other. */
    private static final List<String> ENDS =
            List.of("(.*A(REA)?|INT(EGRAL)?)([^A-Z]?LIN)?", "(.*H(EIGHT)?|PEAK)([^A-Z]?LIN)?", ".*");

    private Scatter() {}

    /** Forward scatter: area before height before any other. */
    static Optional<FcsParameter> forward(GateDraft events) {
        return best(events, FORWARD);
    }

    /** Side scatter: area before height before any other. */
    static Optional<FcsParameter> side(GateDraft events) {
        return best(events, SIDE);
    }

    private static Optional<FcsParameter> best(GateDraft events, String beam) {
        return ENDS.stream()
                .map(end -> named(events, beam, end))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Area and height of the same beam, of forward scatter before side scatter. */
    record AreaAndHeight(FcsParameter area, FcsParameter height) {
        static Optional<AreaAndHeight> of(GateDraft events) {
            for (String beam : List.of(FORWARD, SIDE)) {
                Optional<FcsParameter> area = named(events, beam, ENDS.get(0));
                Optional<FcsParameter> height = named(events, beam, ENDS.get(1));
                if (area.isPresent() && height.isPresent()) {
                    return Optional.of(new AreaAndHeight(area.get(), height.get()));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<FcsParameter> named(GateDraft events, String beam, String end) {
        String rest = end.equals(".*") ? "([^A-Z].*)?" : "([^A-Z]" + end + ")";
        return events.channel(p -> p.name().strip().toUpperCase(Locale.ROOT).matches(beam + rest));
    }
}
