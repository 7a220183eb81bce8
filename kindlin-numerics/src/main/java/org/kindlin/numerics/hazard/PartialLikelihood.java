package org.kindlin.numerics.hazard;

/**
 * The partial likelihood of a Cox model at one value of its coefficients.
 *
 * @param score its gradient
 * @param information its negative second derivative, packed by row, lower triangle
 */
record PartialLikelihood(double logLikelihood, double[] score, double[] information) {}
