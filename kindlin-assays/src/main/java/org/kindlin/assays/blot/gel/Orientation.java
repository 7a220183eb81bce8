package org.kindlin.assays.blot.gel;

import org.kindlin.assays.image.ImagePlane;

/** On which side of a picture the top of the gel lies, where samples were loaded. */
public enum Orientation {
    /** Above; a picture whose lanes run across it is not measured, for it does not say on which side its top is. */
    AUTO(0),
    /** Above, whatever the picture looks like. */
    TOP_UP(0),
    /** On the left. */
    TOP_LEFT(1),
    /** Below. */
    TOP_DOWN(2),
    /** On the right. */
    TOP_RIGHT(3);

    private final int quarters;

    Orientation(int quarters) {
        this.quarters = quarters;
    }

    /** The picture with its top above. */
    public ImagePlane upright(ImagePlane plane) {
        return plane.turned(quarters);
    }

    /** By how much the picture is turned for that, clockwise in degrees. */
    public int degrees() {
        return 90 * quarters;
    }
}
