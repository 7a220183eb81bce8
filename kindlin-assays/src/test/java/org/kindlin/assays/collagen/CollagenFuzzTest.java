package org.kindlin.assays.collagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Ruined tables and maps end in a document or in faults, never otherwise. */
class CollagenFuzzTest {
    /** Number of inputs; a long hand run sets the property. */
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 300);

    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 20);

    private static final String TABLE = """
            role,sample,concentration,signal,dilution,fraction,compound,dose_nM,cells,protein_ug,spike
            STD1,,0,0.05,,,,,,,
            standard,,10,0.15,,,,,,,
            STD3,,20,0.26,,,,,,,
            BLK,,,0.04,,,,,,,
            unknown,s1,,0.2,1:2,soluble,defactinib,100,1e4,,
            unknown,s1,,0.12,4,soluble,defactinib,100,1e4,,2
            vehicle,v1,,0.22,,insoluble,vehicle,0,,12,
            serum-blank,,,0.07,,,,,,,
            """;
    private static final String MAP = """
            well,role,sample,fraction,compound,form,concentration,unit,dilution,cells
            A1,standard,,,,,0,ug/mL,,
            A2,standard,,,,,10,ug/mL,,
            A3,standard,,,,,20,ug/mL,,
            B1,vehicle,v1,soluble,,,,,2,100
            B2,sample,t1,soluble,defactinib,HCl,1,uM,2,100
            B3,serum-blank,,,,,,,,
            """;
    private static final String PLATE = "well,value\nA1,0.05\nA2,0.15\nA3,0.26\nB1,0.2\nB2,0.1\nB3,0.06\n";
    private static final String[] PIECES = {
        ",", "\n", "-", "1e308", "1e70", "NaN", "0", "STD1", "\"", "ug/mL", ";", "1:0", "-5", "A1", "\u0000", "%",
        "1e-300"
    };

    @Test
    void ruinedInputIsAFaultOrAResult() {
        RandomStream stream = RandomStream.ofSeed(SEED);
        int documents = 0;
        for (int i = 0; i < INPUTS; i++) {
            RandomStream own = stream.child(i);
            boolean table = own.nextInt(2) == 0;
            InputFile file = table
                    ? InputFile.of(raw("t.csv", ruined(TABLE, own)))
                    : new InputFile(raw("p.csv", PLATE), Optional.of(raw("m.csv", ruined(MAP, own))), Map.of());
            String model =
                    List.of("linear", "proportional", "quadratic", "4pl", "5pl").get(own.nextInt(5));
            String weights = List.of("constant", "1/x", "1/x2", "1/sd2").get(own.nextInt(4));
            try {
                Analysis.run(
                        new CollagenAssay(),
                        List.of(file),
                        Settings.of(
                                Map.of("model", model, "weights", weights, "solubleVolume", "1 mL", "perWell", "yes")),
                        1);
                documents++;
            } catch (InputFaultException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(documents).isGreaterThan(INPUTS / 20);
    }

    private static RawFile raw(String name, String text) {
        return new RawFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String ruined(String text, RandomStream stream) {
        StringBuilder ruined = new StringBuilder(text);
        int changes = 1 + stream.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = stream.nextInt(ruined.length());
            switch (stream.nextInt(3)) {
                case 0 -> ruined.insert(at, PIECES[stream.nextInt(PIECES.length)]);
                case 1 -> ruined.delete(at, Math.min(ruined.length(), at + 1 + stream.nextInt(6)));
                default -> ruined.setCharAt(at, (char) (32 + stream.nextInt(95)));
            }
        }
        return ruined.toString();
    }
}
