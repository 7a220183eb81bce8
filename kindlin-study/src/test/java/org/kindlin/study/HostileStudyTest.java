package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/** Study folders from people who mean ill, and from disks that fail. */
class HostileStudyTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void nothingIsMultiplied() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThat(assertTimeoutPreemptively(AT_ONCE, () -> StudyFixture.faultsOf(folder, laughs.toString())))
                .contains(
                        "study.yaml:line 1: anchors and aliases (& and *) are not read (write the value out, or quote the text)")
                .hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void nothingIsConstructed() {
        for (String tag :
                List.of("!!javax.script.ScriptEngineManager", "!!java.net.URL", "!foo", "!!binary", "!!set")) {
            assertThat(StudyFixture.faultsOf(folder, "title: " + tag + " [x]\n" + StudyFixture.YAML.substring(13)))
                    .contains("study.yaml:line 1: tags (!) are not read (remove the tag, or quote the text)");
        }
    }

    @Test
    void depthAndSizeAreLimited() {
        assertTimeoutPreemptively(AT_ONCE, () -> {
            assertThat(StudyFixture.faultsOf(folder, "title: " + "[".repeat(500_000)))
                    .singleElement()
                    .asString()
                    .startsWith("study.yaml:");
            assertThat(StudyFixture.faultsOf(folder, "title: " + "{a: ".repeat(100_000)))
                    .hasSize(1);
            assertThat(StudyFixture.faultsOf(folder, "title: " + "x".repeat(10_000_000)))
                    .containsExactly(folder + ": 'study.yaml' is larger than 1 MiB (split it, or export less)");
            assertThat(StudyFixture.faultsOf(folder, StudyFixture.YAML.replace("Means", "x".repeat(500_000))))
                    .containsExactly("study.yaml:line 1: 'title' is longer than 10000 characters (shorten it)");
            assertThat(StudyFixture.faultsOf(folder, "title: a\n" + "k: v\n".repeat(100_000)))
                    .hasSizeLessThanOrEqualTo(101);
        });
    }

    @Test
    void bytesThatAreNoTextAreSaidPlainly() throws IOException {
        Files.write(folder.resolve("study.yaml"), new byte[] {'t', ':', ' ', (byte) 0xC3, (byte) 0x28});
        assertThat(faults()).containsExactly("study.yaml: is not UTF-8 text (save it as UTF-8)");
        Files.write(folder.resolve("study.yaml"), new byte[] {'t', ':', ' ', 0, 1});
        assertThat(faults()).singleElement().asString().startsWith("study.yaml:");
    }

    @Test
    void faultsNeverCarryControlCharactersToTheTerminal() {
        assertThat(StudyFixture.faultsOf(folder, "\"\\e[31mred\\n\\u2028\": x\ntitle: a\n"))
                .isNotEmpty()
                .noneMatch(fault -> fault.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028));
    }

    @Test
    void noPathLeadsOut() {
        for (String path : List.of(
                "..", "../x", "a/../../x", "/etc/passwd", "~/x", "C:/x", "c:x", "a\\..\\x", "\"a\\0b\"", "./../x")) {
            assertThat(StudyFixture.faultsOf(folder, StudyFixture.YAML.replace("[data/c.csv]", "[" + path + "]")))
                    .as(path)
                    .singleElement()
                    .asString()
                    .startsWith("study.yaml:line 14: ");
        }
    }

    @Test
    void linksOutAreRefusedAndLinksWithinAreNot(@TempDir Path elsewhere) throws IOException {
        StudyFixture study = new StudyFixture(folder);
        Files.writeString(elsewhere.resolve("secret.csv"), "42\n");
        Files.delete(folder.resolve("data/c.csv"));
        link(folder.resolve("data/c.csv"), elsewhere.resolve("secret.csv"));
        assertThat(study.run().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "study.yaml:line 14: 'data/c.csv' is a link out of the study folder (copy the file into the folder)");

        Files.delete(folder.resolve("data/c.csv"));
        link(folder.resolve("data/c.csv"), folder.resolve("data/a.csv"));
        assertThat(study.run().faults()).isEmpty();

        Files.delete(folder.resolve("data/c.csv"));
        link(folder.resolve("data/c.csv"), folder.resolve("data/c.csv"));
        assertThat(study.run().faults()).singleElement().asString().contains("'data/c.csv' cannot be reached");
    }

    @Test
    void foldersDevicesAndHugeFilesAreNoData() throws IOException {
        StudyFixture study = new StudyFixture(folder);
        Files.delete(folder.resolve("data/c.csv"));
        Files.createDirectory(folder.resolve("data/c.csv"));
        assertThat(study.run().faults()).singleElement().asString().contains("'data/c.csv' is not a file");

        Files.delete(folder.resolve("data/c.csv"));
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("data/c.csv").toFile(), "rw")) {
            huge.setLength(StudyFolder.LARGEST_FILE + 1); // sparse: takes no room on the disk
        }
        assertThat(study.run().faults())
                .extracting(Fault::toString)
                .containsExactly("study.yaml:line 14: 'data/c.csv' is larger than 512 MiB (split it, or export less)");
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaidPlainly() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read and write everything");
        StudyFixture study = new StudyFixture(folder);
        Files.setPosixFilePermissions(folder.resolve("data/c.csv"), PosixFilePermissions.fromString("---------"));
        assertThat(study.run().faults()).singleElement().asString().contains("'data/c.csv' cannot be read");
    }

    @Test
    void anOutputFolderThatCannotBeIsSaidPlainly() {
        StudyFixture study = new StudyFixture(folder);
        study.write("out", "a file where the folder should be");
        assertThatExceptionOfType(InputFaultException.class)
                .isThrownBy(() -> study.run())
                .withMessageContaining("cannot be written")
                .withMessageContaining("--out");
    }

    @Test
    void noGarbledStudyEscapesAsAnythingButAFault() {
        Random random = new Random(20260101);
        String[] pieces = {
            "title: ", "experiments:", "\n", "\n  ", "\n    ", "- ", "{", "}", "[", "]", ",", ": ", "assay: mean",
                    "files: ",
            "protocol: ", "dose: 1 uM", "&a ", "*a", "!!str ", "!x ", "|\n", ">\n", "\"", "'", "#", "---\n", "...\n",
                    "? ",
            "%YAML 1.2\n", "<<: ", "\t", "\u0000", "\uFEFF", "é", "data/a.csv", "..", "~", "null", "seed: 1e400", "\\",
                    "@", "`"
        };
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        int faulty = 0;
        int tried = 0;
        while (System.nanoTime() < end && tried < 50_000) {
            String text = tried % 2 == 0 ? mutated(StudyFixture.YAML, pieces, random) : assembled(pieces, random);
            faulty += isFaulty(text) ? 1 : 0;
            tried++;
        }
        assertThat(tried).isGreaterThan(100);
        assertThat(faulty).isGreaterThan(tried / 2);
    }

    private boolean isFaulty(String text) {
        try {
            RawFile source = new RawFile(Study.FILE_NAME, text.getBytes(StandardCharsets.UTF_8));
            StudyReader.read(new StudyFolder(folder), source, StudyFixture.ASSAYS);
            return false;
        } catch (InputFaultException e) {
            assertThat(e.faults()).isNotEmpty();
            return true;
        }
    }

    private static String mutated(String good, String[] pieces, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(12));
            text.replace(from, to, random.nextBoolean() ? pieces[random.nextInt(pieces.length)] : "");
        }
        return text.toString();
    }

    private static String assembled(String[] pieces, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private List<String> faults() {
        try {
            StudyReader.read(folder, StudyFixture.ASSAYS);
            return List.of();
        } catch (InputFaultException e) {
            return e.faults().stream().map(Fault::toString).toList();
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            assumeTrue(false, "this file system has no symbolic links: " + e);
        }
    }
}
