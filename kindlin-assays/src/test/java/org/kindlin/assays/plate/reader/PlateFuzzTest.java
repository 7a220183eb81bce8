package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.fault.InputFaultException;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.map.PlateMapReader;

/**
 * Ruined exports and noise: a reader returns or throws its one exception, in bounded time.
 *
 * <p>In the build this runs for a few seconds; {@code -Dkindlin.fuzz=1000000 -Dkindlin.fuzz.seed=2} runs as many inputs.
 */
class PlateFuzzTest {
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 1500);
    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 1L);
    private static final long MOST_MILLISECONDS_PER_INPUT = 4000;
    private static final String[] TOKENS = {
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "=\"",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "A",
        "AF",
        "a",
        "1",
        "48",
        "1e308",
        "999999999",
        "-",
        "OVER",
        "*****",
        "Raw Data (450)",
        "Well,Content,Raw Data\n",
        "Plate information\n",
        "Platemap:",
        ",1,2,3,4\n",
        "A,1,2,3\n",
        "well,value\n",
        "well,role,compound,concentration_nM\n",
        "\ufeff",
        "é",
        "µ",
        "12,5",
        "1.234,5",
        "Time: ",
        "ID1: ",
        "Test name: ",
        "Results for x (CPS)\n",
        "Measurement date",
        "sep=;\n",
        "concentration (nM)\n"
    };

    @Test
    void onlyTheOneExceptionEscapes() {
        List<byte[]> seeds = seeds();
        Random random = new Random(SEED);
        int accepted = 0;
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] bytes = random.nextInt(20) == 0 ? noise(random) : mutated(seeds, random);
            long start = System.nanoTime();
            accepted += reads(bytes, i) ? 1 : 0;
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        }
        assertThat(slowest).as("milliseconds of the slowest input").isLessThan(MOST_MILLISECONDS_PER_INPUT);
        assertThat(accepted).as("mutants that are still files").isBetween(INPUTS / 50, INPUTS);
    }

    private static boolean reads(byte[] bytes, int number) {
        RawFile file = new RawFile("fuzz.csv", bytes);
        boolean accepted = false;
        try {
            List<Plate> plates = PlateReaders.read(file);
            assertThat(plates).isNotEmpty();
            plates.forEach(plate -> plate.reads()
                    .forEach(read -> assertThat(read.readings().keySet()).allMatch(plate.format()::contains)));
            accepted = true;
        } catch (InputFaultException refused) {
            assertThat(refused.faults()).isNotEmpty();
        } catch (RuntimeException | StackOverflowError defect) {
            throw new AssertionError("input " + number + " of seed " + SEED + ": " + text(bytes), defect);
        }
        try {
            org.kindlin.assays.fault.Faults faults = new org.kindlin.assays.fault.Faults();
            PlateMap map = PlateMapReader.read(file, faults);
            assertThat(map.wells().isEmpty()).isEqualTo(faults.any());
        } catch (RuntimeException | StackOverflowError defect) {
            throw new AssertionError("map " + number + " of seed " + SEED + ": " + text(bytes), defect);
        }
        return accepted;
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        ReferenceExports.all().forEach(file -> seeds.add(file.bytes()));
        seeds.add(ReferenceExports.all().get(2).bytes().clone());
        for (String text : List.of(
                "well,role,compound,form,concentration,unit,replicate\nA1,sample,x,HCl,1,ug/mL,1\nA2,vehicle,,,,,\n",
                "compound\n,1,2,3\nA,x,y,z\nB,x,y,z\n\nconc (nM)\n,1,2,3\nA,1,2,3\nB,4,5,6\n",
                "plate map\n,1,2,3\nA,x 10 nM,DMSO,standard ADP 5 uM\nB,y (d6) 1 uM #2,blank,\n",
                "Well Row,Well Col,Content,Raw Data (600),Raw Data (600)\n,,Time,0 h ,1 h 5 min\nA,1,S,0.1,0.2\n",
                "plate,well,read,value\nP1,A1,a,1\nP1,A2,a,OVER\n",
                "1,2,3\n4,5,6\n")) {
            seeds.add(text.getBytes(StandardCharsets.UTF_8));
        }
        seeds.add(new String(seeds.get(2), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE));
        return seeds;
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(4096)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(List<byte[]> seeds, Random random) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes = mutatedOnce(bytes, seeds, random);
        }
        return bytes;
    }

    private static byte[] mutatedOnce(byte[] bytes, List<byte[]> seeds, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(200));
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at); // cut off
            case 1 -> joined(bytes, at, new byte[0], to); // a hole
            case 2 -> joined(bytes, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8), at);
            case 3 -> joined(bytes, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8), to);
            case 4 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at); // said twice
            case 5 -> flipped(bytes, random);
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length);
                yield joined(bytes, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + 500)), to);
            }
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + middle.length);
        joined.write(bytes, 0, end);
        joined.write(middle, 0, middle.length);
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
