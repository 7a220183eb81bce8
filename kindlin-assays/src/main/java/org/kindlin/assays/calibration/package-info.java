/**
 * Standard curves of any plate assay: calibrators and specimens of a plate become concentrations with intervals, recoveries,
 * a quantification range and their figures.
 *
 * <p>The way: {@link org.kindlin.assays.calibration.StandardCurveReader}, {@link
 * org.kindlin.assays.calibration.PlateCalibration}, {@link org.kindlin.assays.calibration.SpecimenConcentration}, {@link
 * org.kindlin.assays.calibration.CalibrationReport}.
 */
package org.kindlin.assays.calibration;
