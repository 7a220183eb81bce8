package org.kindlin.assays.kinase;

/** How the ADP standard wells become a calibration. */
public enum StandardCurveModel {
    /** A straight line, unless the standards show that they need a parabola. */
    AUTO,
    LINE,
    PARABOLA,
    /** Standards are not used. */
    NONE
}
