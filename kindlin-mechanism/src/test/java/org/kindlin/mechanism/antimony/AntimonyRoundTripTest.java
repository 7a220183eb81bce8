package org.kindlin.mechanism.antimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.model.Model;
import org.kindlin.numerics.random.RandomStream;

class AntimonyRoundTripTest {
    static final String EVERYTHING = """
            function mm(v, k, s)
              v*s/(k + s);
            end
            model *m()
              # what it is about
              compartment cell = 2; // volume
              species A in cell = 10, $B in cell = 3/cell; substanceOnly species C in cell = 4
              var species D in cell; D := A*2; const F in cell
              J0: 2 A + B -> C; mm(1.5, k1, A)*cell # first
              J1 in cell: C => ; k2*C
              n A => D; k2
              n = 2
              E1: at 2 after (A > 5 && time < 3), priority=1, t0=false, persistent=false: k3 = 7, A = 2*A
              k1 = 0.1; k2 = 3e-7; var k3 = 1; k4 := piecewise(k3, A >= 2, -k3); k5 = 2*k1
              k6' = -k6*k1; k6 = 1
              at (A < 4): k3 = 2; var k7; 0 = k7 - k3; var species $G in cell; H in cell; var species H; $H
              constraint: A < 1e6
              unit perSecond = 1/second; unit time_unit = 60 second; k2 has perSecond
              A is "alpha"; A.sboTerm = 247; k1 notes ```two
            lines```
            end
            """;

    @Test
    void writtenAndReadAgainItIsTheSame() {
        Model once = AntimonyReaderTest.read(EVERYTHING);
        String text = write(once);
        Model twice = AntimonyReaderTest.read(text);
        assertThat(stripped(twice).lines().toList())
                .isEqualTo(stripped(once).lines().toList());
        assertThat(write(twice)).isEqualTo(text);
    }

    @Test
    void wordsOfTheLanguageAsIdentifiersGetAnUnderscore() {
        Model model = AntimonyReaderTest.read("model m\n x = 1; y := x^2\nend");
        Model renamed = model.toBuilder().id("end").build();
        assertThat(write(renamed)).contains("model *end_()");
    }

    /** The text without line numbers, which change: what is left must agree. */
    private static String stripped(Model model) {
        return model.toString().replaceAll("line=\\d+", "line").replaceAll("(, |\\[)([A-Z])", "$1\n$2");
    }

    private static String write(Model model) {
        Faults faults = new Faults();
        Optional<String> text = AntimonyWriter.write("m", model, faults);
        assertThat(faults.all()).isEmpty();
        return text.orElseThrow();
    }

    /** 3000 ruined texts: a model or faults, nothing else; what is read can be written and read again. */
    @Test
    void ruinedTextsNeverEscapeAsErrors() {
        RandomStream random = RandomStream.ofSeed(4);
        String signs = "();:=,+-*/^'$<>&|! \n\"#@.{}10eE_abatend";
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(EVERYTHING);
            int changes = 1 + random.nextInt(4);
            for (int k = 0; k < changes; k++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            Faults faults = new Faults();
            Optional<Model> model = AntimonyReader.read("f.ant", text.toString(), Imports.NONE, faults);
            assertThat(model.isPresent()).isNotEqualTo(faults.any());
            if (model.isPresent()) {
                read++;
                Faults writing = new Faults();
                Optional<String> again = AntimonyWriter.write("f", model.get(), writing);
                again.ifPresent(AntimonyReaderTest::read);
            }
        }
        assertThat(read).isPositive();
    }
}
