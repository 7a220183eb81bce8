package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KindlinTest {
    private static final String CURVE = """
            curve,dose,response
            a,0.1,98
            a,1,93
            a,10,52
            a,100,9
            a,1000,1
            a,0.1,101
            a,1,90
            a,10,48
            a,100,11
            a,1000,-1
            """;

    @TempDir
    Path folder;

    @Test
    void tooLittleMemoryIsNoDefect() {
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);

        int exit = Kindlin.outcome(new OutOfMemoryError("Java heap space"), new String[] {"analyze"}, console);

        console.flush();
        assertThat(exit).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .matches("kindlin: \\d+ MiB of memory are too few for this .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "new",
                "analyze",
                "lab",
                "verify",
                "export",
                "convert",
                "assays",
                "formats",
                "schema",
                "evidence"
            })
    void helpOfEveryCommandShowsAnExample(String command) {
        Terminal help = Terminal.run(command, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Example").contains("kindlin " + command);
    }

    /** picocli formats descriptions: a lone percent sign prints a warning above the help. */
    @Test
    void descriptionsOfOptionsAreValidFormats() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        List<CommandLine> open = new ArrayList<>(List.of(Kindlin.commandLine(new Console(nowhere, nowhere, false))));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            while (!open.isEmpty()) {
                CommandLine command = open.removeLast();
                open.addAll(command.getSubcommands().values());
                assertThat(command.getUsageMessage()).isNotBlank();
            }
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void unknownCommandIsUsage() {
        Terminal wrong = Terminal.run("analyse");
        assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("analyse").contains("usage: kindlin");
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void unknownAssayNamesThoseThereAre() throws IOException {
        Terminal wrong = Terminal.run("analyze", "kinaze", curve().toString());
        assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("kinaze").contains("kinase").contains("dose-response");
    }

    @Test
    void settingWithoutEqualsSignIsUsage() throws IOException {
        Terminal wrong = Terminal.run("analyze", "dose-response", curve().toString(), "--set", "x");
        assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everyFaultOfTheInputIsOneLine() throws IOException {
        Terminal wrong = Terminal.run(
                "analyze", "dose-response", curve().toString(), "--set", "x=dosis", "--set", "y=response", "--json");
        assertThat(wrong.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines())
                .singleElement()
                .asString()
                .contains("curve.csv")
                .contains("dosis");
    }

    @Test
    void missingFilesAreToldAllAtOnce() {
        Terminal wrong = Terminal.run("analyze", "dose-response", folder + "/one.csv", folder + "/two.csv");
        assertThat(wrong.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(wrong.err().lines()).hasSize(2).allMatch(line -> line.contains("no such file"));
    }

    @Test
    void analysisPrintsTheContractsJson() throws IOException {
        Terminal done = Terminal.run(
                "analyze",
                "dose-response",
                curve().toString(),
                "--set",
                "x=dose",
                "--set",
                "y=response",
                "--set",
                "by=curve",
                "--set",
                "model=4pl",
                "--json");
        assertThat(done.err()).isEmpty();
        assertThat(done.exit()).isZero();
        assertThat(done.out())
                .startsWith("{")
                .contains("\"analysis\":\"dose-response\"")
                .contains("\"name\":\"ic50\"")
                .contains("\"curve\":\"a\"");
    }

    @Test
    void outFolderHoldsResultAndFigures() throws IOException {
        Path out = folder.resolve("out");
        Terminal done = analyzeInto(out);
        assertThat(done.exit()).isZero();
        assertThat(out.resolve("result.json")).isNotEmptyFile();
        assertThat(out.resolve("figures")).isNotEmptyDirectory();
    }

    @Test
    void figuresComeInTheFormatsAskedFor() throws IOException {
        Path out = folder.resolve("figures-out");
        Terminal done = analyzeInto(out, "--figures", "png,pdf");
        assertThat(done.err()).isEmpty();
        assertThat(contentsNames(out.resolve("figures")))
                .isNotEmpty()
                .allMatch(name -> name.endsWith(".png") || name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".png"))
                .anyMatch(name -> name.endsWith(".pdf"));
    }

    @Test
    void runWritesFiguresInTheFormatsAskedForBesideTheSvg() throws IOException {
        Path study = folder.resolve("study");
        assertThat(Terminal.run("new", study.toString(), "--template", "dose-response")
                        .exit())
                .isZero();
        assertThat(Terminal.run("run", study.toString()).exit()).isZero();
        Terminal again = Terminal.run("run", study.toString(), "--figures", "png,pdf");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("nothing to do");
        Path figures =
                Objects.requireNonNull(study.resolve("out/figures").toFile().listFiles())[0].toPath();
        List<String> names = contentsNames(figures);
        assertThat(names)
                .filteredOn(name -> name.endsWith(".svg"))
                .isNotEmpty()
                .allSatisfy(
                        svg -> assertThat(names).contains(svg.replace(".svg", ".png"), svg.replace(".svg", ".pdf")));
    }

    private static List<String> contentsNames(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void evidenceIsFilteredByAnyNameOfTheCompound() {
        Terminal listed = Terminal.run("evidence", "--compound", "VS-6063", "--of", "FAK", "--quantity", "ic50");
        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).contains("< 0.6 nM", "0.6 nM", "guide A").doesNotContain("PF-562271-");
        assertThat(Terminal.run("evidence", "no-such-claim").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void labWritesTheSameBytesForTheSameSeed() throws IOException {
        for (String run : new String[] {"first", "second"}) {
            Terminal done =
                    Terminal.run("lab", "kinase", "--out", folder.resolve(run).toString(), "--seed", "42");
            assertThat(done.err()).isEmpty();
            assertThat(done.exit()).isZero();
        }
        assertThat(contents(folder.resolve("first")))
                .isEqualTo(contents(folder.resolve("second")))
                .containsKeys("layout.csv", "truth.json");
    }

    @Test
    void labNeverOverwrites() {
        String out = folder.resolve("plates").toString();
        assertThat(Terminal.run("lab", "dose-response", "--out", out).exit()).isZero();
        Terminal again = Terminal.run("lab", "dose-response", "--out", out);
        assertThat(again.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(again.err()).contains("exists already");
    }

    private Terminal analyzeInto(Path out, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "analyze",
                "dose-response",
                curve().toString(),
                "--set",
                "x=dose",
                "--set",
                "y=response",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private Path curve() throws IOException {
        return Files.writeString(folder.resolve("curve.csv"), CURVE);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
