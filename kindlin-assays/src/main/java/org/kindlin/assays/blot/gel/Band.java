package org.kindlin.assays.blot.gel;

/**
 * A band of a lane.
 *
 * @param number from the top, from 1
 * @param position row of its top
 * @param start first row that belongs to it
 * @param end last row that belongs to it
 * @param height of its top above the baseline, in sums over the lane
 * @param volume signal above the baseline: the sum of its rows, or the area of its fitted shape where bands overlap
 * @param volumeError standard error of the volume, from the noise of the profile
 * @param isShared whether a neighbour overlaps it, so that the two were told apart by their shapes
 * @param isUneven whether it holds clearly more than a Gaussian of its height and width at half height: its foot is broad, or
 *     hides a neighbour
 * @param isFlat whether it holds clearly less than that: its top is blunt, as that of two bands close together or of an overloaded
 *     one
 * @param saturatedPixels pixels of it that had nowhere to go
 * @param speckShare part of the volume that dust or scratches add to it or take from it
 */
public record Band(
        int number,
        double position,
        int start,
        int end,
        double height,
        double volume,
        double volumeError,
        boolean isShared,
        boolean isUneven,
        boolean isFlat,
        int saturatedPixels,
        double speckShare) {
    /** Specks up to this part of the volume leave the band a band. */
    static final double MOST_OF_SPECKS = 0.7;

    private static final double FEW_SPECKS = 0.03;

    /** Single hot pixels saturate too; so many within one band are no accident. */
    public static final int FEWEST_SATURATED = 3;

    Band numbered(int other) {
        return new Band(
                other,
                position,
                start,
                end,
                height,
                volume,
                volumeError,
                isShared,
                isUneven,
                isFlat,
                saturatedPixels,
                speckShare);
    }

    /** Whether dust or a scratch makes out so much of it that its volume is in doubt. */
    public boolean isSpeckled() {
        return speckShare > FEW_SPECKS;
    }

    /** Whether its volume is only a lower limit. */
    public boolean isSaturated() {
        return saturatedPixels >= FEWEST_SATURATED;
    }
}
