package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void eventsThatNoArrayHoldsAreRefused() throws IOException {
        long largest = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 4);
        assertThat(refusal("events.fcs", "FCS3.1", TOO_LARGE_FOR_ANY_ARRAY))
                .contains("is larger than " + (Math.max(FileArguments.LARGEST_BYTES, largest) >> 20) + " MiB");
    }

    /** What is said of a file of this length, which takes no room on the disk. */
    private String refusal(String name, String start, long length) throws IOException {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.writeBytes(start);
            file.setLength(length);
        }
        Faults faults = new Faults();
        assertThat(FileArguments.raw(path, faults)).isEmpty();
        return faults.all().getFirst().problem();
    }
}
