package org.kindlin.assays.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Tables as they get ruined, from a seed: characters lost, put in and changed, stretches cut out. */
public final class RuinedText {
    private static final int MOST_HITS = 6;
    private static final int LONGEST_CUT = 30;
    private static final String TELLING = ",\"\n;-.<0e9%";

    private RuinedText() {}

    /** Analyses so many ruined copies: each ends in a document with results or in faults, never otherwise. */
    public static void isReadOrRefused(
            String good, long seed, int rounds, Function<String, AnalysisDocument> analysis) {
        for (int round = 0; round < rounds; round++) {
            String ruined = of(good, RandomStream.ofSeed(seed).child(round));
            try {
                assertThat(analysis.apply(ruined).results()).isNotEmpty();
            } catch (InputFaultException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (RuntimeException | AssertionError defect) {
                throw new AssertionError("seed " + seed + ", round " + round + ":\n" + ruined, defect);
            }
        }
    }

    static String of(String good, RandomStream random) {
        StringBuilder text = new StringBuilder(good);
        for (int hit = 0; hit < 1 + random.nextInt(MOST_HITS); hit++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) (32 + random.nextInt(270)));
                case 2 -> text.setCharAt(at, TELLING.charAt(random.nextInt(TELLING.length())));
                default -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(LONGEST_CUT)));
            }
        }
        return text.toString();
    }
}
