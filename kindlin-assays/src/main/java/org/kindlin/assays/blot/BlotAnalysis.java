package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kindlin.assays.blot.gel.BandDirection;
import org.kindlin.assays.blot.gel.BlotSignal;
import org.kindlin.assays.blot.gel.BurnedIn;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.LaneCount;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.blot.gel.Orientation;
import org.kindlin.assays.blot.gel.Polarity;
import org.kindlin.assays.blot.gel.SignalScale;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/** Lanes and bands of every picture, then ratios, fold changes and curves; a pure function. */
final class BlotAnalysis {
    private BlotAnalysis() {}

    /** @throws InputFaultException if the layout names lanes that a picture does not hold */
    static BlotResult analyze(BlotData data, BlotProtocol protocol, long seed) {
        List<MeasuredBlot> blots = new ArrayList<>();
        List<TargetBand> targets = new ArrayList<>();
        for (BlotData.Picture picture : data.pictures()) {
            MeasuredBlot blot = measure(picture, protocol);
            blots.add(blot);
            targets.addAll(TargetBands.of(blot));
        }
        List<Fault> faults = blots.stream()
                .flatMap(blot -> LayoutCheck.lanes(blot.picture(), blot.gel()).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InputFaultException(faults);
        }
        List<LaneRatio> ratios = LaneRatios.of(targets, protocol);
        return new BlotResult(
                protocol,
                blots,
                targets,
                ratios,
                FoldChange.of(ratios, protocol),
                LinearRange.of(targets),
                TargetCurves.of(ratios, protocol, seed));
    }

    private static MeasuredBlot measure(BlotData.Picture picture, BlotProtocol protocol) {
        GelProtocol asked = protocol.gel();
        LaneCount lanes = lanes(picture, asked);
        BlotSignal signal = BlotSignal.of(picture.plane(), picture.depth(), asked);
        Optional<BandDirection> direction =
                protocol.orientation() == Orientation.AUTO ? Optional.of(BandDirection.of(signal)) : Optional.empty();
        boolean isTurned = direction.map(BandDirection::isTurned).orElse(false);
        Gel gel = isTurned ? Gel.unmeasured(signal) : Gel.measure(signal, asked, lanes);
        Optional<WeightScale> weights = picture.uses().stream()
                .filter(use -> use.role() == LaneRole.LADDER)
                .filter(use ->
                        use.lane() <= gel.lanes().size() && !protocol.ladder().isEmpty())
                .findFirst()
                .flatMap(use -> WeightScale.of(gel.lanes().get(use.lane() - 1), protocol.ladder()));
        List<Warning> warnings = new ArrayList<>();
        direction.flatMap(found -> doubt(picture.name(), found)).ifPresent(warnings::add);
        warnings.addAll(isTurned ? picture.findings() : warnings(picture, gel, weights, lanes, protocol));
        return new MeasuredBlot(picture, gel, weights, warnings);
    }

    /** The number that is stated; else no fewer than the layout names, for a spare lane or a ladder may be left out of it. */
    private static LaneCount lanes(BlotData.Picture picture, GelProtocol asked) {
        int named = LayoutRow.lanes(picture.rows());
        Set<Integer> empty = IntStream.rangeClosed(1, named)
                .filter(lane -> picture.uses().stream().anyMatch(use -> use.lane() == lane)
                        && picture.uses().stream().allMatch(use -> use.lane() != lane || use.role() == LaneRole.EMPTY))
                .boxed()
                .collect(Collectors.toSet());
        boolean isStated = asked.lanes().isPresent();
        OptionalInt number = isStated || named == 0 ? asked.lanes() : OptionalInt.of(named);
        return new LaneCount(number, !isStated, empty);
    }

    private static Optional<Warning> doubt(String name, BandDirection direction) {
        if (direction.isTurned()) {
            return Optional.of(new Warning(
                    "lanes-across",
                    "the lanes of " + name
                            + " run across the picture, which does not say on which side its top is: nothing was"
                            + " measured; state orientation=top-left or top-right, or top-up if its bands are taller"
                            + " than they are wide"));
        }
        return direction.isUnsure()
                ? Optional.of(new Warning(
                        "orientation-unsure",
                        "the bands of " + name
                                + " do not tell which way its lanes run; they were taken to run down: check the"
                                + " overlay, and state orientation"))
                : Optional.empty();
    }

