package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.calibration.Treatment;

/**
 * Every treatment through every fraction and denominator, against vehicle.
 *
 * @param groups vehicle first, then by compound and dose
 * @param ratios of the groups that are not vehicle to the vehicle group of the same fraction and denominator
 */
record TreatmentGroups(List<TreatmentGroup> groups, List<VehicleRatio> ratios) {
    private static final Comparator<Treatment> ORDER = Comparator.comparing(
                    (Treatment treatment) -> !treatment.isVehicle())
            .thenComparing(Treatment::compound)
            .thenComparing(Treatment::form)
            .thenComparingDouble(treatment -> treatment.nanomolar().orElse(-1));

    TreatmentGroups {
        groups = List.copyOf(groups);
        ratios = List.copyOf(ratios);
    }

    static TreatmentGroups of(List<Culture> cultures, String concentrationUnit, CollagenProtocol protocol) {
        double level = protocol.curve().level();
        List<Culture> treated = cultures.stream()
                .filter(culture -> culture.treatment().isStated())
                .toList();
        List<Treatment> treatments = treated.stream()
                .map(Culture::treatment)
                .distinct()
                .sorted(ORDER)
                .toList();
        List<TreatmentGroup> groups = new ArrayList<>();
        for (Treatment treatment : treatments) {
            List<Culture> of = treated.stream()
                    .filter(culture -> culture.treatment().equals(treatment))
                    .toList();
            for (String fraction : fractions(of)) {
                concentrations(treatment, fraction, of, concentrationUnit, level)
                        .ifPresent(groups::add);
                for (PerUnit per : PerUnit.values()) {
                    amounts(treatment, fraction, per, of, protocol).ifPresent(groups::add);
                }
            }
        }
        List<VehicleRatio> ratios = new ArrayList<>();
        for (TreatmentGroup group : groups) {
            groups.stream()
                    .filter(other -> other.treatment().isVehicle()
                            && !group.treatment().isVehicle()
                            && other.fraction().equals(group.fraction())
                            && other.name().equals(group.name()))
                    .findFirst()
                    .ifPresent(vehicle -> ratios.add(VehicleRatio.of(group, vehicle, level)));
        }
        return new TreatmentGroups(groups, ratios);
    }

    /** The fractions of some cultures, and their total where there are several. */
    private static Set<String> fractions(List<Culture> cultures) {
        Set<String> fractions = new LinkedHashSet<>();
        cultures.forEach(culture -> fractions.addAll(culture.concentrations().keySet()));
        if (fractions.size() > 1) {
            fractions.add(Culture.TOTAL);
        }
        return fractions;
    }

    /** Means of concentrations, only where amounts are not known. */
    private static Optional<TreatmentGroup> concentrations(
            Treatment treatment, String fraction, List<Culture> cultures, String unit, double level) {
        List<Amount> amounts = cultures.stream()
                .filter(culture -> !culture.amounts().containsKey(fraction))
                .flatMap(culture -> Optional.ofNullable(culture.concentrations().get(fraction)).stream())
                .toList();
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(TreatmentGroup.ofConcentrations(treatment, fraction, unit, amounts, level));
    }

    private static Optional<TreatmentGroup> amounts(
            Treatment treatment, String fraction, PerUnit per, List<Culture> cultures, CollagenProtocol protocol) {
        double level = protocol.curve().level();
        List<TreatmentGroup.Share> shares = new ArrayList<>();
        for (Culture culture : cultures) {
            Optional<Amount> amount = culture.amount(fraction, level);
            if (amount.isPresent() && culture.divisor(per).isPresent()) {
                shares.add(new TreatmentGroup.Share(
                        amount.get(), culture.divisor(per).getAsDouble()));
            }
        }
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(TreatmentGroup.of(treatment, fraction, per, shares, protocol.denominatorCv(), level));
    }
}
