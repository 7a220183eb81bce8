package org.kindlin.assays.event;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes of a DATA segment, for going through them in order. Not to be shared among threads. */
sealed interface EventBytes {

    /**
     * Some bytes of the segment, until others are asked for.
     *
     * @param from offset of the first
     * @throws UncheckedIOException if the file has become shorter or cannot be read
     */
    MemorySegment at(long from, long count);

    /** Bytes in memory, or mapped there. */
    record InMemory(MemorySegment data) implements EventBytes {
        @Override
        public MemorySegment at(long from, long count) {
            return data.asSlice(from, count);
        }
    }

    /**
     * Bytes read from a file, several requests at a time. The system copies a page for less than it takes to show it through a
     * mapping for the first time, and what is copied is in the processor's cache.
     */
    final class InFile implements EventBytes {
        /** Fits into a processor's second cache beside the columns. */
        private static final long RUN = 1 << 18;
        /** The system copies fastest to where a page begins. */
        private static final long PAGE = 4096;

        private final FileRegion region;
        private MemorySegment room = MemorySegment.NULL;
        private long begin;
        private long held;

        InFile(FileRegion region) {
            this.region = region;
        }

        @Override
        public MemorySegment at(long from, long count) {
            if (from < begin || from + count > begin + held) {
                fill(from, Math.min(Math.max(1, RUN / count) * count, region.length() - from));
                if (held < count) {
                    throw new UncheckedIOException(new EOFException("the file has become shorter"));
                }
            }
            return room.asSlice(from - begin, count);
        }

        private void fill(long from, long count) {
            if (room.byteSize() < count) {
                room = Arena.ofAuto().allocate(count, PAGE);
            }
            ByteBuffer target = room.asSlice(0, count).asByteBuffer();
            begin = from;
            held = 0;
            try {
                while (target.hasRemaining() && region.read(target, from + held) >= 0) {
                    held = target.position();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A part of a file.
     *
     * @param begin offset of its first byte
     * @param length in bytes
     */
    record FileRegion(FileChannel channel, long begin, long length) {
        int read(ByteBuffer target, long from) throws IOException {
            return channel.read(target, begin + from);
        }
    }
}
