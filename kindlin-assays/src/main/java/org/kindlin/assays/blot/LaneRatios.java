package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.assays.blot.BlotProtocol.TargetPair;

/** Ratios lane by lane: to the total of the same target first, then to the loading control, then to the reference lanes. */
final class LaneRatios {
    private final List<TargetBand> bands;
    private final BlotProtocol protocol;

    private LaneRatios(List<TargetBand> bands, BlotProtocol protocol) {
        this.bands = bands;
        this.protocol = protocol;
    }

    static List<LaneRatio> of(List<TargetBand> bands, BlotProtocol protocol) {
        LaneRatios ratios = new LaneRatios(bands, protocol);
        List<LaneRatio> all = new ArrayList<>();
        Set<String> targets = new LinkedHashSet<>();
        bands.forEach(band -> targets.add(band.target()));
        for (String target : targets) {
            ratios.denominator(target, targets).ifPresent(total -> all.addAll(ratios.pair(target, total)));
        }
        return ratios.withFolds(all);
    }

    private Optional<String> denominator(String target, Set<String> targets) {
        for (TargetPair pair : protocol.ratios()) {
            if (isSame(target, pair.phosphorylated())) {
                Optional<String> total = targets.stream()
                        .filter(other -> isSame(other, pair.total()))
                        .findFirst();
                if (total.isPresent()) {
                    return total;
                }
            }
        }
        return protocol.loadingControl()
                .flatMap(control ->
                        targets.stream().filter(other -> isSame(other, control)).findFirst())
                .filter(control -> !control.equals(target));
    }

    /** Whether a target of the layout is the one of a pair: {@code pFAK Y397} is a {@code pFAK}. */
    static boolean isSame(String target, String name) {
        String first = target.strip().split("[\\s(]+", 2)[0];
        return plain(target).equals(plain(name)) || plain(first).equals(plain(name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private List<LaneRatio> pair(String target, String total) {
        List<LaneRatio> ratios = new ArrayList<>();
        for (TargetBand band : bands) {
            if (band.target().equals(target) && band.use().role() != LaneRole.STANDARD) {
                Optional<TargetBand> below = bands.stream()
                        .filter(other -> other.target().equals(total)
                                && other.blot().equals(band.blot())
                                && other.use().lane() == band.use().lane())
                        .findFirst();
                ratios.add(ratio(band, below, target + "/" + total));
            }
        }
        return ratios;
    }

    private static LaneRatio ratio(TargetBand band, Optional<TargetBand> total, String name) {
        Optional<String> reason = total.isEmpty()
                ? Optional.of("the denominator was not measured in this lane")
                : reason(band).or(() -> reason(total.get()));
        List<TargetBand> bands = Stream.concat(Stream.of(band), total.stream()).toList();
        if (reason.isPresent()) {
            return new LaneRatio(
                    name,
                    band.use(),
                    band.blot(),
                    OptionalDouble.empty(),
                    0,
                    OptionalDouble.empty(),
                    bands,
                    reason.get());
        }
        double a = band.band().orElseThrow().volumeError() / band.volume();
        double b = total.get().band().orElseThrow().volumeError() / total.get().volume();
        return new LaneRatio(
                name,
                band.use(),
                band.blot(),
                OptionalDouble.of(band.volume() / total.get().volume()),
                Math.sqrt(a * a + b * b),
                OptionalDouble.empty(),
                bands,
                "");
    }

    private static Optional<String> reason(TargetBand band) {
        if (band.band().isEmpty()) {
            return Optional.of(band.missing());
        }
        return band.band().get().isSaturated()
                ? Optional.of("the band of " + band.target() + " in lane "
                        + band.use().lane() + " is saturated")
                : Optional.empty();
    }

    /** Over the geometric mean of the reference lanes of the same blot, of the same time where there are such. */
    private List<LaneRatio> withFolds(List<LaneRatio> ratios) {
        return ratios.stream().map(ratio -> ratio.withFold(fold(ratio, ratios))).toList();
    }

    private static OptionalDouble fold(LaneRatio ratio, List<LaneRatio> all) {
        List<LaneRatio> used = references(ratio, all).stream()
                .filter(other -> other.blot().equals(ratio.blot()))
                .toList();
        if (used.isEmpty() || ratio.ratio().isEmpty()) {
            return OptionalDouble.empty();
        }
        double mean = used.stream()
                .mapToDouble(other -> StrictMath.log(other.ratio().getAsDouble()))
                .average()
                .orElseThrow();
        return OptionalDouble.of(StrictMath.exp(StrictMath.log(ratio.ratio().getAsDouble()) - mean));
    }

    /** The reference lanes of a lane's ratio and sample, blot by blot those of its time where there are such. */
    static List<LaneRatio> references(LaneRatio ratio, List<LaneRatio> all) {
        Map<String, List<LaneRatio>> byBlot = new LinkedHashMap<>();
        for (LaneRatio other : all) {
            if (other.use().role() == LaneRole.REFERENCE
                    && other.name().equals(ratio.name())
                    && other.use().sample().equals(ratio.use().sample())
                    && other.ratio().isPresent()) {
                byBlot.computeIfAbsent(other.blot(), _ -> new ArrayList<>()).add(other);
            }
        }
        return byBlot.values().stream()
                .flatMap(lanes -> ofTime(lanes, ratio.use().time()).stream())
                .toList();
    }

    private static List<LaneRatio> ofTime(List<LaneRatio> lanes, String time) {
        List<LaneRatio> same =
                lanes.stream().filter(lane -> lane.use().time().equals(time)).toList();
        return same.isEmpty() ? lanes : same;
    }
}
