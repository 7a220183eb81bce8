package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.calibration.Denominators;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.calibration.SpecimenConcentration;
import org.kindlin.assays.calibration.SpecimenWell;
import org.kindlin.assays.calibration.Treatment;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.uncertainty.Measured;

/**
 * Puts the extracts of one culture together: those of the same name and treatment, unless a fraction comes twice, when each
 * plate holds cultures of its own.
 */
final class Cultures {
    private final CollagenProtocol protocol;
    private final Map<PlateCalibration, Optional<Measured>> serum = new LinkedHashMap<>();

    private Cultures(CollagenProtocol protocol) {
        this.protocol = protocol;
    }

    static List<Culture> of(List<SpecimenConcentration> specimens, CollagenProtocol protocol) {
        Cultures cultures = new Cultures(protocol);
        Map<List<Object>, List<SpecimenConcentration>> groups = new LinkedHashMap<>();
        specimens.forEach(specimen -> groups.computeIfAbsent(
                        List.of(specimen.specimen().name(), specimen.specimen().treatment()), _ -> new ArrayList<>())
                .add(specimen));
        List<Culture> all = new ArrayList<>();
        groups.values().forEach(group -> split(group).forEach(one -> all.add(cultures.culture(one))));
        return all;
    }

    private static List<List<SpecimenConcentration>> split(List<SpecimenConcentration> group) {
        long fractions = group.stream()
                .map(specimen -> specimen.specimen().fraction())
                .distinct()
                .count();
        if (fractions == group.size()) {
            return List.of(group);
        }
        Map<PlateCalibration, List<SpecimenConcentration>> plates = new LinkedHashMap<>();
        group.forEach(specimen ->
                plates.computeIfAbsent(specimen.plate(), _ -> new ArrayList<>()).add(specimen));
        return List.copyOf(plates.values());
    }

    private Culture culture(List<SpecimenConcentration> extracts) {
        Map<String, Amount> concentrations = new LinkedHashMap<>();
        Map<String, Amount> amounts = new LinkedHashMap<>();
        for (SpecimenConcentration extract : extracts) {
            String fraction = extract.specimen().fraction();
            Amount concentration = withoutSerum(extract, Amount.of(extract));
            concentrations.put(fraction, concentration);
            OptionalDouble volume = protocol.volumes().of(fraction);
            OptionalDouble micrograms = microgramsPerMillilitre(extract.unit());
            if (volume.isPresent() && micrograms.isPresent()) {
                amounts.put(fraction, concentration.times(volume.getAsDouble() * micrograms.getAsDouble()));
            }
        }
        Treatment treatment = extracts.getFirst().specimen().treatment();
        return new Culture(
                extracts.getFirst().specimen().name(), treatment, concentrations, amounts, denominators(extracts));
    }

    /** How many ug/mL one of this unit is; empty where it is no mass concentration. */
    static OptionalDouble microgramsPerMillilitre(String unit) {
        return Unit.parse(unit)
                .filter(known -> known.dimension() == Dimension.MASS_CONCENTRATION)
                .map(known -> OptionalDouble.of(known.factor() / Unit.MICROGRAM_PER_MILLILITRE.factor()))
                .orElseGet(OptionalDouble::empty);
    }

    private Amount withoutSerum(SpecimenConcentration extract, Amount amount) {
        boolean soluble = extract.specimen().fraction().equals("soluble")
                || extract.specimen().fraction().isEmpty();
        if (protocol.serumBlank() == SerumBlankUse.KEEP || !soluble) {
            return amount;
        }
        return serum.computeIfAbsent(
                        extract.plate(),
                        plate -> SpecimenConcentration.serumBlank(plate)
                                .flatMap(SpecimenConcentration::whateverTheRange)
                                .map(blank -> blank.asShared(
                                        "serum of " + plate.plate().label())))
                .map(blank -> amount.minus(blank, protocol.curve().level()))
                .orElse(amount);
    }

    /** Every well of a culture repeats its counts; the first that states one counts. */
    private static Denominators denominators(List<SpecimenConcentration> extracts) {
        List<Denominators> stated = extracts.stream()
                .flatMap(extract -> extract.levels().stream())
                .flatMap(level -> level.wells().stream())
                .map(SpecimenWell::per)
                .toList();
        return new Denominators(
                first(stated.stream().map(Denominators::cells).toList()),
                first(stated.stream().map(Denominators::proteinMicrograms).toList()));
    }

    private static OptionalDouble first(List<OptionalDouble> numbers) {
        return numbers.stream().filter(OptionalDouble::isPresent).findFirst().orElseGet(OptionalDouble::empty);
    }
}
