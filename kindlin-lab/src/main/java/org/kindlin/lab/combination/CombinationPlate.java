package org.kindlin.lab.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.export.ReaderOutput;
import org.kindlin.numerics.random.RandomStream;

/**
 * A dose matrix on a 384-well plate with more vehicle wells and blanks, wells placed at random, read as luminescence.
 *
 * @param sd noise of a well in percentage points of an untreated one
 */
record CombinationPlate(String first, String second, double sd, ReaderOutput output) {
    private static final PlateFormat FORMAT = PlateFormat.WELLS_384;
    private static final int BLANKS = 8;
    private static final int MORE_VEHICLES = 13;
    /** Counts of a well without cells, and of an untreated one above it. */
    private static final double BACKGROUND = 300;

    private static final double UNTREATED = 60_000;

    /** The reader's file and the plate map. */
    List<LabFile> files(List<MatrixWell> matrix, RandomStream random, Faults faults) {
        if (matrix.size() + BLANKS + MORE_VEHICLES > FORMAT.size()) {
            faults.add(
                    "lab combination",
                    "form",
                    matrix.size() + " wells of the matrix, " + MORE_VEHICLES + " of vehicle and " + BLANKS
                            + " blanks do not fit a " + FORMAT + " plate",
                    "take fewer doses or replicates, or form=table");
            return List.of();
        }
        List<WellAddress> places = shuffled(random.child("places"));
        RandomStream noise = random.child("noise");
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        SortedMap<WellAddress, String> map = new TreeMap<>();
        int at = 0;
        for (MatrixWell well : matrix) {
            put(readings, map, places.get(at++), well.viability(), contents(well));
        }
        for (int i = 0; i < MORE_VEHICLES; i++) {
            put(readings, map, places.get(at++), 100 + sd * noise.nextGaussian(), "vehicle,,,,");
        }
        for (int i = 0; i < BLANKS; i++) {
            put(readings, map, places.get(at++), 0.1 * sd * noise.nextGaussian(), "blank,,,,");
        }
        StringBuilder layout = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": " + output.simulation()
                + "\nwell,role,compound,concentration_nM,compound2,concentration2_nM\n");
        map.forEach((well, contents) ->
                layout.append(well).append(',').append(contents).append('\n'));
        return List.of(
                output.file(
                        "combination", "COMBINATION", "matrix", FORMAT, List.of(ReaderOutput.luminescence(readings))),
                LabFile.ofText("layout.csv", layout.toString()));
    }

    private static List<WellAddress> shuffled(RandomStream random) {
        List<WellAddress> places = new ArrayList<>(FORMAT.wells());
        for (int i = places.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            WellAddress moved = places.get(i);
            places.set(i, places.get(other));
            places.set(other, moved);
        }
        return places;
    }

    /** The counts of a well with this viability in percent of untreated. */
    static Reading counts(double viability) {
        return new Reading.Measured(Math.rint(BACKGROUND + UNTREATED * viability / 100));
    }

    private static void put(
            SortedMap<WellAddress, Reading> readings,
            SortedMap<WellAddress, String> map,
            WellAddress well,
            double viability,
            String contents) {
        readings.put(well, counts(viability));
        map.put(well, contents);
    }

    private String contents(MatrixWell well) {
        if (well.first() == 0 && well.second() == 0) {
            return "vehicle,,,,";
        }
        return "sample," + agent(first, well.first()) + "," + agent(second, well.second());
    }

    private static String agent(String name, double dose) {
        return name + "," + (dose == 0 ? "0" : String.format(Locale.ROOT, "%.6g", dose));
    }
}
