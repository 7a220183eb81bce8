package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindlin.assays.blot.BlotProtocol.TargetPair;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Distributions;

/** Results by subject: fold changes and curves first, then ratios lane by lane, pictures, bands. */
final class BlotSubjects {
    private final BlotResult result;
    private final double level;

    private BlotSubjects(BlotResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    static List<SubjectResult> of(BlotResult result) {
        BlotSubjects subjects = new BlotSubjects(result);
        List<SubjectResult> all = new ArrayList<>();
        result.changes().forEach(change -> all.add(subjects.change(change)));
        result.curves().forEach(curve -> all.add(curve.result()));
        result.ranges().forEach(range -> all.add(RangeSubjects.of(range, result)));
        result.ratios().forEach(ratio -> all.add(subjects.ratio(ratio)));
        for (MeasuredBlot blot : result.blots()) {
            all.add(subjects.picture(blot));
            blot.gel().lanes().forEach(lane -> lane.bands().forEach(band -> all.add(subjects.band(blot, lane, band))));
        }
        return all;
    }

    private SubjectResult change(FoldChange change) {
        Map<String, String> subject = new LinkedHashMap<>(change.condition());
        subject.put("target", change.name());
        List<Warning> warnings = new ArrayList<>();
        String method = "mixed model of log ratios, blots random: " + change.logs().length + " blots";
        Optional<Double> half = change.halfWidth(level);
        double log = StrictMath.log(change.value());
        Estimate estimate = half.isEmpty()
                ? Estimate.descriptive("foldChange", change.value(), "1", "one blot")
                : Estimate.of(
                        "foldChange",
                        change.value(),
                        "1",
                        StrictMath.exp(log - half.get()),
                        StrictMath.exp(log + half.get()),
                        level,
                        change.value() * change.standardError().orElseThrow(),
                        method);
        if (half.isEmpty() && !change.isReference()) {
            warnings.add(new Warning(
                    "single-blot", "one blot has no interval: repeat it, lanes of one membrane are no replicates"));
        }
        return new SubjectResult(subject, List.of(estimate), List.of(), List.of(), warnings);
    }

    private SubjectResult ratio(LaneRatio ratio) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("blot", ratio.blot());
        subject.put("lane", String.valueOf(ratio.use().lane()));
        subject.putAll(ratio.use().condition(DoseText.of(ratio.use(), result.protocol())));
        subject.put("target", ratio.name());
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        if (ratio.ratio().isEmpty()) {
            estimates.add(Estimate.notEstimable("ratio", "1", level, "ratio of volumes"));
            estimates.add(Estimate.notEstimable("foldChange", "1", level, "ratio over reference lanes"));
            warnings.add(new Warning("no-ratio", ratio.reason()));
        } else {
            double value = ratio.ratio().getAsDouble();
            double half = Distributions.normalQuantile(0.5 + level / 2) * ratio.logError();
            estimates.add(Estimate.of(
                    "ratio",
                    value,
                    "1",
                    value * StrictMath.exp(-half),
                    value * StrictMath.exp(half),
                    level,
                    value * ratio.logError(),
                    "ratio of volumes; interval of the picture's noise alone"));
            if (ratio.fold().isPresent()) {
                estimates.add(Estimate.descriptive(
                        "foldChange", ratio.fold().getAsDouble(), "1", "ratio over reference lanes of the blot"));
            } else {
                estimates.add(Estimate.notEstimable("foldChange", "1", level, "ratio over reference lanes"));
                warnings.add(new Warning("no-reference", "the blot has no usable lane with the role reference"));
            }
        }
        ratio.bands().forEach(band -> RangeSubjects.doubt(band, result).ifPresent(warnings::add));
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private SubjectResult picture(MeasuredBlot blot) {
        long bands = blot.gel().lanes().stream()
                .mapToLong(lane -> lane.bands().size())
                .sum();
        long saturated = blot.gel().lanes().stream()
                .flatMap(lane -> lane.bands().stream())
                .filter(Band::isSaturated)
                .count();
        List<Warning> warnings = new ArrayList<>(blot.warnings());
        if (blot.equals(result.blots().getFirst())) {
            withoutRatio().ifPresent(warnings::add);
        }
        return new SubjectResult(
                Map.of("image", blot.picture().name()),
                List.of(
                        Estimate.descriptive("lanes", blot.gel().lanes().size(), "", "relief of columns"),
                        Estimate.descriptive("bands", (double) bands, "", "prominence in lane profiles")),
                List.of(),
                List.of(QualityCheck.atMost("saturated-bands", (double) saturated, 0)),
                warnings);
    }

    /** Targets of samples that are divided by nothing and divide nothing. */
    private Optional<Warning> withoutRatio() {
        Set<String> left = new LinkedHashSet<>();
        result.targets().stream()
                .filter(band -> band.use().role() != LaneRole.STANDARD)
                .forEach(band -> left.add(band.target()));
        result.ratios().forEach(ratio -> ratio.bands().forEach(band -> left.remove(band.target())));
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "no-ratios",
                        String.join(", ", left) + (left.size() == 1 ? " enters" : " enter")
                                + " no ratio: the ratios asked for are "
                                + result.protocol().ratios().stream()
                                        .map(TargetPair::name)
                                        .collect(Collectors.joining(", "))
                                + result.protocol()
                                        .loadingControl()
                                        .map(control -> ", and those to " + control)
                                        .orElse("")
                                + "; name targets by them in the layout, or state ratios or loadingControl"));
    }

    private SubjectResult band(MeasuredBlot blot, MeasuredLane lane, Band band) {
        Map<String, String> subject = new LinkedHashMap<>();
        if (result.blots().size() > 1) {
            subject.put("image", blot.picture().name());
        }
        subject.put("lane", String.valueOf(lane.lane().number()));
        subject.put("band", String.valueOf(band.number()));
        Optional<TargetBand> target = result.targets().stream()
                .filter(one -> one.picture().equals(blot)
                        && one.use().lane() == lane.lane().number()
                        && one.band().filter(band::equals).isPresent())
                .findFirst();
        target.ifPresent(one -> subject.put("target", one.target()));
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        estimates.add(volume(band, warnings));
        estimates.add(Estimate.descriptive("position", band.position(), "px", "row of the top, mean over the lane"));
        estimates.add(Estimate.descriptive(
                "relativeFront",
                band.position() / blot.picture().plane().height(),
                "1",
                "row over the picture's height"));
        blot.weights().ifPresent(weights -> estimates.add(weight(weights.at(band.position()), warnings)));
        target.flatMap(one -> RangeSubjects.doubt(one, result)).ifPresent(warnings::add);
        if (band.isShared()) {
            warnings.add(new Warning("overlapping", "it touches a neighbour; the two were told apart by their shapes"));
        }
        if (band.isSpeckled()) {
            warnings.add(new Warning(
                    "specks",
                    "dust or a scratch makes " + Math.round(100 * band.speckShare())
                            + " % of its volume, or hides as much: look at it in the overlay"));
        }
        if (band.isUneven()) {
            warnings.add(new Warning(
                    "uneven-band",
                    "it holds over 10 % more than a band of its height and width: a smear or a neighbour that makes no"
                            + " top of its own is counted with it"));
        }
        if (band.isFlat()) {
            warnings.add(new Warning(
                    "flat-band",
                    "its top is blunter than that of a band of its width: two bands close together may be counted as"
                            + " one, or film or stain have run out"));
        }
        return new SubjectResult(
                subject,
                estimates,
                List.of(),
                List.of(QualityCheck.info("saturated-pixels", band.saturatedPixels())),
                warnings);
    }

    private Estimate volume(Band band, List<Warning> warnings) {
        if (band.isSaturated()) {
            warnings.add(new Warning(
                    "saturated",
                    band.saturatedPixels() + " pixels of the band are saturated: its volume is a lower limit; expose"
                            + " shorter or load less"));
            return new Estimate(
                    "volume",
                    band.volume(),
                    "",
                    Relation.ABOVE,
                    band.volume(),
                    null,
                    level,
                    null,
                    "sum above baseline");
        }
        double half = Distributions.normalQuantile(0.5 + level / 2) * band.volumeError();
        return Estimate.of(
                "volume",
                band.volume(),
                "",
                band.volume() - half,
                band.volume() + half,
                level,
                band.volumeError(),
                "sum above baseline; interval of the picture's noise alone");
    }

    private Estimate weight(OptionalDouble weight, List<Warning> warnings) {
        String unit = result.protocol().weightUnit();
        if (weight.isEmpty()) {
            warnings.add(new Warning("beyond-ladder", "the band lies beyond the ladder's first or last band"));
            return Estimate.notEstimable("molecularWeight", unit, level, "log-linear between ladder bands");
        }
        return Estimate.descriptive("molecularWeight", weight.getAsDouble(), unit, "log-linear between ladder bands");
    }
}
