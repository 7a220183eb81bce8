/**
 * Families of dose-response curves beyond the logistic, fitted by one route: linear parameters are projected out over a
 * grid of the others, every basin is descended, the lowest end wins.
 */
@NullMarked
package org.kindlin.numerics.curve;

import org.jspecify.annotations.NullMarked;
