package org.kindlin.assays.plate;

/** How a plate was read, with the unit its numbers are in when the file names none. */
public enum DetectionMode {
    LUMINESCENCE("luminescence", "RLU"),
    FLUORESCENCE("fluorescence intensity", "RFU"),
    FLUORESCENCE_POLARIZATION("fluorescence polarization", "RFU"),
    TIME_RESOLVED_FLUORESCENCE("time-resolved fluorescence", "RFU"),
    ALPHA("AlphaScreen", "CPS"),
    ABSORBANCE("absorbance", "OD"),
    UNKNOWN("not stated", "");

    private final String label;
    private final String unit;

    DetectionMode(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The name as reports print it. */
    public String label() {
        return label;
    }

    /** The customary unit of its signal: {@code RLU}, {@code RFU}, {@code OD}, {@code CPS}; empty where not known. */
    public String unit() {
        return unit;
    }
}
