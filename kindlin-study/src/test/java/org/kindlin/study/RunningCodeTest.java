package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningCodeTest {
    @Test
    void theHashTellsContentAndNotPlace(@TempDir Path folder) throws IOException {
        Path here = classes(folder.resolve("here"), "code");
        Path there = classes(folder.resolve("there"), "code");
        Path changed = classes(folder.resolve("changed"), "Code");
        assertThat(RunningCode.of(List.of(there))).isEqualTo(RunningCode.of(List.of(here)));
        assertThat(RunningCode.of(List.of(changed))).isNotEqualTo(RunningCode.of(List.of(here)));
    }

    @Test
    void anArchiveCountsByItsBytes(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(folder.resolve("program.jar"), "one");
        String before = RunningCode.of(List.of(archive));
        Files.writeString(archive, "two");
        assertThat(RunningCode.of(List.of(archive))).isNotEqualTo(before);
    }

    @Test
    void theRunningProgramHasOne() {
        assertThat(RunningCode.hash()).matches("[0-9a-f]{64}").isEqualTo(RunningCode.hash());
    }

    private static Path classes(Path folder, String content) throws IOException {
        Files.createDirectories(folder.resolve("org"));
        Files.writeString(folder.resolve("org/A.class"), content);
        Files.writeString(folder.resolve("B.class"), "b");
        return folder;
    }
}
