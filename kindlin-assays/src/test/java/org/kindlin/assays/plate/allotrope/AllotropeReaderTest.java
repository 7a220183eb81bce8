package org.kindlin.assays.plate.allotrope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Documents made here: every kind of reading and plate there and back, and documents that are ruined. */
class AllotropeReaderTest {
    private static final int FUZZ = Integer.getInteger("kindlin.fuzz.allotrope", 2_000);
    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 31);
    private static final RawFile SOURCE =
            new RawFile("plates.csv", "# SIMULATED DATA".getBytes(StandardCharsets.UTF_8));

    private static RawFile json(String text) {
        return new RawFile("m.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static PlateRead read(
            String label, DetectionMode mode, String unit, boolean calculated, ReadPoint point, Reading... row) {
        Map<WellAddress, Reading> readings = new TreeMap<>();
        for (int i = 0; i < row.length; i++) {
            readings.put(new WellAddress(0, i), row[i]);
        }
        return new PlateRead(
                label, mode, unit, new Wavelengths(null, 450.0), calculated, point, new TreeMap<>(readings));
    }

    private static Reading number(double value) {
        return new Reading.Measured(value);
    }

    /** Two plates of the same name with every kind of read and reading. */
    private static List<Plate> plates() {
        PlateRead raw = read(
                "Raw Data (450)",
                DetectionMode.ABSORBANCE,
                "OD",
                false,
                ReadPoint.END_POINT,
                number(0.1),
                new Reading.Overflow("OVRFLW"),
                new Reading.Saturated("SAT"),
                number(-0.02));
        PlateRead blanked = read(
                "Blank corrected",
                DetectionMode.ABSORBANCE,
                "",
                true,
                ReadPoint.END_POINT,
                number(0.05),
                new Reading.Overflow(">3.5"));
        PlateRead first =
                read("kinetic", DetectionMode.FLUORESCENCE, "RFU", false, ReadPoint.at(1, 0.0), number(1), number(2));
        PlateRead second = read(
                "kinetic",
                DetectionMode.FLUORESCENCE,
                "RFU",
                false,
                ReadPoint.at(2, 30.0),
                number(3),
                new Reading.Overflow("OVER"));
        PlateRead alpha = read("Alpha", DetectionMode.ALPHA, "CPS", false, new ReadPoint(1, null, 23.5), number(1e6));
        List<PlateRead> reads = List.of(raw, first, second, alpha, blanked);
        return List.of(
                new Plate("plates.csv", "P", "29/02/2016 14:34:46", PlateFormat.WELLS_96, reads, List.of()),
                new Plate("plates.csv", "P", "", PlateFormat.WELLS_384, List.of(raw), List.of()));
    }

    @Test
    void everyKindOfReadAndReadingComesThrough() {
        byte[] written = AllotropeWriter.write(SOURCE, plates(), "1");
        RawFile document = new RawFile("m.json", written);
        assertThat(document.simulated()).isTrue();
        List<Plate> again = PlateReaders.read(document);
        RoundTrips.assertSame("made here", plates(), again);
        assertThat(again.getFirst().reads().get(3).point().celsius()).isEqualTo(23.5);
        assertThat(AllotropeWriter.write(SOURCE, plates(), "1")).isEqualTo(written);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains("\"measurement time\" : \"2016-02-29T14:34:46+00:00\"")
                .contains("\"unit\" : \"mAU\"")
                .contains("fluorescence emission profile data cube");
    }

    @Test
    void aReadWhoseDetectionIsNotKnownIsRefused() {
        PlateRead unknown = read("x", DetectionMode.UNKNOWN, "", false, ReadPoint.END_POINT, number(1));
        Plate plate = new Plate("p.csv", "", "", PlateFormat.WELLS_96, List.of(unknown), List.of());
        assertThatThrownBy(() -> AllotropeWriter.write(SOURCE, List.of(plate), "1"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("how it was detected is not stated");
    }

    @Test
    void ruinedDocumentsAreFaultsWithAPlace() {
        String whole = new String(AllotropeWriter.write(SOURCE, plates(), "1"), StandardCharsets.UTF_8);
        assertThat(faults(json(whole.substring(0, whole.length() / 2))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.place()).startsWith("line ");
                    assertThat(fault.problem()).contains("cannot be read as JSON");
                });
        assertThat(faults(json(
                        whole.replaceFirst("\"location identifier\" : \"A1\"", "\"location identifier\" : \"Z99x\""))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("plate reader document 1, measurement document 1", "'Z99x' is no well"));
        assertThat(faults(json("{\"$asm.manifest\":\"x\",\"liquid chromatography aggregate document\":{}}"))
                        .toString())
                .contains("another technique");
        assertThat(faults(json("{\"plate reader aggregate document\":" + "[".repeat(5000))))
                .hasSize(1);
    }

    private static List<Fault> faults(RawFile file) {
        Faults faults = new Faults();
        assertThat(PlateReaders.read(file, faults)).isEmpty();
        return faults.all();
    }

    @Test
    void nothingEscapesWhateverTheBytes() {
        RandomStream random = RandomStream.ofSeed(SEED);
        byte[] whole = AllotropeWriter.write(SOURCE, plates(), "1");
        int read = 0;
        for (int run = 0; run < FUZZ; run++) {
            byte[] bytes = whole.clone();
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                int at = random.nextInt(bytes.length);
                String pieces = "{}[]\":,0189eE.-ntA \\";
                bytes[at] = (byte)
                        (random.nextInt(3) == 0 ? random.nextInt(256) : pieces.charAt(random.nextInt(pieces.length())));
                if (random.nextInt(8) == 0) {
                    bytes = Arrays.copyOf(bytes, Math.max(1, at));
                }
            }
            Faults faults = new Faults();
            List<Plate> plates = PlateReaders.read(new RawFile("f.json", bytes), faults);
            assertThat(plates.isEmpty()).isEqualTo(faults.any());
            read += plates.isEmpty() ? 0 : 1;
        }
        assertThat(read).as("some still read").isBetween(FUZZ / 50, FUZZ);
    }
}