    private static List<Warning> warnings(
            BlotData.Picture picture, Gel gel, Optional<WeightScale> weights, LaneCount lanes, BlotProtocol protocol) {
        List<Warning> warnings = new ArrayList<>(picture.findings());
        if (gel.lanes().isEmpty()) {
            warnings.add(new Warning("no-lanes", "no band stands out of " + picture.name() + ": nothing was measured"));
        } else if (lanes.number().isPresent() && !isAsExpected(gel, lanes)) {
            warnings.add(new Warning("lanes-arranged", arranged(picture, gel, lanes)));
        }
        LayoutCheck.unnamed(picture, gel).ifPresent(warnings::add);
        if (gel.isUncertain()) {
            warnings.add(new Warning(
                    "lanes-uncertain",
                    picture.name()
                            + " shows nothing in outer lanes and does not tell on which side these are: all lanes may"
                            + " be numbered wrongly, and none enters a ratio; look at the overlay, and give lanes that"
                            + " show nothing the role empty, or state a region in which the lanes stand from side to"
                            + " side"));
        }
        gel.lanes().stream()
                .filter(MeasuredLane::isWide)
                .findFirst()
                .ifPresent(lane -> warnings.add(new Warning(
                        "wide-lanes",
                        "lane " + lane.lane().number() + " of " + picture.name() + " is "
                                + Math.round(lane.lane().width())
                                + " pixels wide, far more than its bands are thick: it may be several"
                                + " lanes that touch; state lanes")));
        List<String> cut = gel.lanes().stream()
                .filter(lane -> !lane.bands().isEmpty()
                        && lane.isAtBorder(picture.plane().width()))
                .map(lane -> String.valueOf(lane.lane().number()))
                .toList();
        if (!cut.isEmpty()) {
            warnings.add(new Warning(
                    "lane-at-border",
                    "lane " + String.join(" and ", cut) + " of " + picture.name()
                            + " reaches the side of the picture: what lies beyond is not measured"));
        }
        if (BurnedIn.in(picture.plane())) {
            warnings.add(new Warning(
                    "burned-in",
                    "text, lines or a frame seem to be drawn into " + picture.name()
                            + ": they pass for bands and bend the baseline; give the original, or state a"
                            + " region without them"));
        }
        boolean hasLadder = picture.uses().stream().anyMatch(use -> use.role() == LaneRole.LADDER);
        if (hasLadder && !protocol.ladder().isEmpty() && weights.isEmpty()) {
            warnings.add(new Warning(
                    "ladder-not-matched",
                    "the ladder of " + picture.name() + " shows fewer bands than "
                            + protocol.ladder().size() + " weights: none was assigned"));
        }
        if (weights.isEmpty()
                && picture.uses().stream()
                        .anyMatch(use -> use.weight().isPresent() && use.row().isEmpty())) {
            warnings.add(new Warning(
                    "weights-unused",
                    "the layout gives weights for " + picture.name()
                            + ", which has no ladder to tell their rows: the bands taken are those around the row with"
                            + " most signal; state ladder and a lane of that role, or rows"));
        }
        if (picture.depth().bits() <= 8) {
            warnings.add(new Warning(
                    "8-bit", picture.name() + " has at most 256 levels: faint bands beside strong ones are coarse"));
        }
        if (gel.signal().polarity() == Polarity.DARK_BANDS && protocol.gel().scale() == SignalScale.INTENSITY) {
            warnings.add(new Warning(
                    "dark-bands",
                    picture.name() + " shows dark bands: film and scanned stains answer to amount along a curve, not a"
                            + " line; signal=optical-density may follow it better, a dilution series tells"));
        }
        return warnings;
    }

    private static boolean isAsExpected(Gel gel, LaneCount lanes) {
        int expected = lanes.number().orElseThrow();
        return gel.found() == expected
                || (lanes.isLeast()
                        && gel.found() > expected
                        && gel.found() == gel.lanes().size());
    }

    private static String arranged(BlotData.Picture picture, Gel gel, LaneCount lanes) {
        String without = gel.lanes().stream()
                .filter(lane -> lane.bands().isEmpty())
                .map(lane -> String.valueOf(lane.lane().number()))
                .collect(Collectors.joining(", "));
        return gel.found() + (gel.found() == 1 ? " lane stands" : " lanes stand") + " out of " + picture.name()
                + " where "
                + (lanes.isLeast() ? "the layout counts " : "lanes states ")
                + lanes.number().orElseThrow()
                + (without.isEmpty() ? "" : "; no band was found in lane " + without)
                + ": check in the overlay that lanes were put and numbered where they are";
    }
}
