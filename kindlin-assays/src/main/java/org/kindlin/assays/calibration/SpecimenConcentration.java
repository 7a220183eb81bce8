package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.numerics.calibration.BackCalculation;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The concentration of one undiluted specimen from all its readings.
 *
 * @param levels by dilution, without what was spiked
 * @param spiked levels to which analyte was added
 * @param measured the concentration with its uncertainty; empty where it is censored, or has none
 * @param relation how the concentration stands to the limits; empty where nothing can be said
 * @param limit the limit of a censored concentration, times its dilution
 */
public record SpecimenConcentration(
        Specimen specimen,
        List<SpecimenLevel> levels,
        List<SpecimenLevel> spiked,
        Optional<Measured> measured,
        Optional<Relation> relation,
        double limit,
        PlateCalibration plate) {
    private static final String METHOD = "standard curve, profile likelihood";

    public SpecimenConcentration {
        levels = List.copyOf(levels);
        spiked = List.copyOf(spiked);
    }

    /** Every specimen of a plate, in its order. */
    public static List<SpecimenConcentration> of(PlateCalibration plate) {
        return plate.bySpecimen().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), plate))
                .toList();
    }

    /** Cell-free medium as a specimen; empty where the plate has none. */
    public static Optional<SpecimenConcentration> serumBlank(PlateCalibration plate) {
        List<SpecimenWell> wells = plate.plate().serumBlanks();
        return wells.isEmpty()
                ? Optional.empty()
                : Optional.of(of(wells.getFirst().specimen(), wells, plate));
    }

    static SpecimenConcentration of(Specimen specimen, List<SpecimenWell> wells, PlateCalibration plate) {
        Map<List<Double>, List<SpecimenWell>> groups = new TreeMap<>(
                Comparator.<List<Double>>comparingDouble(List::getFirst).thenComparingDouble(List::getLast));
        wells.forEach(well -> groups.computeIfAbsent(List.of(well.dilution(), well.added()), _ -> new ArrayList<>())
                .add(well));
        List<SpecimenLevel> all = groups.values().stream()
                .map(group -> SpecimenLevel.of(group, plate))
                .toList();
        List<SpecimenLevel> plain =
                all.stream().filter(level -> level.added() == 0).toList();
        List<SpecimenLevel> spiked =
                all.stream().filter(level -> level.added() > 0).toList();
        List<SpecimenLevel> usable =
                plain.stream().filter(SpecimenLevel::isInRange).toList();
        Optional<Measured> measured = usable.isEmpty() ? Optional.empty() : combined(usable, plate);
        Optional<Relation> relation = usable.isEmpty() ? censored(plain) : Optional.of(Relation.EQUAL);
        double limit = relation.filter(found -> found != Relation.EQUAL)
                .map(found -> limit(found, plain, plate))
                .orElse(Double.NaN);
        return new SpecimenConcentration(specimen, plain, spiked, measured, relation, limit, plate);
    }

    /** One level keeps its profile limits; several are weighted by their own precision, the curve's error being shared. */
    private static Optional<Measured> combined(List<SpecimenLevel> levels, PlateCalibration plate) {
        List<Measured> single = new ArrayList<>();
        for (SpecimenLevel level : levels) {
            measured(level, plate).ifPresent(single::add);
        }
        if (single.size() < levels.size()) {
            return Optional.empty();
        }
        if (single.size() == 1) {
            return Optional.of(single.getFirst());
        }
        double weights =
                single.stream().mapToDouble(SpecimenConcentration::weight).sum();
        List<Double> shares = single.stream().map(one -> weight(one) / weights).toList();
        return Optional.of(Measured.combined(single, shares, plate.protocol().level()));
    }

    private static double weight(Measured measured) {
        return measured.own() > 0 ? 1 / (measured.own() * measured.own()) : 1;
    }

    /** A level as the undiluted specimen; empty where there is no standard error. */
    static Optional<Measured> measured(SpecimenLevel level, PlateCalibration plate) {
        BackCalculation reading = level.reading().orElseThrow();
        if (reading.concentration().isEmpty()
                || reading.standardError().isEmpty()
                || reading.calibrationError().isEmpty()) {
            return Optional.empty();
        }
        double error = reading.standardError().getAsDouble();
        double shared = reading.calibrationError().getAsDouble();
        double df = plate.noise().orElseThrow().df();
        return Optional.of(new Measured(
                        reading.concentration().getAsDouble(),
                        reading.low(),
                        reading.high(),
                        Math.sqrt(Math.max(0, error * error - shared * shared)),
                        df,
                        new TreeMap<>(Map.of(plate.plate().key(), shared)),
                        df)
                .times(level.dilution()));
    }

    private static Optional<Relation> censored(List<SpecimenLevel> levels) {
        List<Relation> relations = levels.stream()
                .flatMap(level -> level.relation().stream())
                .distinct()
                .toList();
        return relations.size() == 1 && relations.getFirst() != Relation.EQUAL
                ? Optional.of(relations.getFirst())
                : Optional.empty();
    }

    /** The tightest bound: below by the least diluted, above by the most diluted. */
    private static double limit(Relation relation, List<SpecimenLevel> levels, PlateCalibration plate) {
        double dilution = relation == Relation.BELOW
                ? levels.getFirst().dilution()
                : levels.getLast().dilution();
        return dilution * plate.range().orElseThrow().limit(relation);
    }

    /** What the readings say whatever the range, for a background that is subtracted rather than reported. */
    public Optional<Measured> whateverTheRange() {
        List<SpecimenLevel> read =
                levels.stream().filter(level -> level.undiluted().isPresent()).toList();
        return read.isEmpty() ? Optional.empty() : combined(read, plate);
    }

    public String unit() {
        return plate.plate().units().concentration();
    }

    /** {@code concentration}: a number, a censored one, or null. */
    public Estimate concentration() {
        double level = plate.protocol().level();
        if (measured.isPresent()) {
            return measured.get().estimate("concentration", unit(), level, METHOD);
        }
        Relation known = relation.orElse(Relation.EQUAL);
        if (known != Relation.EQUAL && Double.isFinite(limit)) {
            return new Estimate(
                    "concentration",
                    limit,
                    unit(),
                    known,
                    known == Relation.ABOVE ? limit : null,
                    known == Relation.BELOW ? limit : null,
                    level,
                    null,
                    "beyond the quantification range");
        }
        List<SpecimenLevel> usable =
                levels.stream().filter(SpecimenLevel::isInRange).toList();
        return usable.isEmpty()
                ? Estimate.notEstimable("concentration", unit(), level, METHOD)
                : Estimate.descriptive("concentration", mean(usable), unit(), "standard curve, without interval");
    }

    /** {@code backCalculated}: the mean over dilutions of what the curve says, whatever the range; null where it says nothing. */
    public Estimate backCalculated() {
        List<SpecimenLevel> read =
                levels.stream().filter(level -> level.undiluted().isPresent()).toList();
        return read.isEmpty()
                ? Estimate.notEstimable(
                        "backCalculated", unit(), plate.protocol().level(), "standard curve")
                : Estimate.descriptive("backCalculated", mean(read), unit(), "standard curve, whatever its range");
    }

    private static double mean(List<SpecimenLevel> levels) {
        return Descriptive.mean(levels.stream()
                .mapToDouble(level -> level.undiluted().orElseThrow())
                .toArray());
    }
}
