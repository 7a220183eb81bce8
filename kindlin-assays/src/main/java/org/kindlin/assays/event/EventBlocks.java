package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.kindlin.numerics.column.ColumnKernel;

/** Events of a data set in blocks, column by column. For one block at a time, and not to be shared among threads. */
public sealed interface EventBlocks {

    /** Any file: each column from the file's bytes. */
    record OfAnyType(FcsDataSet set) implements EventBlocks {
        /** Scale values of events {@code from .. from + count - 1}, written to the front of an array. */
        public void read(FcsParameter parameter, long from, int count, double[] column) {
            set.scale(parameter, from, count, column);
        }
    }

    /** Rows of floats, which nearly all files are: columns are taken from them together. */
    final class OfSingles implements EventBlocks {
        private final ByteRows layout;
        private final int channels;
        private final EventBytes data;
        private final ColumnKernel kernel;

        OfSingles(ByteRows layout, int channels, EventBytes data, ColumnKernel kernel) {
            this.layout = layout;
            this.channels = channels;
            this.data = data;
            this.kernel = kernel;
        }

        /**
         * Raw values of events {@code from .. from + count - 1}, written to the front of an array for each parameter.
         *
         * @param columns as many as parameters, at least {@code count} long
         */
        public void read(List<FcsParameter> parameters, long from, int count, float[][] columns) {
            int[] wanted = new int[columns.length];
            for (int p = 0; p < wanted.length; p++) {
                wanted[p] = parameters.get(p).number() - 1;
            }
            MemorySegment rows = data.at(layout.bytes(from), layout.bytes(count));
            kernel.split(rows, layout.floats(channels), count, wanted, columns);
        }
    }
}
