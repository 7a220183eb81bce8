package org.kindlin.assays.image;

/**
 * What one file may fill in memory, counted before anything is allocated: a header cannot ask for more than the file's own
 * bytes can unpack to, nor for more than {@value #MOST_BYTES} bytes in all.
 */
public final class PixelBudget {
    /** 256 frames of a megapixel of 16 bits. */
    public static final long MOST_BYTES = 512L << 20;

    private long left = MOST_BYTES;

    /**
     * Takes the bytes of samples from what is left.
     *
     * @param place what wants them, for the fault
     * @param bytes how many the header asks for
     * @param packed bytes of the file they come from
     * @param mostRatio how many times a packing can shrink anything
     */
    public void take(String place, long bytes, long packed, long mostRatio) throws ImageDataException {
        if (bytes < 0 || bytes > left) {
            throw new ImageDataException(
                    place,
                    "the pictures would fill more than " + (MOST_BYTES >> 20) + " MiB",
                    "split the file, or crop the pictures to what is to be measured");
        }
        if (bytes / mostRatio > packed + 1) {
            throw new ImageDataException(
                    place,
                    "the header asks for " + bytes + " bytes of samples; " + packed
                            + " bytes of the file cannot hold them",
                    "the file is damaged or cut off; copy or export it again");
        }
        left -= bytes;
    }
}
