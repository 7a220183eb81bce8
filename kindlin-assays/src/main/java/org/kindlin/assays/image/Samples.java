package org.kindlin.assays.image;

/** The samples of one plane, row by row, in the width they were stored in; shared, not copied: nobody writes to them. */
public sealed interface Samples {

    /** Number of samples. */
    int length();

    /** The value of a sample, as stored. */
    float at(int index);

    /** All values in a new array. */
    float[] values();

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
        public float[] values() {
            float[] values = new float[data.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = data[i] & 0xFF;
            }
            return values;
        }
    }

    /** Unsigned samples of up to 16 bits. */
    record Shorts(short[] data) implements Samples {
        @Override
        public int length() {
            return data.length;
        }

        @Override
        public float at(int index) {
            return data[index] & 0xFFFF;
        }

        @Override
        public float[] values() {
            float[] values = new float[data.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = data[i] & 0xFFFF;
            }
            return values;
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
        public float[] values() {
            return data.clone();
        }
    }
}
