package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** What the reader of a sensitivity must know that the curve itself does not say. */
final class ViabilityWarnings {
    /** Seeding of the usual protocol in a 96-well plate, and the growth area of its wells in cm^2. */
    private static final double FEWEST_CELLS = 1_000;

    private static final double MOST_CELLS = 10_000;
    private static final double AREA_96 = 0.32;
    private static final double SHORTEST_HOURS = 48;
    private static final double LONGEST_HOURS = 96;

    private final ViabilityProtocol protocol;
    private final List<Warning> warnings = new ArrayList<>();

    private ViabilityWarnings(ViabilityProtocol protocol) {
        this.protocol = protocol;
    }

    static List<Warning> of(
            ViabilityProtocol protocol, TreatedCells cells, CompoundCurves curves, Optional<GrowthCurves> growth) {
        ViabilityWarnings all = new ViabilityWarnings(protocol);
        all.culture(cells.subject());
        all.start(cells, growth);
        all.doublings(cells);
        all.belowBlank(cells);
        curves.fewDoses().ifPresent(all.warnings::add);
        curves.formMissing().ifPresent(all.warnings::add);
        all.solvent();
        all.seeding(cells.plates().getFirst().block().format());
        all.exposure(cells.plates().getFirst().hours());
        return all.warnings;
    }

    static List<Warning> ofTable(ViabilityProtocol protocol, CompoundCurves curves, Optional<GrowthCurves> growth) {
        ViabilityWarnings all = new ViabilityWarnings(protocol);
        all.culture(curves.subject());
        if (growth.isEmpty()) {
            all.noDayZero();
        }
        curves.fewDoses().ifPresent(all.warnings::add);
        all.solvent();
        all.exposure(protocol.bench().exposureHours());
        return all.warnings;
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    private void culture(CompoundOnTarget subject) {
        Optional<Culture> culture = protocol.bench().culture();
        if (!KnownFakInhibitor.is(subject.compound()) || culture.equals(Optional.of(Culture._3D))) {
            return;
        }
        warn(
                "two-dimensional-growth",
                "Two-dimensional growth hardly depends on FAK"
                        + (culture.isEmpty() ? " (culture is not stated and taken as two-dimensional)" : "")
                        + ": VS-4718 at 1 uM changed 2D proliferation little while 0.1 uM gave apoptosis in 3D (PMID"
                        + " 20234193), BI 853520 had an IC50 above 5 uM in 12 mesothelioma lines in 2D, and 2 to 20 uM is"
                        + " assumed for defactinib, much of it off-target (assumption: no table of MTT IC50 is published)."
                        + " Infer neither efficacy nor failure of FAK inhibition from this curve; test spheroids or"
                        + " anchorage-independent growth.");
    }

    private void start(TreatedCells cells, Optional<GrowthCurves> growth) {
        if (cells.start().isEmpty()) {
            noDayZero();
        } else if (growth.isEmpty()) {
            boolean inferred = cells.start().get() instanceof StartLevel.Inferred;
            warn(
                    "no-growth",
                    inferred
                            ? "The exposure is not stated, so the stated doubling time gives no growth rate inhibition."
                            : "The vehicle wells do not read above the day-0 plate: untreated cells have not grown, so"
                                    + " growth rate inhibition has no meaning.");
        }
    }

    private void noDayZero() {
        warn(
                "no-day-zero",
                "Neither a day-0 plate nor a doubling time is given: growth delay and killing cannot be told apart, and no"
                        + " growth rate inhibition is computed. Fewer cells than in vehicle wells may mean slower growth or"
                        + " death.");
    }

    private void doublings(TreatedCells cells) {
        cells.growthPlates().stream()
                .mapToDouble(plate -> plate.growth().doublings())
                .filter(doublings -> doublings < 1)
                .findFirst()
                .ifPresent(doublings -> warn(
                        "few-doublings",
                        "Untreated cells doubled only " + Prose.number(doublings)
                                + " times: growth rate inhibition then magnifies every error; expose for one doubling or"
                                + " more."));
    }

    private void belowBlank(TreatedCells cells) {
        long wells = cells.plates().stream()
                .mapToLong(plate -> plate.dosed().stream()
                        .filter(well -> plate.subject(well).equals(cells.subject()))
                        .filter(well -> plate.response(well) <= 0)
                        .count())
                .sum();
        if (wells > 0 && cells.start().isPresent()) {
            warn(
                    "below-blank",
                    wells + (wells == 1 ? " well reads" : " wells read")
                            + " at or below the blanks: no cell is left there, and growth rate inhibition is put at its"
                            + " limit of -1.");
        }
    }

    private void solvent() {
        OptionalDouble dmso = protocol.bench().dmsoPercent();
        double limit = protocol.limits().dmsoPercent();
        if (dmso.isEmpty()) {
            warn(
                    "dmso-not-stated",
                    "DMSO on the cells is not stated; above " + Prose.number(limit) + " % it slows growth by itself.");
        } else if (dmso.getAsDouble() > limit) {
            warn(
                    "dmso-high",
                    "DMSO on the cells is " + Prose.number(dmso.getAsDouble()) + " %, above " + Prose.number(limit)
                            + " %: it slows growth by itself and adds to what the compound does.");
        }
    }

    /** The protocol's 1,000 to 10,000 cells are of a 96-well plate; other plates by the growth area of their wells. */
    private void seeding(PlateFormat format) {
        OptionalDouble cells = protocol.bench().cellsPerWell();
        double share = growthArea(format) / AREA_96;
        if (cells.isEmpty() || !Double.isFinite(share)) {
            return;
        }
        double low = FEWEST_CELLS * share;
        double high = MOST_CELLS * share;
        if (cells.getAsDouble() < low || cells.getAsDouble() > high) {
            warn(
                    "seeding-density",
                    Prose.number(cells.getAsDouble()) + " cells per well lie outside the usual " + Prose.number(low)
                            + " to " + Prose.number(high) + " of a " + format + " plate: "
                            + (cells.getAsDouble() < low
                                    ? "few cells read close to the blank."
                                    : "vehicle wells become confluent and stop growing, which hides effects."));
        }
    }

    /** Nominal growth area of a well in cm^2, as makers of plates state it; NaN where cells are not assayed so. */
    private static double growthArea(PlateFormat format) {
        return switch (format) {
            case WELLS_6 -> 9.5;
            case WELLS_12 -> 3.8;
            case WELLS_24 -> 1.9;
            case WELLS_48 -> 0.95;
            case WELLS_96 -> AREA_96;
            case WELLS_384 -> 0.056;
            case WELLS_1536 -> 0.025;
        };
    }

    private void exposure(OptionalDouble hours) {
        if (hours.isPresent() && (hours.getAsDouble() < SHORTEST_HOURS || hours.getAsDouble() > LONGEST_HOURS)) {
            warn(
                    "exposure-time",
                    "An exposure of " + Prose.number(hours.getAsDouble()) + " h lies outside the usual 48 to 96 h: "
                            + (hours.getAsDouble() < SHORTEST_HOURS
                                    ? "too few divisions for an effect on growth to show."
                                    : "medium is used up and outer wells dry."));
        }
    }
}
