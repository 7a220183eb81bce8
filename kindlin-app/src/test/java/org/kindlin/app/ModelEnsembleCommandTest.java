package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEnsembleCommandTest {
    private static final String[] LINE = {
        "model", "ensemble", "fak-pyk2", "--end", "24", "--steps", "2", "--variables", "pY397", "--draws", "40", "--csv"
    };

    @TempDir
    private Path folder;

    private static String[] with(String... more) {
        String[] all = Arrays.copyOf(LINE, LINE.length + more.length);
        System.arraycopy(more, 0, all, LINE.length, more.length);
        return all;
    }

    @Test
    void theAnswerDoesNotDependOnTheNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.csv");
        Path three = folder.resolve("three.csv");
        Terminal alone = Terminal.run(with("--threads", "1", "--courses", one.toString()));
        Terminal many = Terminal.run(with("--threads", "3", "--courses", three.toString()));
        assertThat(alone.exit()).isZero();
        assertThat(many.out()).isEqualTo(alone.out());
        assertThat(Files.readString(three)).isEqualTo(Files.readString(one)).startsWith("set,time,pY397\n1,0.0,");
        assertThat(Files.readAllLines(one)).hasSize(1 + 40 * 3);
    }

    @Test
    void bandsAreWrittenAsTableAndFigure() {
        Terminal run = Terminal.run(with("--out", folder.toString(), "--figures", "svg"));
        assertThat(run.exit()).isZero();
        assertThat(folder.resolve("ensemble.svg")).content().contains("SIMULATED");
        assertThat(folder.resolve("ensemble.csv")).content().startsWith("time,variable,unit,nominal,low,");
        assertThat(folder.resolve("ensemble.json")).content().contains("\"draws\" : 40", "log-uniform");
    }

    @Test
    void whatCannotBeDrawnIsTold() throws IOException {
        Path plain = folder.resolve("plain.ant");
        Files.writeString(plain, "model plain\n x = 1; k = 1; z = 0; x' = -k * x\nend\n");
        Terminal noPriors = Terminal.run("model", "ensemble", plain.toString(), "--end", "1");
        assertThat(noPriors.exit()).isEqualTo(1);
        assertThat(noPriors.err()).contains("has a prior", "--vary");
        Terminal wrong = Terminal.run("model", "ensemble", plain.toString(), "--end", "1", "--vary", "kk,z");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("no parameter 'kk'", "'z' is 0.0");
        Terminal varied = Terminal.run(
                "model", "ensemble", plain.toString(), "--end", "1", "--vary", "k", "--draws", "20", "--json");
        assertThat(varied.exit()).isZero();
        assertThat(varied.out()).contains("within a factor of 2.0");
        assertThat(Terminal.run("model", "ensemble", plain.toString(), "--end", "-1")
                        .exit())
                .isEqualTo(2);
    }
}
