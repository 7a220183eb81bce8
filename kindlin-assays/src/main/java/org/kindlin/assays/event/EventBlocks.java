package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Events of a data set in blocks, column by column, on the instrument's linear scale. For one block at a time, and not to be
 * shared among threads.
 */
public sealed interface EventBlocks {

    /**
     * Scale values of events {@code from .. from + count - 1}, written to the front of an array for each parameter.
     *
     * @param columns as many as parameters, at least {@code count} long
     */
    void read(List<FcsParameter> parameters, long from, int count, double[][] columns);

    /** Any file: each column from the file's bytes. */
    record OfAnyType(FcsDataSet set) implements EventBlocks {
        @Override
        public void read(List<FcsParameter> parameters, long from, int count, double[][] columns) {
            for (int p = 0; p < columns.length; p++) {
                set.scale(parameters.get(p), from, count, columns[p]);
            }
        }
    }

    /**
     * Rows of floats, which nearly all files are. The bytes of a block are copied once, to where a processor's cache has
     * them; from there columns are taken four at a time.
     */
    final class OfSingles implements EventBlocks {
        private static final int TOGETHER = 4;
        private static final long NONE = -1;

        private final ByteRows layout;
        private final MemorySegment data;
        private final float[] rows;
        private final int channels;
        private long copied = NONE;

        OfSingles(FcsDataSet set, ByteRows layout, MemorySegment data, int size) {
            this.layout = layout;
            this.data = data;
            this.channels = set.parameters().size();
            this.rows = new float[Math.multiplyExact(Math.min(size, set.events()), channels)];
        }

        @Override
        public void read(List<FcsParameter> parameters, long from, int count, double[][] columns) {
            if (copied != from) {
                layout.copy(data, from, count, rows);
                copied = from;
            }
            int together = columns.length - columns.length % TOGETHER;
            for (int p = 0; p < together; p += TOGETHER) {
                four(parameters, p, count, columns);
            }
            for (int p = together; p < columns.length; p++) {
                one(parameters.get(p).number() - 1, count, columns[p]);
            }
            for (int p = 0; p < columns.length; p++) {
                parameters.get(p).scale(columns[p], count);
            }
        }

        private void one(int channel, int count, double[] column) {
            for (int i = 0, at = channel; i < count; i++, at += channels) {
                column[i] = rows[at];
            }
        }

        private void four(List<FcsParameter> parameters, int first, int count, double[][] columns) {
            int a = parameters.get(first).number() - 1;
            int b = parameters.get(first + 1).number() - 1;
            int c = parameters.get(first + 2).number() - 1;
            int d = parameters.get(first + 3).number() - 1;
            double[] toA = columns[first];
            double[] toB = columns[first + 1];
            double[] toC = columns[first + 2];
            double[] toD = columns[first + 3];
            for (int i = 0, row = 0; i < count; i++, row += channels) {
                toA[i] = rows[row + a];
                toB[i] = rows[row + b];
                toC[i] = rows[row + c];
                toD[i] = rows[row + d];
            }
        }
    }
}
