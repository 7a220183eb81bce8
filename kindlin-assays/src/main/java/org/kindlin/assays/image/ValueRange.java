package org.kindlin.assays.image;

/** The least and the largest sample of a picture. */
public record ValueRange(float least, float most) {

    public static ValueRange of(ImagePlane plane) {
        Samples samples = plane.samples();
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.length(); i++) {
            float value = samples.at(i);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new ValueRange(least, most);
    }

    public double span() {
        return (double) most - least;
    }
}
