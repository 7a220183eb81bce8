package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/** Everything found about adhesions. */
public record AdhesionResult(AdhesionProtocol protocol, List<MeasuredFilm> films, List<Warning> findings)
        implements AnalysisResult {
    private static final double FADED = 0.05;

    public AdhesionResult {
        films = List.copyOf(films);
        findings = List.copyOf(findings);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> all = new ArrayList<>();
        for (MeasuredFilm film : films) {
            all.add(film(film));
            if (film.film().isMoving()) {
                film.ratios().ifPresent(ratios -> all.addAll(ratioOfFrames(film, ratios)));
            }
        }
        TurnoverComparison.of(this).forEach(comparison -> all.add(comparison.result(protocol.level())));
        RatioComparison.of(this).forEach(comparison -> all.add(comparison.result(protocol.level())));
        return all;
    }

    private SubjectResult film(MeasuredFilm film) {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(film.equals(films.getFirst()) ? findings : List.of());
        boolean hasScale = film.film().pixelSize().isPresent();
        String unit = hasScale ? "um" : "px";
        double side = Math.sqrt(film.film().pixelArea());
        List<Adhesion> adhesions = film.adhesions();
        estimates.add(Estimate.descriptive("count", adhesions.size(), "", "contrast over the ground's scatter"));
        if (adhesions.isEmpty()) {
            warnings.add(new Warning(
                    "no-adhesions",
                    "nothing stands out of the ground of " + film.film().name()));
            estimates.add(Estimate.notEstimable("area", unit + "2", protocol.level(), "median over adhesions"));
        } else {
            estimates.add(median(
                    "area",
                    adhesions.stream()
                            .mapToDouble(one -> one.pixels() * side * side)
                            .toArray(),
                    unit + "2"));
            estimates.add(median(
                    "length",
                    adhesions.stream().mapToDouble(one -> one.length() * side).toArray(),
                    unit));
            estimates.add(orientation(adhesions));
        }
        film.ratios().ifPresent(ratios -> ratio(film, ratios, estimates, warnings));
        if (film.film().isMoving()) {
            rates(film, estimates, warnings);
        }
        if (!hasScale) {
            warnings.add(new Warning("no-scale", "the size of a pixel is not known: areas and lengths are in pixels"));
        }
        return new SubjectResult(subject(film), estimates, List.of(), List.of(), warnings);
    }

    private void ratio(MeasuredFilm film, ChannelRatios ratios, List<Estimate> estimates, List<Warning> warnings) {
        estimates.add(mean("secondToFirstRatio", ratios.ofAdhesions(), "1", warnings));
        if (ratios.clipped() > 0) {
            warnings.add(new Warning(
                    "saturated",
                    "pixels of " + adhesions(ratios.clipped()) + " of "
                            + film.film().name() + " are at the end of the camera's range: left out of the ratio"));
        }
        if (ratios.faint() > 0) {
            warnings.add(new Warning(
                    "no-ratio",
                    adhesions(ratios.faint()) + " of " + film.film().name()
                            + " are not brighter than the ring around them: left out of the ratio"));
        }
        film.shift()
                .ifPresent(shift -> warnings.add(new Warning(
                        "channels-shifted",
                        "the channel compared to adhesions shows them " + shift.right() + " pixels to the right and "
                                + shift.down() + " down in " + film.film().name()
                                + ": the ratio is too low; align the channels")));
    }

    private static String adhesions(int count) {
        return count + (count == 1 ? " adhesion" : " adhesions");
    }

    /** A film's ratio frame by frame: means over the adhesions of each frame by itself. */
    private List<SubjectResult> ratioOfFrames(MeasuredFilm film, ChannelRatios ratios) {
        List<SubjectResult> frames = new ArrayList<>();
        for (int t = 0; t < ratios.ofFrames().size(); t++) {
            Map<String, String> subject = subject(film);
            subject.put("frame", String.valueOf(t + 1));
            List<Warning> warnings = new ArrayList<>();
            Estimate ratio = mean("secondToFirstRatio", ratios.ofFrames().get(t), "1", warnings);
            frames.add(new SubjectResult(subject, List.of(ratio), List.of(), List.of(), warnings));
        }
        return frames;
    }

    private static Map<String, String> subject(MeasuredFilm film) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("image", film.film().name());
        if (!film.film().condition().isEmpty()) {
            subject.put("condition", film.film().condition());
        }
        return subject;
    }

    private void rates(MeasuredFilm film, List<Estimate> estimates, List<Warning> warnings) {
        if (film.film().interval().isEmpty()) {
            warnings.add(new Warning("no-interval", "the time between frames is not known: state interval"));
        }
        estimates.add(mean("assemblyRate", film.assembly(), "1/min", warnings));
        estimates.add(mean("disassemblyRate", film.disassembly(), "1/min", warnings));
        estimates.add(
                Estimate.descriptive("trackedAdhesions", film.tracked(), "", "shared pixels in successive frames"));
        film.followed()
                .filter(followed -> !followed.spoilt().isEmpty())
                .ifPresent(followed -> warnings.add(spoilt(film, followed)));
        film.bleaching().ifPresent(fading -> bleaching(fading, film, estimates, warnings));
    }

    private static Warning spoilt(MeasuredFilm film, FollowedFilm followed) {
        String where = "in " + frames(followed) + " of " + film.film().name()
                + " the adhesions together are brighter or fainter than before and after: ";
        return followed.isCleared(film.film().frames().size())
                ? new Warning("spoilt-frames", where + "left out")
                : new Warning("unsteady", where + "these are too many to leave out, and the rates are in doubt");
    }

    private static String frames(FollowedFilm followed) {
        return (followed.spoilt().cardinality() == 1 ? "frame " : "frames ")
                + followed.spoilt().stream()
                        .mapToObj(t -> Integer.toString(t + 1))
                        .collect(Collectors.joining(", "));
    }

    private static void bleaching(
            Bleaching fading, MeasuredFilm film, List<Estimate> estimates, List<Warning> warnings) {
        if (fading.isCorrected()) {
            estimates.add(Estimate.descriptive(
                    "bleachingRate", fading.rate(), "1/min", "fading of the ground; courses are corrected for it"));
            return;
        }
        double minutes =
                (film.film().frames().size() - 1) * film.film().interval().orElse(0);
        double lost = 1 - StrictMath.exp(-fading.rate() * minutes);
        if (lost > FADED) {
            warnings.add(new Warning(
                    "bleaching",
                    "the ground of " + film.film().name() + " faded by " + Prose.number(100 * lost)
                            + " % or more: disassembly is too high and assembly too low by at least "
                            + Prose.number(fading.rate()) + " per min; state cameraOffset to correct for it"));
        }
    }

    private Estimate median(String name, double[] values, String unit) {
        return Estimate.descriptive(name, Descriptive.median(values), unit, "median over adhesions");
    }

    /** How much the adhesions agree in direction: length of the mean vector of doubled angles, 0 none, 1 all parallel. */
    private static Estimate orientation(List<Adhesion> adhesions) {
        double cos = 0;
        double sin = 0;
        for (Adhesion adhesion : adhesions) {
            double doubled = StrictMath.toRadians(2 * adhesion.angle());
            cos += StrictMath.cos(doubled) / adhesions.size();
            sin += StrictMath.sin(doubled) / adhesions.size();
        }
        return Estimate.descriptive("alignment", Math.hypot(cos, sin), "1", "mean vector of doubled angles");
    }

    private Estimate mean(String name, double[] values, String unit, List<Warning> warnings) {
        String method = "mean over " + values.length + " adhesions";
        if (values.length < 2) {
            warnings.add(new Warning(
                    "too-few-adhesions", name + " was found for " + values.length + " adhesions: too few for a mean"));
            return Estimate.notEstimable(name, unit, protocol.level(), method);
        }
        double mean = Descriptive.mean(values);
        double error = Descriptive.standardDeviation(values) / Math.sqrt(values.length);
        double half = error * Distributions.studentQuantile(0.5 + protocol.level() / 2, values.length - 1.0);
        return Estimate.of(name, mean, unit, mean - half, mean + half, protocol.level(), error, method);
    }

    @Override
    public List<String> verdicts() {
        List<String> sentences = new ArrayList<>();
        TurnoverComparison.of(this).forEach(comparison -> sentences.add(comparison.sentence(protocol.level())));
        RatioComparison.of(this)
                .forEach(comparison -> comparison.sentence(protocol.level()).ifPresent(sentences::add));
        for (SubjectResult subject : subjects()) {
            Optional<Estimate> rate = subject.estimate("disassemblyRate");
            if (sentences.size() < 6 && rate.isPresent() && rate.get().value() != null) {
                sentences.add(subject.subject().getOrDefault("image", "the film") + ": adhesions disassemble at "
                        + Prose.estimate(rate.get()) + ".");
            }
        }
        for (SubjectResult subject : subjects()) {
            Optional<Estimate> ratio = subject.estimate("secondToFirstRatio");
            boolean isWhole = !subject.subject().containsKey("frame");
            if (isWhole
                    && sentences.size() < 6
                    && ratio.isPresent()
                    && ratio.get().value() != null) {
                sentences.add(subject.subject().getOrDefault("image", "the picture")
                        + ": the channel compared to adhesions is " + Prose.estimate(ratio.get()) + " of theirs.");
            }
        }
        if (sentences.isEmpty()) {
            int count = films.stream().mapToInt(film -> film.adhesions().size()).sum();
            sentences.add(count + " adhesions were found in " + films.size()
                    + (films.size() == 1 ? " picture." : " pictures."));
        }
        return sentences;
    }

    @Override
    public List<Exclusion> exclusions() {
        List<Exclusion> left = new ArrayList<>();
        for (MeasuredFilm film : films) {
            film.followed()
                    .filter(followed -> !followed.spoilt().isEmpty()
                            && followed.isCleared(film.film().frames().size()))
                    .ifPresent(followed -> left.add(new Exclusion(
                            film.film().path(), frames(followed), "all adhesions together leave their courses there")));
        }
        return left;
    }

    private String ratioMethod() {
        if (films.stream().allMatch(film -> film.ratios().isEmpty())) {
            return "";
        }
        return " The ratio of channels is that of sums over an adhesion's pixels and two more on every side, each less"
                + " the median of the same ring in its own channel; in films summed over all frames in which the adhesion"
                + " was followed."
                + (protocol.bleedThrough() > 0
                        ? " " + Prose.number(100 * protocol.bleedThrough())
                                + " % were taken off for the light of adhesions that shows in the other channel."
                        : " Light of adhesions that shows in the other channel was not taken off.");
    }

    @Override
    public String methods() {
        return "Adhesions are parts of the picture smoothed over one pixel, less itself smoothed over ten, that stand"
                + " out by "
                + Prose.number(protocol.contrast())
                + " robust deviations. Length is four deviations of the pixels along the longer axis. In films"
                + " adhesions that share pixels in successive frames are one (gaps of two frames are bridged);"
                + " intensity is summed over all pixels it ever covered, less the median of a ring three to six pixels"
                + " away in the same frame. Assembly and disassembly are the slopes of its logarithm, rising, level"
                + " and falling in straight lines, the ends of the phases found by least squares over all pairs of"
                + " frames, weighted by the squared intensity (after Webb et al., Nat. Cell Biol. 6:154, 2004), then"
                + " all refined by least squares on the intensity, which leaves a constant rest of the ground; a phase"
                + " needs five frames. Frames in which the median adhesion lies a fifth or more off the line through"
                + " its logarithms in the frames beside are left out."
                + (protocol.cameraOffset().isPresent()
                        ? " Intensities were divided by the fading of the ground above the camera's offset."
                        : " Bleaching was not corrected, as the camera's offset is not stated.")
                + ratioMethod()
                + " Adhesions of one film are not independent"
                + " cells: conditions are compared by films where there are several.";
    }
}
