package org.kindlin.assays.image.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.Samples;

/** Takes rows of packed samples and keeps them in the narrowest form that holds them. */
sealed interface SampleSink {
    static SampleSink of(SampleDepth depth, int samples) {
        if (depth.kind() != SampleDepth.Kind.UNSIGNED || depth.bits() > 16) {
            return new FloatSink(new float[samples], depth);
        }
        return depth.bits() > 8
                ? new ShortSink(new short[samples], depth.bits())
                : new ByteSink(new byte[samples], depth.bits());
    }

    /**
     * Takes every {@code stride}-th sample of a row.
     *
     * @param row where the row's bytes begin in the buffer
     * @param first index of the first sample within the row
     * @param to where it goes
     */
    void take(ByteBuffer bytes, int row, int first, int stride, int count, int to);

    Samples samples();

    /** Whether a value was rounded to be kept. */
    boolean isRounded();

    /** A sample of up to 32 bits that need not begin at a byte, most significant bit first. */
    static long bits(ByteBuffer bytes, int row, int index, int width) {
        long bit = (long) index * width;
        long value = 0;
        for (int left = width; left > 0; ) {
            int in = (int) (bit & 7);
            int some = Math.min(8 - in, left);
            int octet = bytes.get(row + (int) (bit >> 3)) & 0xFF;
            value = (value << some) | ((octet >> (8 - in - some)) & ((1 << some) - 1));
            bit += some;
            left -= some;
        }
        return value;
    }

    /** Up to 8 bits. */
    record ByteSink(byte[] data, int bits) implements SampleSink {
        @Override
        public void take(ByteBuffer bytes, int row, int first, int stride, int count, int to) {
            if (bits == 8 && stride == 1) {
                bytes.get(row + first, data, to, count);
                return;
            }
            for (int i = 0; i < count; i++) {
                int index = first + i * stride;
                data[to + i] = bits == 8 ? bytes.get(row + index) : (byte) SampleSink.bits(bytes, row, index, bits);
            }
        }

        @Override
        public Samples samples() {
            return new Samples.Bytes(data);
        }

        @Override
        public boolean isRounded() {
            return false;
        }
    }

    /** 9 to 16 bits. */
    record ShortSink(short[] data, int bits) implements SampleSink {
        @Override
        public void take(ByteBuffer bytes, int row, int first, int stride, int count, int to) {
            for (int i = 0; i < count; i++) {
                int index = first + i * stride;
                data[to + i] =
                        bits == 16 ? bytes.getShort(row + 2 * index) : (short) SampleSink.bits(bytes, row, index, bits);
            }
        }

        @Override
        public Samples samples() {
            return new Samples.Shorts(data);
        }

        @Override
        public boolean isRounded() {
            return false;
        }
    }

    /** Everything else. */
    final class FloatSink implements SampleSink {
        private final float[] data;
        private final SampleDepth depth;
        private boolean isRounded;

        FloatSink(float[] data, SampleDepth depth) {
            this.data = data;
            this.depth = depth;
        }

        @Override
        public void take(ByteBuffer bytes, int row, int first, int stride, int count, int to) {
            for (int i = 0; i < count; i++) {
                double value = value(bytes, row, first + i * stride);
                data[to + i] = (float) value;
                isRounded |= Math.abs(value) < Double.POSITIVE_INFINITY && (float) value != value;
            }
        }

        private double value(ByteBuffer bytes, int row, int index) {
            int width = depth.bits();
            int at = row + index * (width / 8);
            return switch (depth.kind()) {
                case UNSIGNED ->
                    width == 32 ? bytes.getInt(at) & 0xFFFFFFFFL : SampleSink.bits(bytes, row, index, width);
                case SIGNED -> width == 8 ? bytes.get(at) : width == 16 ? bytes.getShort(at) : bytes.getInt(at);
                case FLOAT ->
                    width == 16
                            ? Float.float16ToFloat(bytes.getShort(at))
                            : width == 32 ? bytes.getFloat(at) : bytes.getDouble(at);
            };
        }

        @Override
        public Samples samples() {
            return new Samples.Floats(data);
        }

        @Override
        public boolean isRounded() {
            return isRounded;
        }
    }

    /** A view of unpacked bytes in the order of the file. */
    static ByteBuffer view(byte[] bytes, ByteOrder order) {
        return ByteBuffer.wrap(bytes).order(order);
    }
}
