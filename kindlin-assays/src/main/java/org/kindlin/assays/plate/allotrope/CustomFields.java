package org.kindlin.assays.plate.allotrope;

/** Names under which Kindlin keeps, in the model's custom information documents, what the model has no field for. */
final class CustomFields {
    /** What the read is called. */
    static final String LABEL = "read label";

    /** The unit of the export; the schema fixes another. */
    static final String UNIT = "unit as exported";

    /** Whether the reader's software calculated the numbers, of a read without measurements to refer to. */
    static final String CALCULATED = "calculated by the reader";

    /** Date and time as the export writes them. */
    static final String DATE = "measurement time as exported";

    /** The plate's identifier in the export, where several plates share it. */
    static final String PLATE = "plate identifier as exported";

    private CustomFields() {}

    /** The error feature of one point of a profile: {@code absorbance at 30.0 s}. */
    static String at(Feature feature, double seconds) {
        return feature.field() + " at " + seconds + " s";
    }
}
