package org.kindlin.assays.plate.allotrope;

import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.format.ReadLabel;

/** What is measured: the three optical features of the model, with the names and units that its schema fixes. */
enum Feature {
    ABSORBANCE("absorbance", "mAU", "absorption profile data cube", DetectionMode.ABSORBANCE),
    FLUORESCENCE("fluorescence", "RFU", "fluorescence emission profile data cube", DetectionMode.FLUORESCENCE),
    LUMINESCENCE("luminescence", "RLU", "luminescence profile data cube", DetectionMode.LUMINESCENCE);

    private final String field;
    private final String unit;
    private final String profile;
    private final DetectionMode mode;

    Feature(String field, String unit, String profile, DetectionMode mode) {
        this.field = field;
        this.unit = unit;
        this.profile = profile;
        this.mode = mode;
    }

    /** The field that holds one value. */
    String field() {
        return field;
    }

    /** The unit that the schema fixes. */
    String unit() {
        return unit;
    }

    /** The field that holds values over time. */
    String profile() {
        return profile;
    }

    /** The feature of that name, upper and lower case alike. */
    static Optional<Feature> named(String name) {
        for (Feature feature : values()) {
            if (feature.field.equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }

    /** The feature under which a way of detecting is written; empty where the way is not known. */
    static Optional<Feature> of(DetectionMode mode) {
        return switch (mode) {
            case ABSORBANCE -> Optional.of(ABSORBANCE);
            case LUMINESCENCE, ALPHA -> Optional.of(LUMINESCENCE);
            case FLUORESCENCE, FLUORESCENCE_POLARIZATION, TIME_RESOLVED_FLUORESCENCE -> Optional.of(FLUORESCENCE);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** How it was detected: as the document's own word says, where it says more than the feature. */
    DetectionMode mode(String detectionType) {
        DetectionMode named = ReadLabel.mode(detectionType);
        return of(named).filter(this::equals).isPresent() ? named : mode;
    }
}
