package org.kindlin.lab.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.CsvText;
import org.kindlin.lab.ReaderNoise;
import org.kindlin.numerics.random.RandomStream;

/** One plate being pipetted: readings and, line by line, what is in each well. */
final class SircolPlate {
    private static final List<String> HEADER = List.of(
            "well", "role", "sample", "fraction", "compound", "form", "concentration", "unit", "dilution", "cells");

    private final ReaderNoise noise;
    private final double intercept;
    private final double slope;
    private final RandomStream stream;
    private final SortedMap<WellAddress, Reading> readings = new TreeMap<>();
    private final List<List<String>> map = new ArrayList<>();

    /**
     * @param intercept absorbance without collagen
     * @param slope absorbance per ug/mL
     */
    SircolPlate(ReaderNoise noise, double intercept, double slope, RandomStream stream) {
        this.noise = noise;
        this.intercept = intercept;
        this.slope = slope;
        this.stream = stream;
        map.add(List.of("# " + RawFile.SIMULATED_MARK));
        map.add(HEADER);
    }

    /** Fills the next well, column by column. */
    void add(double concentration, String... contents) {
        int next = readings.size();
        int rows = PlateFormat.WELLS_96.rows();
        WellAddress address = new WellAddress(next % rows, next / rows);
        double read = noise.read(intercept, slope * concentration, stream.child(address.toString()));
        readings.put(address, new Reading.Measured(Math.rint(read * 1e4) / 1e4));
        List<String> line = new ArrayList<>();
        line.add(address.toString());
        line.addAll(List.of(contents));
        map.add(line);
    }

    SortedMap<WellAddress, Reading> readings() {
        return readings;
    }

    String map() {
        return CsvText.of(map);
    }
}
