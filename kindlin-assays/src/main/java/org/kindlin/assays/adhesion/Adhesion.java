package org.kindlin.assays.adhesion;

/**
 * One adhesion on one frame.
 *
 * @param x column of its middle
 * @param y row of its middle
 * @param pixels its area
 * @param length along its longer axis in pixels: four deviations of its pixels
 * @param width across
 * @param angle of the longer axis in degrees from the rows, -90 to 90, counter-clockwise
 * @param members indices of its pixels
 */
record Adhesion(double x, double y, int pixels, double length, double width, double angle, int[] members) {

    static Adhesion of(int[] members, int across) {
        double n = members.length;
        double mx = 0;
        double my = 0;
        for (int i : members) {
            int row = i / across;
            mx += (i % across) / n;
            my += row / n;
        }
        double xx = 1 / 12.0; // a pixel has an extent of its own
        double yy = 1 / 12.0;
        double xy = 0;
        for (int i : members) {
            int row = i / across;
            double dx = i % across - mx;
            double dy = row - my;
            xx += dx * dx / n;
            yy += dy * dy / n;
            xy += dx * dy / n;
        }
        double middle = (xx + yy) / 2;
        double half = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        double angle = StrictMath.toDegrees(0.5 * StrictMath.atan2(-2 * xy, xx - yy));
        return new Adhesion(
                mx,
                my,
                members.length,
                4 * Math.sqrt(middle + half),
                4 * Math.sqrt(Math.max(0, middle - half)),
                angle,
                members);
    }
}
