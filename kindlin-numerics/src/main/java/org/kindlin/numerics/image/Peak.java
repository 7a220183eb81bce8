package org.kindlin.numerics.image;

/**
 * A local maximum of a profile.
 *
 * @param index of its highest sample
 * @param position of its top, by a parabola through three samples
 * @param height of the profile there
 * @param prominence height above the higher of the lowest samples towards the next higher peak on either side
 * @param left index of the lowest sample between it and the next peak on the left, or the beginning
 * @param right index of the lowest sample between it and the next peak on the right, or the end
 */
public record Peak(int index, double position, double height, double prominence, int left, int right) {}
