package org.kindlin.assays.plate;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kindlin.fault.Faults;

/**
 * What is in the wells of one or more plates.
 *
 * @param file path of the file it was read from; empty where it was made in memory
 * @param wells sorted by plate, then row by row; no well twice
 */
public record PlateMap(String file, List<Well> wells) {
    private static final Comparator<Well> ORDER =
            Comparator.comparing(Well::plate).thenComparing(Well::address);

    public PlateMap {
        wells = wells.stream().sorted(ORDER).toList();
    }

    /** The plates the map names; empty where it holds for every plate. */
    public Set<String> plates() {
        Set<String> plates = new TreeSet<>();
        wells.stream().map(Well::plate).filter(plate -> !plate.isEmpty()).forEach(plates::add);
        return plates;
    }

    /** The wells that hold for a plate: those that name it and those that name none, row by row. */
    public List<Well> on(String plate) {
        return wells.stream()
                .filter(well -> well.plate().isEmpty() || well.plate().equals(plate))
                .sorted(Comparator.comparing(Well::address))
                .toList();
    }

    /** Adds a fault for every well of the map that the plate is too small for. */
    public void checkFits(Plate plate, Faults faults) {
        on(plate.identifier()).stream()
                .filter(well -> !plate.format().contains(well.address()))
                .forEach(well -> faults.add(
                        file,
                        "well " + well.address(),
                        "lies off the " + plate.format() + " plate of " + plate.file(),
                        "check that the map belongs to this plate"));
    }

    /** Each well of the map that holds for the plate, with its reading, row by row. */
    public List<WellReading> join(String plate, PlateRead read) {
        return on(plate).stream()
                .map(well -> new WellReading(well, read.at(well.address())))
                .toList();
    }
}
