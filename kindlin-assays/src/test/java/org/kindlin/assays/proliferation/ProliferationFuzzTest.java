package org.kindlin.assays.proliferation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Ruined event tables and sheets end in a document or in faults, never otherwise. */
class ProliferationFuzzTest {
    /** Number of inputs; a long hand run sets the property. */
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 60);

    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 9);

    private static final String[] PIECES = {
        ",", "\n", "-", "1e308", "NaN", "0", "undivided", "\"", "uM", ";", "-5", "log10", "\u0000", "1e-300", "dose_nM"
    };

    @Test
    void ruinedInputIsAFaultOrAResult() throws IOException {
        RandomStream stream = RandomStream.ofSeed(SEED);
        int documents = 0;
        for (int i = 0; i < INPUTS; i++) {
            RandomStream own = stream.child(i);
            try {
                Cultures.analyze(List.of(input(own)), Map.of("mostGenerations", "3"));
                documents++;
            } catch (InputFaultException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(documents).isGreaterThan(INPUTS / 20);
    }

    private static InputFile input(RandomStream stream) throws IOException {
        StringBuilder table = new StringBuilder("cfse,dose,role\n");
        for (double x : Cultures.simulate(new int[] {90, 60}, 5000, 0.15, 100, 0.3, stream)) {
            table.append(x).append(stream.nextInt(2) == 0 ? ",0,\n" : ",10,\n");
        }
        String sheet = "file,dose,role,viability\nx.csv,5,sample,90\n";
        return switch (stream.nextInt(3)) {
            case 0 -> InputFile.of(Cultures.text("x.csv", ruined(table.toString(), stream)));
            case 1 ->
                new InputFile(
                        Cultures.text("x.csv", table.toString()),
                        Optional.of(Cultures.text("sheet.csv", ruined(sheet, stream))),
                        Map.of());
            default -> InputFile.of(new RawFile("x.csv.gz", ruinedZip(table.toString(), stream)));
        };
    }

    private static byte[] ruinedZip(String text, RandomStream stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = out.toByteArray();
        for (int i = stream.nextInt(3); i > 0; i--) {
            bytes[stream.nextInt(bytes.length)] = (byte) stream.nextInt(256);
        }
        return bytes;
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
