package org.kindlin.assays.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kindlin.assays.text.CsvText;

/**
 * Reads that differ in their time only: a kinetic measurement, or a single read.
 *
 * @param reads in the order of time; at least one
 */
record ReadSeries(List<PlateRead> reads) {

    ReadSeries {
        reads = reads.stream()
                .sorted(Comparator.comparingDouble(ReadSeries::time))
                .toList();
    }

    /** What the reads of one series share. */
    private record Kind(String label, Wavelengths wavelengths, boolean calculated) {}

    /** The reads grouped into series, in the order of the file. */
    static List<ReadSeries> of(List<PlateRead> reads) {
        Map<Kind, List<PlateRead>> series = new LinkedHashMap<>();
        for (PlateRead read : reads) {
            series.computeIfAbsent(
                            new Kind(read.label(), read.wavelengths(), read.calculated()), kind -> new ArrayList<>())
                    .add(read);
        }
        return series.values().stream().map(ReadSeries::new).toList();
    }

    PlateRead first() {
        return reads.getFirst();
    }

    boolean isKinetic() {
        return reads.size() > 1;
    }

    /** What the series is called where it is offered. */
    String name() {
        if (!isKinetic()) {
            return first().name();
        }
        String span = first().seconds() == null
                ? ""
                : " from " + CsvText.number(time(first())) + " to " + CsvText.number(time(reads.getLast())) + " s";
        return seriesLabel() + " (" + reads.size() + " points" + span + ")";
    }

    /** Label and wavelength, without time. */
    String seriesLabel() {
        PlateRead read = first();
        return new PlateRead(
                        read.label(),
                        read.mode(),
                        read.unit(),
                        read.wavelengths(),
                        read.calculated(),
                        ReadPoint.END_POINT,
                        new TreeMap<>())
                .name();
    }

    /** The read nearest to a time. */
    PlateRead nearest(double seconds) {
        return reads.stream()
                .min(Comparator.comparingDouble(read -> Math.abs(time(read) - seconds)))
                .orElseThrow();
    }

    /** Half the shortest time between two reads: a time further from every read than this was not measured. */
    double halfInterval() {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < reads.size(); i++) {
            double interval = time(reads.get(i)) - time(reads.get(i - 1));
            shortest = interval > 0 ? Math.min(shortest, interval) : shortest;
        }
        return Double.isFinite(shortest) ? shortest / 2 : 0.5;
    }

    /** One read that sums up the reads of the window. */
    PlateRead summary(ReadQuery query) {
        List<PlateRead> window = reads.stream().filter(query::contains).toList();
        TreeSet<WellAddress> wells = new TreeSet<>();
        window.forEach(read -> wells.addAll(read.readings().keySet()));
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (WellAddress well : wells) {
            readings.put(
                    well,
                    query.summary()
                            .of(window.stream()
                                    .map(read -> new KineticSummary.Point(time(read), read.at(well)))
                                    .toList()));
        }
        return new PlateRead(
                query.summary().words() + " of " + seriesLabel() + query.window(),
                first().mode(),
                query.summary().unit(first().unit()),
                first().wavelengths(),
                first().calculated(),
                ReadPoint.END_POINT,
                readings);
    }

    /** Seconds, or the number of a read that has no time. */
    private static double time(PlateRead read) {
        Double seconds = read.seconds();
        return seconds == null ? read.point().number() : seconds;
    }
}
