package org.kindlin.assays.calibration;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.result.Prose;

/** Which culture a well of a plate map belongs to. */
final class SpecimenNames {
    private SpecimenNames() {}

    /** Wells of cell-free medium, as one specimen per dilution. */
    static SpecimenWell serum(AssayWell well, SpecimenSheet.Entry entry) {
        Specimen specimen = new Specimen("serum blank", "", Treatment.NONE);
        return new SpecimenWell(
                well.address().toString(), specimen, entry.dilution(), 0, Denominators.NONE, well.signal());
    }

    static SpecimenWell specimen(AssayWell well, SpecimenSheet.Entry entry, Map<String, String> tags) {
        String fraction = fraction(entry.fraction().isEmpty() ? tags.getOrDefault("fraction", "") : entry.fraction());
        Treatment treatment = treatment(well);
        Specimen specimen = new Specimen(name(well, entry, treatment), fraction, treatment);
        return new SpecimenWell(
                well.address().toString(), specimen, entry.dilution(), entry.added(), entry.per(), well.signal());
    }

    /** What wells of one extract at one dilution, with one amount added, share. */
    static String extract(SpecimenWell well) {
        return Stream.of(
                        well.specimen().name(),
                        well.specimen().fraction(),
                        well.dilution() == 1 ? "" : "1:" + Prose.number(well.dilution()),
                        well.added() == 0 ? "" : "+ " + Prose.number(well.added()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The customary words for the two fractions of a culture's collagen; any other as it is written. */
    static String fraction(String text) {
        return switch (text.strip()) {
            case "supernatant", "medium", "media", "acid-soluble", "acid soluble" -> "soluble";
            case "layer", "cell layer", "matrix", "pellet", "ecm" -> "insoluble";
            default -> text.strip();
        };
    }

    private static Treatment treatment(AssayWell well) {
        return switch (well.role()) {
            case VEHICLE -> Treatment.VEHICLE;
            case UNSTIMULATED -> new Treatment("unstimulated", "", OptionalDouble.empty());
            case SAMPLE -> new Treatment(well.compound(), well.form(), well.amount());
            case POSITIVE ->
                new Treatment(
                        well.compound().isEmpty() ? "positive control" : well.compound(), well.form(), well.amount());
            default -> Treatment.NONE;
        };
    }

    /**
     * The name the map gives, else treatment and number of the culture; a well of which the map says neither is a
     * culture by itself.
     */
    private static String name(AssayWell well, SpecimenSheet.Entry entry, Treatment treatment) {
        if (!entry.sample().isEmpty()) {
            return entry.sample();
        }
        if (well.role() == WellRole.UNKNOWN) {
            String named = well.compound().isEmpty() ? well.level() : well.compound();
            return named.isEmpty() ? well.address().toString() : named;
        }
        if (entry.replicate().isEmpty()) {
            return well.address().toString();
        }
        String level = treatment.dose().isEmpty() && !well.level().isEmpty() ? " " + well.level() : "";
        return treatment.label() + level + " " + entry.replicate();
    }
}
