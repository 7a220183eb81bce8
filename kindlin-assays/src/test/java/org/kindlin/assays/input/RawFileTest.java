package org.kindlin.assays.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is the same to its readers whether it lies in an array, in a part of one, or in a mapping. */
class RawFileTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    /** FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void anArrayIsShared() {
        RawFile file = new RawFile("a/b.txt", ABC);

        assertThat(file.bytes()).isSameAs(ABC);
        assertThat(file.sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(file.name()).isEqualTo("b.txt");
    }

    @Test
    void aPartOfAnArrayIsThatPart() {
        MemorySegment part = MemorySegment.ofArray("xabcx".getBytes(StandardCharsets.US_ASCII))
                .asSlice(1, 3);

        assertThat(new RawFile("f", part).bytes()).isEqualTo(ABC);
        assertThat(new RawFile("f", part).sha256()).isEqualTo(SHA256_OF_ABC);
    }

    @Test
    void aMappingIsReadLikeAnArray(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("f"), ABC);
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(path)) {
            RawFile file = new RawFile("f", channel.map(FileChannel.MapMode.READ_ONLY, 0, 3, arena));

            assertThat(file.bytes()).isEqualTo(ABC);
            assertThat(file.sha256()).isEqualTo(SHA256_OF_ABC);
            assertThat(file.simulated()).isFalse();
        }
    }
}
