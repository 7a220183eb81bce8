package org.kindlin.assays.blot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.assays.blot.LinearRange.Place;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The linear range of each picture's dilution series, and what it says of the picture's bands. */
final class RangeSubjects {
    private static final String METHOD = "proportional within 15 %";

    private RangeSubjects() {}

    static SubjectResult of(LinearRange range, BlotResult result) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("image", range.image());
        subject.put("blot", range.blot());
        subject.put("target", range.target());
        List<QualityCheck> quality = Stream.of(
                        QualityCheck.atLeast("dilution-r-squared", range.r2(), 0.95),
                        QualityCheck.atMost("bands-above-range", count(range, result, Place.ABOVE), 0),
                        QualityCheck.atMost("bands-beyond-series", count(range, result, Place.BEYOND_SERIES), 0),
                        QualityCheck.atMost("bands-below-series", count(range, result, Place.BELOW), 0))
                .limit(range.isFound() ? 4 : 1)
                .toList();
        return new SubjectResult(
                subject,
                estimates(range, result.protocol().level()),
                List.of(),
                quality,
                range.isFound()
                        ? List.of()
                        : List.of(new Warning("no-linear-range", range.reason() + ": no band is held against it")));
    }

    private static double count(LinearRange range, BlotResult result, Place place) {
        return result.lying(place).stream().filter(range::isOf).count();
    }

    private static List<Estimate> estimates(LinearRange range, double level) {
        if (!range.isFound()) {
            return List.of(
                    Estimate.notEstimable("linearRangeLow", "", level, METHOD),
                    Estimate.notEstimable("linearRangeHigh", "", level, METHOD));
        }
        return List.of(
                Estimate.descriptive("linearRangeLow", range.low().amount(), "", "lowest amount with a band"),
                high("linearRangeHigh", range.high().amount(), range, level),
                Estimate.descriptive("linearVolumeLow", range.low().volume(), "", "volume of the lowest amount"),
                high("linearVolumeHigh", range.high().volume(), range, level));
    }

    private static Estimate high(String name, double value, LinearRange range, double level) {
        return new Estimate(
                name, value, "", range.isOpen() ? Relation.ABOVE : Relation.EQUAL, null, null, level, null, METHOD);
    }

    /** What is doubtful of a band by the range of its own picture and membrane. */
    static Optional<Warning> doubt(TargetBand band, BlotResult result) {
        if (band.use().role() == LaneRole.STANDARD) {
            return Optional.empty();
        }
        String where = "the band of " + band.target() + " in lane " + band.use().lane() + " of "
                + band.picture().picture().name();
        return result.ranges().stream()
                .filter(range -> range.isOf(band))
                .findFirst()
                .flatMap(range -> range.place(band).flatMap(place -> doubt(where, range, place)));
    }

    private static Optional<Warning> doubt(String where, LinearRange range, Place place) {
        return switch (place) {
            case WITHIN -> Optional.empty();
            case ABOVE ->
                Optional.of(new Warning(
                        "above-linear-range",
                        where + " holds more than amount "
                                + Prose.number(range.high().amount())
                                + " of its blot's dilution series, above which volume does not follow amount: it is not"
                                + " proportional to what was loaded"));
            case BEYOND_SERIES ->
                Optional.of(new Warning(
                        "beyond-dilution-series",
                        where + " holds more than the highest amount of its blot's dilution series, "
                                + Prose.number(range.high().amount()) + ": that it is proportional is not shown"));
            case BELOW ->
                Optional.of(new Warning(
                        "below-dilution-series",
                        where + " holds less than the lowest amount of its blot's dilution series, "
                                + Prose.number(range.low().amount()) + ": that it is proportional is not shown"));
        };
    }
}
