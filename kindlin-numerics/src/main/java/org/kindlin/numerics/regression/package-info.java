/**
 * Nonlinear least squares: problems stated as data plus a model written once, fitted to their optimum, with standard
 * errors, profile likelihood and bootstrap intervals.
 */
package org.kindlin.numerics.regression;
