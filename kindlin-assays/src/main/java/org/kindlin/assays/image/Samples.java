package org.kindlin.assays.image;

/** The samples of one plane, row by row, in the width they were stored in; shared, not copied: nobody writes to them. */
public sealed interface Samples {

    /** Number of samples. */
    int length();

    /** The value of a sample, as stored. */
    float at(int index);

    /** Writes the values of so many samples from one on. */
    void copy(int from, int count, float[] target, int at);

    /** All values in a new array. */
    default float[] values() {
        float[] values = new float[length()];
        copy(0, values.length, values, 0);
        return values;
    }

    /** Unsigned samples of up to 8 bits. */
    record Bytes(byte[] data) implements Samples {
        @Override
        public int length() {
            return data.length;
        }

        @Override
        public float at(int index) {
            return data[index] & 0xFF;
        }

        @Override
        public void copy(int from, int count, float[] target, int at) {
            for (int i = 0; i < count; i++) {
                target[at + i] = data[from + i] & 0xFF;
            }
        }
    }

    /** Unsigned samples of up to 16 bits. */
    record Shorts(short[] data) implements Samples {
        private static final int BLOCK = 2048; // stays in the nearest cache from one loop to the next

        @Override
        public int length() {
            return data.length;
        }

        @Override
        public float at(int index) {
            return data[index] & 0xFFFF;
        }

        @Override
        public void copy(int from, int count, float[] target, int at) {
            for (int done = 0; done < count; done += BLOCK) {
                block(from + done, Math.min(BLOCK, count - done), target, at + done);
            }
        }

        /** In two loops, for each takes many samples at once. */
        private void block(int from, int count, float[] target, int at) {
            for (int i = 0; i < count; i++) {
                target[at + i] = data[from + i];
            }
            wrap(target, at, at + count);
        }

        /** Signed values to unsigned ones; whole numbers below 2^24 are exact. */
        private static void wrap(float[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                values[i] -= 65_536 * Math.max(-1, Math.min(0, values[i]));
            }
        }
    }

    /** Anything wider, signed or with a fraction. */
    record Floats(float[] data) implements Samples {
        @Override
        public int length() {
            return data.length;
        }

        @Override
        public float at(int index) {
            return data[index];
        }

        @Override
        public void copy(int from, int count, float[] target, int at) {
            System.arraycopy(data, from, target, at, count);
        }
    }
}
