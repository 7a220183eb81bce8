package org.kindlin.lab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.reader.PlateFileReport;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;

/** Whatever a virtual reader exports, the plate readers recognise by its content and give back reading for reading. */
class ReaderExportTest {
    private static final Wavelengths AT_570 = new Wavelengths(null, 570.0);
    private static final Wavelengths AT_630 = new Wavelengths(null, 630.0);
    private static final Wavelengths DAPI = new Wavelengths(355.0, 460.0);

    /** What a plate is read for. */
    private enum Reads {
        LUMINESCENCE(DetectionMode.LUMINESCENCE, List.of(Wavelengths.NOT_STATED), 0),
        ABSORBANCE(DetectionMode.ABSORBANCE, List.of(AT_570), 0),
        FLUORESCENCE(DetectionMode.FLUORESCENCE, List.of(DAPI), 0),
        TWO_WAVELENGTHS(DetectionMode.ABSORBANCE, List.of(AT_570, AT_630), 0),
        KINETIC(DetectionMode.ABSORBANCE, List.of(AT_570), 3),
        KINETIC_OF_TWO(DetectionMode.FLUORESCENCE, List.of(DAPI, new Wavelengths(485.0, 535.0)), 4);

        private final DetectionMode mode;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<Wavelengths> wavelengths;

        private final int points;

        Reads(DetectionMode mode, List<Wavelengths> wavelengths, int points) {
            this.mode = mode;
            this.wavelengths = wavelengths;
            this.points = points;
        }

        boolean fits(ReaderExport export) {
            return (wavelengths.size() == 1 || export.holdsSeveralReads()) && (points == 0 || export.holdsTimes());
        }
    }

    @ParameterizedTest
    @EnumSource(ReaderExport.class)
    void everyReadingComesBackFromEveryFormat(ReaderExport export) {
        RandomStream random = RandomStream.ofSeed(7).child(export.name());
        for (PlateFormat format : List.of(PlateFormat.WELLS_96, PlateFormat.WELLS_384, PlateFormat.WELLS_1536)) {
            for (Reads reads : Reads.values()) {
                for (int plates = 1; plates <= 3; plates += 2) {
                    boolean isLarge = format == PlateFormat.WELLS_1536
                            && (plates > 1 || reads.points > 0 || export == ReaderExport.ALLOTROPE);
                    if (reads.fits(export) && !isLarge) {
                        comesBack(export, run(format, reads, plates, random.child(format + reads.name() + plates)));
                    }
                }
            }
        }
    }

    private static void comesBack(ReaderExport export, ReaderRun run) {
        RawFile file = new RawFile("run." + export.extension(), export.write(run));
        PlateFileReport report = PlateReaders.report(file, ReadingMode.STRICT);
        String name = export + " " + run.plates().getFirst().format() + " "
                + run.plates().size() + " "
                + run.plates().getFirst().reads().getFirst().name();

        assertThat(report.faults()).as(name).isEmpty();
        assertThat(report.format().orElseThrow().name()).as(name).isEqualTo(readAs(export));
        assertThat(file.simulated()).as(name).isTrue();
        assertThat(report.plates()).as(name).hasSameSizeAs(run.plates());
        for (int i = 0; i < run.plates().size(); i++) {
            Plate written = run.plates().get(i);
            Plate read = report.plates().get(i);
            assertThat(read.identifier()).as(name).isEqualTo(written.identifier());
            assertThat(read.format()).as(name).isEqualTo(written.format());
            assertThat(read.reads()).as(name).hasSameSizeAs(written.reads());
            assertThat(read.reads().stream().map(ReaderExportTest::series).distinct())
                    .as(name)
                    .hasSameSizeAs(written.reads().stream()
                            .map(ReaderExportTest::series)
                            .distinct()
                            .toList());
            for (PlateRead one : written.reads()) {
                same(name, one, counterpart(name, one, written, read));
            }
        }
    }

    /** What the points of one kinetic measurement share. */
    private static String series(PlateRead read) {
        return read.label() + read.wavelengths();
    }

