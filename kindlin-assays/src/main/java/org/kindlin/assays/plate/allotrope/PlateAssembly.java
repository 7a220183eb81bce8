package org.kindlin.assays.plate.allotrope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.allotrope.Measurement.Point;
import org.kindlin.assays.plate.format.PlateBuilder;

/** Gathers the measurements of one plate into reads: measurements of a kind make one read, a well twice makes two. */
final class PlateAssembly {
    private final PlateBuilder builder;
    private final Map<Kind, List<Gathered>> reads = new LinkedHashMap<>();
    private final Map<Kind, Integer> numbers = new HashMap<>();

    PlateAssembly(String file, String identifier, String date, Optional<PlateFormat> stated) {
        this.builder = new PlateBuilder(file, identifier);
        builder.date(date);
        stated.ifPresent(builder::stated);
    }

    /** What readings of one read have in common. */
    private record Kind(
            String label,
            DetectionMode mode,
            String unit,
            Wavelengths wavelengths,
            boolean calculated,
            Optional<Double> seconds) {
        Kind withoutTime() {
            return new Kind(label, mode, unit, wavelengths, calculated, Optional.empty());
        }
    }

    /** A read in the making, with the temperature of its first measurement. */
    private record Gathered(Optional<Double> celsius, SortedMap<WellAddress, Reading> readings) {}

    void add(Measurement measurement) {
        for (Point point : measurement.points()) {
            Wavelengths wavelengths = point.nanometres()
                    .map(nm -> new Wavelengths(measurement.wavelengths().excitation(), nm))
                    .orElse(measurement.wavelengths());
            Kind kind = new Kind(
                    measurement.label(),
                    measurement.mode(),
                    measurement.unit(),
                    wavelengths,
                    measurement.calculated(),
                    point.seconds());
            put(kind, Optional.ofNullable(measurement.celsius()), measurement.well(), point.reading());
        }
    }

    /** A value that the reader's software calculated from a measurement. */
    void add(Measurement source, String label, String unit, Reading reading) {
        Kind kind = new Kind(label, source.mode(), unit, source.wavelengths(), true, Optional.empty());
        put(kind, Optional.empty(), source.well(), reading);
    }

    /** Why a calculated value is missing; nothing where the well has one, or none of that name was calculated. */
    void addMissing(Measurement source, String label, Reading reading) {
        reads.keySet().stream()
                .filter(kind -> kind.calculated() && kind.label().equals(label))
                .findFirst()
                .filter(kind -> reads.getOrDefault(kind, List.of()).stream()
                        .noneMatch(read -> read.readings().containsKey(source.well())))
                .ifPresent(kind -> put(kind, Optional.empty(), source.well(), reading));
    }

    private void put(Kind kind, Optional<Double> celsius, WellAddress well, Reading reading) {
        List<Gathered> same = reads.computeIfAbsent(kind, _ -> new ArrayList<>());
        Gathered free = same.stream()
                .filter(read -> !read.readings().containsKey(well))
                .findFirst()
                .orElseGet(() -> {
                    Gathered next = new Gathered(celsius, new TreeMap<>());
                    same.add(next);
                    return next;
                });
        free.readings().put(well, reading);
    }

    /** The plate; empty where nothing was added or no plate is that large. */
    Optional<Plate> build() {
        reads.forEach((kind, gathered) -> gathered.forEach(read -> {
            int number = numbers.merge(kind.withoutTime(), 1, Integer::sum);
            ReadPoint point = new ReadPoint(
                    kind.seconds().isPresent() ? number : 1,
                    kind.seconds().orElse(null),
                    read.celsius().orElse(null));
            builder.add(new PlateRead(
                    kind.label(),
                    kind.mode(),
                    kind.unit(),
                    kind.wavelengths(),
                    kind.calculated(),
                    point,
                    read.readings()));
        }));
        return builder.build();
    }
}
