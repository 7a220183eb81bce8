package org.kindlin.assays.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void storedBitsAreUnsignedNumbersOneByOneAndInBulk() {
        byte[] bytes = new byte[1 << 8];
        short[] shorts = new short[1 << 16];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) i;
            bytes[i & 0xFF] = (byte) i;
        }
        assertCounts(new Samples.Bytes(bytes));
        assertCounts(new Samples.Shorts(shorts));
    }

    private static void assertCounts(Samples samples) {
        float[] bulk = samples.values();
        float[] part = new float[10];
        samples.copy(samples.length() - 5, 5, part, 3);
        for (int i = 0; i < bulk.length; i++) {
            assertThat(samples.at(i)).isEqualTo(i);
            assertThat(bulk[i]).isEqualTo(i);
        }
        assertThat(part).startsWith(0, 0, 0, samples.length() - 5).endsWith(samples.length() - 1, 0, 0);
    }
}
