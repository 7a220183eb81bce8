package org.kindlin.assays.blot.gel;

/**
 * A lane: a strip that may lean or bend, and bands across it that may be tilted or smile.
 *
 * @param number from the left, from 1
 * @param centre columns of its middle
 * @param width between its edges in pixels
 * @param margin columns beyond either edge that are measured with it
 * @param smile rows by which a band lies lower at {@code u = (column - centre) / (width / 2)}: {@code smile[0] u + smile[1] u^2}
 */
public record Lane(int number, MiddleLine centre, int pictureHeight, double width, double margin, double[] smile) {

    /** The column of the lane's middle at a row. */
    public double centreAt(double row) {
        return centre.at(row / pictureHeight - 0.5);
    }

    /** How much lower a band lies at a distance from the lane's middle. */
    public double drop(double offset) {
        double u = Math.clamp(offset / (width / 2), -1.3, 1.3);
        return u * (smile[0] + u * smile[1]);
    }

    /** The mean over the lane's width of how much lower a band lies than at its middle. */
    public double meanDrop() {
        return smile[1] / 3;
    }

    Lane numbered(int other) {
        return new Lane(other, centre, pictureHeight, width, margin, smile);
    }

    Lane with(double[] bend) {
        return new Lane(number, centre, pictureHeight, width, margin, bend);
    }

    /** Half of the columns that are measured. */
    public double reach() {
        return width / 2 + margin;
    }
}
