/**
 * Dose-response curves: mid-point, slope and plateaus of a sigmoid, with intervals, and a plain word where the data
 * determine none.
 *
 * <p>{@link org.kindlin.assays.doseresponse.CurveAnalysis} is the part other assays build on: one curve in, one
 * {@link org.kindlin.assays.doseresponse.CurveResult} out.
 */
package org.kindlin.assays.doseresponse;
