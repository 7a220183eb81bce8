package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** Results by subject: treatments, then each wound as a whole and its frames. */
final class WoundSubjects {
    private static final double PERCENT = 100;
    private static final String AREA_METHOD =
            "texture; limits where the threshold moves by a tenth of the way between the modes";

    private final WoundResult result;
    private final double level;

    private WoundSubjects(WoundResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    static List<SubjectResult> of(WoundResult result) {
        WoundSubjects subjects = new WoundSubjects(result);
        List<SubjectResult> all = new ArrayList<>();
        result.velocities().curves().forEach(curve -> all.add(curve.result()));
        for (VelocityGroup group : result.velocities().groups()) {
            all.add(group.result(result.velocities().control(), result.protocol()));
        }
        for (MeasuredWound wound : result.wounds()) {
            all.add(subjects.whole(wound));
            for (int i = 0; i < wound.frames().size(); i++) {
                all.add(subjects.frame(wound, i));
            }
        }
        return all;
    }

    /** The subject of a frame: its number from 1, after the wound's name where it has one. */
    static Map<String, String> frameSubject(MeasuredWound wound, int index) {
        Map<String, String> subject = new LinkedHashMap<>();
        if (!wound.wound().name().isEmpty()) {
            subject.put("wound", wound.wound().name());
        }
        subject.put("frame", String.valueOf(index + 1));
        return subject;
    }

    private SubjectResult whole(MeasuredWound wound) {
        WoundKinetics kinetics = wound.kinetics();
        boolean isFirst = wound.equals(result.wounds().getFirst());
        List<Warning> warnings = new ArrayList<>(isFirst ? result.findings() : List.of());
        wound.doubt().ifPresent(warnings::add);
        laterStart(wound).ifPresent(warnings::add);
        narrow(kinetics).ifPresent(warnings::add);
        opening(wound).ifPresent(warnings::add);
        List<Estimate> estimates = List.of(velocity(kinetics, warnings), halfTime(kinetics, warnings));
        List<QualityCheck> quality = new ArrayList<>();
        result.modes()
                .filter(_ -> isFirst)
                .ifPresent(modes -> quality.add(QualityCheck.atMost("texture-valley", modes.valley(), 0.5)));
        if (wound.gaps() > 0) {
            quality.add(QualityCheck.info("gaps", wound.gaps()));
        }
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(
                "wound",
                wound.wound().name().isEmpty() ? "all frames" : wound.wound().name());
        subject.putAll(wound.wound().treatment().subject(result.protocol().doseUnit()));
        return new SubjectResult(subject, estimates, List.of(), quality, warnings);
    }

    /** Closure and half-time count from the first frame that was judged, which may not be the first one. */
    private static Optional<Warning> laterStart(MeasuredWound wound) {
        return wound.first()
                .filter(first -> !first.equals(wound.frames().getFirst()))
                .map(first -> new Warning(
                        "later-start",
                        "closure and halfClosureTime count from the area of frame "
                                + (wound.frames().indexOf(first) + 1)
                                + ", the first that was judged: the wound was half closed earlier than that"));
    }

    /** Slits between edges that have nearly met are not seen. */
    private static Optional<Warning> narrow(WoundKinetics kinetics) {
        return kinetics.hidden() < WoundKinetics.NARROW
                ? Optional.empty()
                : Optional.of(new Warning(
                        "narrow-gap",
                        String.format(
                                Locale.ROOT,
                                "the gap is narrow for this cellSize: slits between edges that have nearly met are not"
                                        + " seen, and areas there are too small by some %.0f %% of the first; take narrow"
                                        + " gaps at a higher magnification",
                                PERCENT * kinetics.hidden())));
    }

    /** Sheets do retract, but far more often the frames were given in another order than they were taken. */
    private static Optional<Warning> opening(MeasuredWound wound) {
        List<MeasuredFrame> measured = wound.measured().toList();
        return measured.isEmpty()
                        || measured.getLast().least() <= measured.getFirst().most()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "opens",
                        "the open area grows from the first to the last frame by more than its limits: check that the"
                                + " frames stand in the order they were taken, or that cells do not come off"));
    }

    private Estimate velocity(WoundKinetics kinetics, List<Warning> warnings) {
        String method = "slope of area over length, halved for two edges";
        if (kinetics.velocity().isEmpty()) {
            warnings.add(new Warning("no-velocity", "edgeVelocity is not known: " + kinetics.lacking()));
            return Estimate.notEstimable("edgeVelocity", "um/h", level, method);
        }
        Uncertain found = kinetics.velocity().get();
        double value = found.value();
        if (kinetics.isAtLeast()) {
            warnings.add(new Warning(
                    "met-early",
                    "the edges met at some places before a second frame was taken: the velocity is a"
                            + " lower limit; take frames more often"));
            return new Estimate("edgeVelocity", value, "um/h", Relation.ABOVE, value, null, level, null, method);
        }
        OptionalDouble half = found.halfWidth(level);
        if (half.isEmpty()) {
            warnings.add(new Warning("two-frames", "a velocity of two frames has no interval"));
            return Estimate.descriptive("edgeVelocity", value, "um/h", method);
        }
        return Estimate.of(
                "edgeVelocity",
                value,
                "um/h",
                value - half.getAsDouble(),
                value + half.getAsDouble(),
                level,
                found.standardError(),
                method);
    }

    private Estimate halfTime(WoundKinetics kinetics, List<Warning> warnings) {
        String method = "line between the frames about half of the first area";
        if (kinetics.halfTime().isPresent()) {
            Uncertain found = kinetics.halfTime().get();
            double value = found.value();
            OptionalDouble half = found.halfWidth(level);
            if (half.isEmpty()) {
                warnings.add(new Warning(
                        "no-half-time-interval",
                        "halfClosureTime has no interval: the scatter of areas is not known from fewer than four"
                                + " frames, or under the limits of the areas the half is not reached"));
            }
            return half.isEmpty()
                    ? Estimate.descriptive("halfClosureTime", value, "h", method)
                    : Estimate.of(
                            "halfClosureTime",
                            value,
                            "h",
                            Math.max(0, value - half.getAsDouble()),
                            value + half.getAsDouble(),
                            level,
                            found.standardError(),
                            method);
        }
        if (kinetics.lastHours().isPresent()) {
            double last = kinetics.lastHours().getAsDouble();
            warnings.add(new Warning("not-half-closed", "the wound was not half closed in the last frame"));
            return new Estimate("halfClosureTime", last, "h", Relation.ABOVE, last, null, level, null, method);
        }
        warnings.add(new Warning("no-half-time", "halfClosureTime is not known: " + kinetics.lacking()));
        return Estimate.notEstimable("halfClosureTime", "h", level, method);
    }

    private SubjectResult frame(MeasuredWound wound, int index) {
        MeasuredFrame frame = wound.frames().get(index);
        boolean hasScale = result.pixelSize().isPresent();
        double pixelArea =
                hasScale ? result.pixelSize().getAsDouble() * result.pixelSize().getAsDouble() : 1;
        String unit = hasScale ? "um2" : "px";
        List<Estimate> estimates = new ArrayList<>();
        if (!frame.isMeasured()) {
            estimates.add(Estimate.notEstimable("openArea", unit, level, AREA_METHOD));
            estimates.add(Estimate.notEstimable("openPercent", "%", level, AREA_METHOD));
            estimates.add(Estimate.notEstimable("closure", "%", level, "(A0 - A)/A0"));
        } else {
            double whole = wholeArea(wound);
            estimates.add(area("openArea", frame, pixelArea, unit));
            estimates.add(area("openPercent", frame, PERCENT / whole, "%"));
            estimates.add(closure(frame, wound));
        }
        return new SubjectResult(
                frameSubject(wound, index),
                estimates,
                List.of(),
                List.of(QualityCheck.atMost("unsure-part", frame.unsure(), 0.45)),
                frame.warnings());
    }

    /** What percent are of: the stated region, or the whole frame. */
    private static double wholeArea(MeasuredWound wound) {
        boolean isStated = wound.gaps() == 0;
        return wound.region()
                .map(region -> isStated ? region.count() : (double) region.width() * region.height())
                .orElse(1.0);
    }

    private Estimate area(String name, MeasuredFrame frame, double factor, String unit) {
        String inSlits = frame.slits() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %.1f %% of it in slits that are not seen, from the course of the gap's widths (limits: none"
                                + " and twice that)",
                        PERCENT * frame.slits() / frame.pixels());
        return Estimate.of(
                name,
                frame.pixels() * factor,
                unit,
                frame.least() * factor,
                frame.most() * factor,
                level,
                Double.NaN,
                AREA_METHOD + inSlits);
    }

    private Estimate closure(MeasuredFrame frame, MeasuredWound wound) {
        double first = wound.first().orElseThrow().pixels();
        return first == 0
                ? Estimate.notEstimable("closure", "%", level, "(A0 - A)/A0")
                : Estimate.descriptive("closure", PERCENT * (first - frame.pixels()) / first, "%", "(A0 - A)/A0");
    }
}
