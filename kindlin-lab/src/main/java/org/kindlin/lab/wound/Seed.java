package org.kindlin.lab.wound;

/**
 * The middle of a cell.
 *
 * @param shade own brightness, -1 to 1
 */
record Seed(double x, double y, double shade) {

    Seed at(double newX) {
        return new Seed(newX, y, shade);
    }
}
