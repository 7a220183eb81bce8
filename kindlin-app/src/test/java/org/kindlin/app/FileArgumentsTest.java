package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.input.InputFile;
import org.kindlin.fault.Faults;

/** Files that are too large are refused before anything of them is read; files of events may be larger than tables. */
class FileArgumentsTest {
    private static final long TOO_LARGE_FOR_ANY_ARRAY = 1L << 31;

    @TempDir
    private Path folder;

    @Test
    void aTableBeyondItsLimitIsRefused() throws IOException {
        assertThat(refusal("plate.csv", "well", FileArguments.LARGEST_BYTES + 1))
                .contains("is larger than 512 MiB");
    }

    @Test
    void eventsThatNoArrayHoldsAreMappedWhereTheyAreWanted() throws IOException {
        Path path = file("events.fcs", "FCS3.1", TOO_LARGE_FOR_ANY_ARRAY);
        Faults faults = new Faults();

        List<InputFile> files = FileArguments.read(List.of(path), List.of(), true, faults);

        assertThat(faults.all()).isEmpty();
        assertThat(files.getFirst().data().content().byteSize()).isEqualTo(TOO_LARGE_FOR_ANY_ARRAY);
        assertThat(files.getFirst().data().simulated()).isFalse();
        assertThat(FileArguments.read(List.of(path), List.of(), false, faults)).isEmpty();
        assertThat(faults.all().getFirst().problem()).isEqualTo("is larger than 512 MiB");
    }

    @Test
    void whatIsNoFileOfEventsIsRefusedWhereEventsAreWanted() throws IOException {
        Path path = file("plate.csv", "well", TOO_LARGE_FOR_ANY_ARRAY);
        Faults faults = new Faults();

        assertThat(FileArguments.read(List.of(path), List.of(), true, faults)).isEmpty();
        assertThat(faults.all()).hasSize(1);
    }

    /** What is said of a file of this length. */
    private String refusal(String name, String start, long length) throws IOException {
        Faults faults = new Faults();
        assertThat(FileArguments.raw(file(name, start, length), faults)).isEmpty();
        return faults.all().getFirst().problem();
    }

    /** A file of this length, which takes no room on the disk. */
    private Path file(String name, String start, long length) throws IOException {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.writeBytes(start);
            file.setLength(length);
        }
        return path;
    }
}