    /** Formats may group by wavelength or by time; where a format says neither, the order tells. */
    private static PlateRead counterpart(String name, PlateRead written, Plate from, Plate read) {
        if (from.reads().size() == 1) {
            return read.reads().getFirst();
        }
        List<PlateRead> fitting = read.reads().stream()
                .filter(one -> one.name().contains(number(written.wavelengths().detection())))
                .filter(one -> written.seconds() == null || written.seconds().equals(one.seconds()))
                .toList();
        assertThat(fitting).as(name + ": " + written.name()).hasSize(1);
        return fitting.getFirst();
    }

    private static String number(@Nullable Double nanometres) {
        return nanometres == null ? "" : Long.toString(Math.round(nanometres));
    }

    private static void same(String name, PlateRead written, PlateRead read) {
        if (!name.startsWith("GRID")) {
            assertThat(read.mode()).as(name).isEqualTo(written.mode());
        }
        assertThat(read.calculated()).as(name).isFalse();
        Map<WellAddress, String> back = new TreeMap<>();
        Map<WellAddress, String> there = new TreeMap<>();
        written.readings().forEach((well, reading) -> {
            there.put(well, kind(reading));
            back.put(well, kind(read.at(well)));
        });
        assertThat(back).as(name).isEqualTo(there);
        assertThat(read.measured()).as(name).isEqualTo(written.measured());
    }

    /** Not every vendor tells a saturated detector from a number that is too large. */
    private static String kind(Reading reading) {
        return switch (reading) {
            case Reading.Measured(double number) -> Double.toString(number);
            case Reading.Saturated _, Reading.Overflow _ -> "saturated";
            case Reading.Empty _ -> "empty";
            default -> reading.describe();
        };
    }

    private static String readAs(ReaderExport export) {
        return switch (export) {
            case BMG_MARS, PHERASTAR -> "bmg-mars";
            case I_CONTROL -> "i-control";
            case MAGELLAN -> "magellan";
            case ENVISION -> "envision";
            case KALEIDO -> "kaleido";
            case SOFTMAX_PRO -> "softmax-pro";
            case GEN5_TXT, GEN5_XLSX -> "gen5";
            case SKANIT -> "skanit";
            case ALLOTROPE -> "allotrope";
            case TIDY -> "tidy";
            case GRID -> "grid";
        };
    }

    private static ReaderRun run(PlateFormat format, Reads reads, int plates, RandomStream random) {
        List<Plate> all = new ArrayList<>();
        for (int plate = 1; plate <= plates; plate++) {
            List<PlateRead> each = new ArrayList<>();
            for (Wavelengths wavelengths : reads.wavelengths) {
                for (int point = 1; point <= Math.max(1, reads.points); point++) {
                    each.add(new PlateRead(
                            "read",
                            reads.mode,
                            reads.mode.unit(),
                            wavelengths,
                            false,
                            reads.points == 0 ? ReadPoint.END_POINT : ReadPoint.at(point, 90.0 * (point - 1)),
                            readings(format, reads, plate, random.child(plate + " " + wavelengths + " " + point))));
                }
            }
            all.add(new Plate("", "FAK-" + plate, "", format, each, List.of()));
        }
        return new ReaderRun("ADP-Glo", all, "Kindlin virtual lab, kinase, seed 7");
    }

    /**
     * Most wells read; one saturated, one empty, a negative one, and a small and a large number. Of the second plate the
     * outermost wells are not read.
     */
    private static SortedMap<WellAddress, Reading> readings(
            PlateFormat format, Reads reads, int plate, RandomStream random) {
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (WellAddress well : format.wells()) {
            double number = reads.mode == DetectionMode.ABSORBANCE
                    ? Math.rint(random.nextUniform(0, 4) * 1e4) / 1e4
                    : Math.rint(random.nextUniform(100, 4e6));
            readings.put(well, new Reading.Measured(number));
        }
        if (plate == 2) {
            readings.keySet().removeIf(format::isEdge);
            return readings;
        }
        readings.put(format.wells().get(5), new Reading.Saturated("sat"));
        readings.put(format.wells().get(17), Reading.empty());
        readings.put(format.wells().get(30), new Reading.Measured(-0.0123));
        readings.put(format.wells().get(31), new Reading.Measured(1234567.25));
        return readings;
    }
}
