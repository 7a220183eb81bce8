/**
 * Standard curves: response of calibrators of known concentration, turned round to tell the concentration of a specimen
 * with an interval. Knows nothing of assays: concentrations and responses are numbers in any unit.
 */
package org.kindlin.numerics.calibration;
