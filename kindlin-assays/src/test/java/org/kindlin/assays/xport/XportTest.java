package org.kindlin.assays.xport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.assays.xport.XportTable.Variable;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.random.RandomStream;

class XportTest {

    /** Worked examples of IBM hexadecimal floating point: -118.625 and the largest from its Principles of Operation, others by hand. */
    @ParameterizedTest
    @CsvSource({
        "-118.625, C276A00000000000",
        "1, 4110000000000000",
        "-1, C110000000000000",
        "2, 4120000000000000",
        "0.15625, 4028000000000000",
        "100, 4264000000000000",
        "0, 0000000000000000",
        "65536, 4510000000000000"
    })
    void ibmDoubles(double value, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(IbmDouble.read(bytes, 0, 8)).hasValue(value);
        assertThat(HexFormat.of().withUpperCase().toHexDigits(IbmDouble.write(OptionalDouble.of(value))))
                .isEqualTo(hex);
    }

    @Test
    void missingValuesAreNone() {
        assertThat(HexFormat.of().withUpperCase().toHexDigits(IbmDouble.write(OptionalDouble.empty())))
                .isEqualTo("2E00000000000000");
        assertThat(IbmDouble.read(HexFormat.of().parseHex("2E00000000000000"), 0, 8))
                .isEmpty();
        assertThat(IbmDouble.read(HexFormat.of().parseHex("4100000000000000"), 0, 8))
                .isEmpty();
    }

    @Test
    void everyDoubleOfThreeBitsLessComesBack() {
        RandomStream random = RandomStream.ofSeed(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.scalb(random.nextGaussian(), random.nextInt(160) - 80);
            long bits = IbmDouble.write(OptionalDouble.of(value));
            byte[] bytes = ByteBuffer.allocate(8).putLong(bits).array();
            assertThat(IbmDouble.read(bytes, 0, 8)).hasValue(value); // 56 bits hold 53, whatever the leading zeros
        }
    }

    private static XportTable table(int rows) {
        List<List<Value>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(List.of(
                    Value.of("M" + i),
                    i % 3 == 1 ? Value.missing() : Value.of(i / 7.0),
                    Value.of(i % 2 == 0 ? "" : "mm3")));
        }
        return new XportTable(
                "TF",
                "SIMULATED DATA, TF",
                List.of(
                        new Variable("USUBJID", "Unique Subject Identifier", false),
                        new Variable("TFSTRESN", "Numeric Result", true),
                        new Variable("TFSTRESU", "Standard Units", false)),
                all);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (int rows = 0; rows < 30; rows++) {
            byte[] bytes = XportWriter.write(table(rows));
            assertThat(bytes.length % 80).isZero();
            RawFile file = new RawFile("tf.xpt", bytes);
            Faults faults = new Faults();
            assertThat(XportReader.isXport(file)).isTrue();
            assertThat(XportReader.read(file, faults)).containsExactly(table(rows));
            assertThat(faults.any()).isFalse();
            assertThat(file.simulated()).isTrue();
        }
    }

    @Test
    void recordsStandWhereTheFormatHasThem() {
        byte[] bytes = XportWriter.write(table(2));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith(
                        "HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000000000000000000000000000  SAS     SAS     SASLIB  ");
        assertThat(text.substring(240, 320))
                .isEqualTo("HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!000000000000000001600000000140  ");
        assertThat(text.substring(320, 400))
                .isEqualTo("HEADER RECORD*******DSCRPTR HEADER RECORD!!!!!!!000000000000000000000000000000  ");
        assertThat(text.substring(400, 424)).isEqualTo("SAS     TF      SASDATA ");
        assertThat(text.substring(560, 640))
                .isEqualTo("HEADER RECORD*******NAMESTR HEADER RECORD!!!!!!!000000000300000000000000000000  ");
        int observations = 640 + (3 * 140 + 79) / 80 * 80;
        assertThat(text.substring(observations, observations + 80))
                .isEqualTo("HEADER RECORD*******OBS     HEADER RECORD!!!!!!!000000000000000000000000000000  ");
    }

    @Test
    void ruinedFilesAreReadOrRefused() {
        byte[] whole = XportWriter.write(table(20));
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            RandomStream random = RandomStream.ofSeed(9).child(round);
            byte[] ruined = random.nextInt(5) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i < 3 && ruined.length > 0; i++) {
                ruined[random.nextInt(ruined.length)] = (byte) random.nextInt(256);
            }
            Faults faults = new Faults();
            XportReader.read(new RawFile("ruined.xpt", ruined), faults);
            refused += faults.any() ? 1 : 0;
        }
        assertThat(refused).isBetween(100, 2900);
    }
}
