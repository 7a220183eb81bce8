package org.kindlin.assays.blot.gel;

/** How pixel values of dark bands become signal; those of bright bands are light that was emitted, the signal itself. */
public enum SignalScale {
    /** Pixel values as they are; of dark bands, how far they stand below the brightest pixel. */
    INTENSITY {
        @Override
        double ofDark(double value, double brightest) {
            return brightest - value;
        }

        @Override
        double ballUnit() {
            return 1;
        }
    },
    /** Decadic logarithm of the brightest pixel over the pixel: the absorbance of a scanned stain or film. */
    OPTICAL_DENSITY {
        @Override
        double ofDark(double value, double brightest) {
            return StrictMath.log10((brightest + 1) / (Math.max(0, value) + 1));
        }

        @Override
        double ballUnit() {
            return 0.01;
        }
    };

    abstract double ofDark(double value, double brightest);

    /** The signal that is as high as one pixel, for a rolling ball: a grey level, or about as much of the range of absorbance. */
    abstract double ballUnit();
}
