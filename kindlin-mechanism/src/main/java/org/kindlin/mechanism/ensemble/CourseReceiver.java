package org.kindlin.mechanism.ensemble;

/** Takes the courses of an ensemble, one after the other in the order of their sets, in one thread. */
public interface CourseReceiver {
    /**
     * The course of a set.
     *
     * @param values by time, then observable; the array may be used again afterwards
     */
    void course(int set, double[][] values);

    /** A set whose simulation could not be carried through, and why. */
    void failed(int set, String reason);
}
