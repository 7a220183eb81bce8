package org.kindlin.assays.plate.allotrope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One measurement of a well: a value, or a profile over time.
 *
 * @param plate name of the plate
 * @param reads one, or the reads of one kinetic measurement in order
 * @param identifier unique within the document
 */
record MeasurementDocument(PlateDocuments.PlateName plate, WellAddress well, List<PlateRead> reads, String identifier) {

    /**
     * The document.
     *
     * @param otherErrors what the export says instead of calculated values, by their names
     */
    ObjectNode tree(Map<String, Reading> otherErrors) {
        PlateRead first = reads.getFirst();
        Feature feature = AllotropeWriter.featureOf(first);
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("measurement identifier", identifier);
        ObjectNode sample = tree.putObject("sample document");
        String location = well.rowLetters() + (well.column() + 1);
        sample.put("location identifier", location);
        sample.put("sample identifier", (plate.unique() + " " + location).strip());
        if (!plate.unique().isEmpty()) {
            sample.put("well plate identifier", plate.unique());
        }
        if (!plate.unique().equals(plate.exported())) {
            sample.putObject("custom information document").put(CustomFields.PLATE, plate.exported());
        }
        control(
                tree.putObject("device control aggregate document")
                        .putArray("device control document")
                        .addObject(),
                first);
        Double celsius = first.point().celsius();
        if (celsius != null) {
            tree.putObject("compartment temperature").put("value", celsius).put("unit", "degC");
        }
        Map<String, Reading> errors = new LinkedHashMap<>();
        if (first.seconds() == null) {
            Reading reading = first.at(well);
            double number = reading instanceof Reading.Measured(double measured) ? measured : -0.0;
            tree.putObject(feature.field()).put("value", number).put("unit", feature.unit());
            errors.put(feature.field(), reading);
        } else {
            profile(tree.putObject(feature.profile()), feature);
            reads.forEach(read -> errors.put(
                    CustomFields.at(feature, Objects.requireNonNull(read.seconds())), emptyAsNothing(read.at(well))));
        }
        errors.putAll(otherErrors);
        addErrors(tree, errors);
        return tree;
    }

    /** A profile has a null where nothing was read, which needs no reason. */
    private static Reading emptyAsNothing(Reading reading) {
        return reading instanceof Reading.Empty ? new Reading.Measured(0) : reading;
    }

    private static void addErrors(ObjectNode tree, Map<String, Reading> errors) {
        errors.values().removeIf(reading -> error(reading).isEmpty());
        if (!errors.isEmpty()) {
            ArrayNode documents = tree.putObject("error aggregate document").putArray("error document");
            errors.forEach((feature, reading) ->
                    documents.addObject().put("error", error(reading)).put("error feature", feature));
        }
    }

    private static void control(ObjectNode control, PlateRead read) {
        control.put("device type", "plate reader");
        control.put("detection type", detectionType(read));
        Double detection = read.wavelengths().detection();
        Double excitation = read.wavelengths().excitation();
        if (detection != null) {
            control.putObject("detector wavelength setting")
                    .put("value", detection)
                    .put("unit", "nm");
        }
        if (excitation != null) {
            control.putObject("excitation wavelength setting")
                    .put("value", excitation)
                    .put("unit", "nm");
        }
        ObjectNode own = control.putObject("custom information document").put(CustomFields.LABEL, read.label());
        own.put(CustomFields.UNIT, read.unit());
        if (read.calculated()) {
            own.put(CustomFields.CALCULATED, "true");
        }
    }

    /** {@code Absorbance}, {@code Time-Resolved Fluorescence}: as examples of the model write it. */
    private static String detectionType(PlateRead read) {
        return switch (read.mode()) {
            case ABSORBANCE -> "Absorbance";
            case FLUORESCENCE -> "Fluorescence";
            case FLUORESCENCE_POLARIZATION -> "Fluorescence Polarization";
            case TIME_RESOLVED_FLUORESCENCE -> "Time-Resolved Fluorescence";
            case LUMINESCENCE -> "Luminescence";
            case ALPHA -> "Alpha";
            case UNKNOWN -> throw new IllegalArgumentException(read.label() + ": detection is not known");
        };
    }

    /** What the export says instead of a number; empty where it says a number. */
    private static String error(Reading reading) {
        return switch (reading) {
            case Reading.Measured _ -> "";
            case Reading.Saturated(String text) -> text;
            case Reading.Overflow(String text) -> text;
            case Reading.Underflow(String text) -> text;
            case Reading.Masked(String text) -> text;
            case Reading.Invalid(String text) -> text;
            case Reading.Empty() -> "Not reported";
        };
    }

    private void profile(ObjectNode cube, Feature feature) {
        cube.put("label", reads.getFirst().label());
        ObjectNode structure = cube.putObject("cube-structure");
        structure
                .putArray("dimensions")
                .addObject()
                .put("@componentDatatype", "double")
                .put("concept", "elapsed time")
                .put("unit", "s");
        structure
                .putArray("measures")
                .addObject()
                .put("@componentDatatype", "double")
                .put("concept", feature.field())
                .put("unit", feature.unit());
        ObjectNode data = cube.putObject("data");
        ArrayNode times = data.putArray("dimensions").addArray();
        ArrayNode values = data.putArray("measures").addArray();
        for (PlateRead read : reads) {
            times.add(Objects.requireNonNull(read.seconds()));
            if (read.at(well) instanceof Reading.Measured(double number)) {
                values.add(number);
            } else {
                values.addNull();
            }
        }
    }
}
