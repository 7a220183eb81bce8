package org.kindlin.assays.event;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.kindlin.fault.Findings;

/**
 * An FCS file of any size, open for reading: single columns are taken from a mapping, passes over all events read the file in
 * order. What was read cannot be asked once the file is closed. For one thread.
 */
public final class FcsFile implements AutoCloseable {
    private final FileChannel channel;
    private final Arena arena;
    private final List<FcsDataSet> dataSets;

    private FcsFile(FileChannel channel, Arena arena, List<FcsDataSet> dataSets) {
        this.channel = channel;
        this.arena = arena;
        this.dataSets = dataSets;
    }

    /**
     * Opens a file and reads its keywords.
     *
     * @throws IOException if the file cannot be read
     */
    public static FcsFile open(Path file, Findings findings) throws IOException {
        Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            List<FcsDataSet> sets = FcsReader.read(bytes, findings).stream()
                    .map(set -> set.passedThrough(channel, bytes))
                    .toList();
            return new FcsFile(channel, arena, sets);
        } catch (IOException | RuntimeException e) {
            arena.close();
            channel.close();
            throw e;
        }
    }

    /** The data sets in order; empty where a fault was found, which the findings hold. */
    public List<FcsDataSet> dataSets() {
        return dataSets;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
