package org.kindlin.numerics.sigmoid;

/** Finds the plateaus that go best with a shape. */
interface LinearPart {
    /**
     * The best plateaus.
     *
     * @param shape evaluated; may be changed to the basis that the constraint needs, with its derivatives
     * @param at the coordinates at which the shape was evaluated
     * @param derivatives whether the shape's derivatives are wanted too
     */
    PlateauFit solve(Shape shape, double[] at, boolean derivatives);

    /** Whether nothing restricts either plateau. */
    default boolean isFree() {
        return false;
    }

    /** The basis of the fit made last. */
    double[] basis();
}
