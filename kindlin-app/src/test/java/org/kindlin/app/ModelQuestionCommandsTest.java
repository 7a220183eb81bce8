package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelQuestionCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void engagementAnswersInWordsNumbersAndAFigure() {
        Terminal run = Terminal.run(
                "model",
                "engagement",
                "--doses",
                "400",
                "--draws",
                "2",
                "--out",
                folder.toString(),
                "--figures",
                "svg");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("SIMULATED").contains("71.5 % of pFAK inhibited at Cavg and 70.5 %");
        assertThat(folder.resolve("engagement.svg")).exists();
        assertThat(folder.resolve("engagement.json")).content().contains("\"draws\" : 2", "log-uniform");
        assertThat(folder.resolve("engagement.csv")).content().startsWith("dose (mg BID)");
    }

    @Test
    void sameSeedSameAnswer() {
        String[] line = {"model", "pathway", "--draws", "2", "--seed", "7", "--json"};
        assertThat(Terminal.run(line).out()).isEqualTo(Terminal.run(line).out());
    }

    @Test
    void amountsThatMakeNoSenseAreAMatterOfUsage() {
        assertThat(Terminal.run("model", "dual", "--pyk2", "-1").exit()).isEqualTo(2);
        assertThat(Terminal.run("model", "combination", "--defactinib", "NaN").exit())
                .isEqualTo(2);
        assertThat(Terminal.run("model", "engagement", "--draws", "-5").exit()).isEqualTo(2);
        assertThat(Terminal.run("model", "convert", "fak-pyk2", "--to", "pdf").exit())
                .isEqualTo(2);
        assertThat(Terminal.run("model", "steady", "fak-pyk2", "--end", "-1").exit())
                .isEqualTo(2);
        assertThat(Terminal.run("model", "engagement", "--draws", "-1").exit()).isEqualTo(2);
        assertThat(Terminal.run("model", "pathway", "--drug", "1e30").err()).contains("from 0 to 1e9");
    }

    @Test
    void whatCannotBeDoneIsOneLine() {
        Terminal nowhere = Terminal.run(
                "model",
                "convert",
                "fak-pyk2",
                "--to",
                "sbml",
                "--out",
                folder.resolve("none/a.xml").toString());
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.err().lines()).singleElement().asString().contains("cannot be written");
        Terminal unknown = Terminal.run("model", "steady", "fak-pyk2", "--variables", "pFak", "--amounts", "pFac");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err().lines()).singleElement().asString().contains("no 'pFac', did you mean 'pFak'?");
    }

    @Test
    void aModelOfTheLibraryIsConvertedAndSimulatesAlike() throws IOException {
        Path sbml = folder.resolve("pk.xml");
        assertThat(Terminal.run("model", "convert", "defactinib-pk", "--to", "sbml", "--out", sbml.toString())
                        .exit())
                .isZero();
        String[] settings = {"--end", "24", "--steps", "4", "--variables", "cFree", "--csv"};
        assertThat(simulate(sbml.toString(), settings)).isEqualTo(simulate("defactinib-pk", settings));
    }

    @Test
    void faultsOfAnAntimonyFileSayLineAndColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ant"), "model m\n  A -> B; k*(A\nend\n");
        Terminal run = Terminal.run("model", "simulate", file.toString(), "--end", "1");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("bad.ant:line ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void importsStayInTheFolder() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.ant"), "model s\n x = 1\nend\n");
        Path file = Files.writeString(inner.resolve("m.ant"), "import \"../secret.ant\"\nmodel m\n S: s()\nend\n");
        Terminal run = Terminal.run("model", "simulate", file.toString(), "--end", "1");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("'../secret.ant' is not there");
    }

    private static String simulate(String model, String... settings) {
        String[] line = new String[settings.length + 3];
        line[0] = "model";
        line[1] = "simulate";
        line[2] = model;
        System.arraycopy(settings, 0, line, 3, settings.length);
        Terminal run = Terminal.run(line);
        assertThat(run.exit()).isZero();
        return run.out();
    }
}
