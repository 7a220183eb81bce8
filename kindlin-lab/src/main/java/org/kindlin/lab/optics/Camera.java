package org.kindlin.lab.optics;

import org.kindlin.numerics.random.RandomStream;

/**
 * A camera: it counts light with shot noise, adds read noise, divides by its gain, adds an offset and cuts off at the end of its
 * range. {@code count = offset + (Poisson(light) + N(0, readNoise)) / gain}.
 *
 * @param gain electrons per count
 * @param offset counts without light
 * @param readNoise standard deviation in electrons
 * @param bits of a sample, 8 to 16
 */
public record Camera(double gain, double offset, double readNoise, int bits) {

    /** One picture of so many electrons per pixel. */
    public short[] expose(float[] light, RandomStream random) {
        long most = (1L << bits) - 1;
        short[] samples = new short[light.length];
        for (int i = 0; i < samples.length; i++) {
            double electrons = random.nextPoisson(Math.max(0, light[i])) + readNoise * random.nextGaussian();
            samples[i] = (short) Math.clamp(Math.round(offset + electrons / gain), 0, most);
        }
        return samples;
    }
}
