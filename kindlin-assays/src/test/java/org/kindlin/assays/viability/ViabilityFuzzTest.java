package org.kindlin.assays.viability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Ruined tables, plates and maps end in a document or in faults, never otherwise. */
class ViabilityFuzzTest {
    /** Number of inputs; a long hand run sets the property. */
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 200);

    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 21);

    private static final String VIABILITY = """
            compound,cell line,concentration_uM,viability
            defactinib,A549,0,101
            defactinib,A549,0.1,99
            defactinib,A549,0.3,97
            defactinib,A549,1,80
            defactinib,A549,3,45
            defactinib,A549,10,20
            """;
    private static final String COUNTS = """
            cell_line,agent,time,concentration_nM,cell_count,cell_count__ctrl,cell_count__time0,dead_count,dead_count__ctrl,dead_count__time0
            BT20,x,72,1,5436,5426.1,1608.9,547,484.3,127.7
            BT20,x,72,10,4628,5426.1,1608.9,958,484.3,127.7
            BT20,x,72,100,1992,5426.1,1608.9,1463,484.3,127.7
            BT20,x,72,1000,567,5426.1,1608.9,1847,484.3,127.7
            BT20,x,72,10000,398,5426.1,1608.9,1870,484.3,127.7
            """;
    private static final String MAP = """
            well,role,compound,form,concentration,unit,cell line
            A1,blank,,,,,
            A2,blank,,,,,
            A3,vehicle,,,,,
            A4,vehicle,,,,,
            B1,sample,defactinib,HCl,10,nM,A549
            B2,sample,defactinib,HCl,1,uM,A549
            B3,sample,defactinib,HCl,10,uM,A549
            """;
    private static final String PLATE = "well,value\nA1,0.05\nA2,0.06\nA3,1.1\nA4,1.2\nB1,1.1\nB2,0.6\nB3,0.2\n";
    private static final String[] PIECES = {
        ",",
        "\n",
        "-",
        "1e308",
        "1e70",
        "NaN",
        "0",
        "vehicle",
        "\"",
        "uM",
        ";",
        "-5",
        "A1",
        "\u0000",
        "%",
        "1e-300",
        "cell_count"
    };

    @Test
    void ruinedInputIsAFaultOrAResult() {
        RandomStream stream = RandomStream.ofSeed(SEED);
        int documents = 0;
        for (int i = 0; i < INPUTS; i++) {
            RandomStream own = stream.child(i);
            try {
                Experiments.analyze(
                        List.of(input(own)),
                        own.nextInt(2) == 0 ? Map.of() : Map.of("doublingTime", "24 h", "exposure", "72 h"));
                documents++;
            } catch (InputFaultException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(documents).isGreaterThan(INPUTS / 20);
    }

    private static InputFile input(RandomStream stream) {
        return switch (stream.nextInt(4)) {
            case 0 -> Experiments.file("v.csv", ruined(VIABILITY, stream), Optional.empty(), Map.of());
            case 1 -> Experiments.file("c.csv", ruined(COUNTS, stream), Optional.empty(), Map.of());
            case 2 -> Experiments.file("p.csv", PLATE, Optional.of(ruined(MAP, stream)), Map.of("time", "72 h"));
            default -> Experiments.file("p.csv", ruined(PLATE, stream), Optional.of(MAP), Map.of());
        };
    }

    private static String ruined(String text, RandomStream stream) {
        StringBuilder ruined = new StringBuilder(text);
        for (int i = 0; i < 1 + stream.nextInt(3); i++) {
            int at = stream.nextInt(ruined.length());
            switch (stream.nextInt(3)) {
                case 0 -> ruined.insert(at, PIECES[stream.nextInt(PIECES.length)]);
                case 1 -> ruined.delete(at, Math.min(ruined.length() - 1, at + stream.nextInt(12)));
                default -> ruined.setCharAt(at, (char) (32 + stream.nextInt(95)));
            }
        }
        return ruined.toString();
    }
}
