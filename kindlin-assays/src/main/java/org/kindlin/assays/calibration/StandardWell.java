package org.kindlin.assays.calibration;

/** One reading of a standard of known concentration. */
public record StandardWell(String place, double concentration, double signal) {}
