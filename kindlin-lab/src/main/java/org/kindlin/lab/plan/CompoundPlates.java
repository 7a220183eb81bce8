package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Compounds diluted and laid out on plates: what every assay of compounds in wells has in common. */
public record CompoundPlates(
        PlateSet set, DilutionRequest request, Dilution dilution, List<PlannedPlate> plates, List<Transfer> transfers) {
    /** At and above this fraction DMSO disturbs enzymes and cells; the protocols ask for less. */
    private static final double MUCH_DMSO = 0.01;

    private static final double FAITHFUL = 1e-4;

    public CompoundPlates {
        plates = List.copyOf(plates);
        transfers = List.copyOf(transfers);
    }

    /**
     * What an assay asks for.
     *
     * @param well volume in the well at which the doses hold
     * @param added volume of diluted compound a well gets, unless DMSO is dispensed directly
     * @param diluent buffer or medium
     */
    public record Request(List<String> targets, List<Control> controls, Volume well, Volume added, String diluent) {
        public Request {
            targets = List.copyOf(targets);
            controls = List.copyOf(controls);
        }
    }

    /** Dilution and layout; empty where faults were added. */
    public static Optional<CompoundPlates> of(
            PlateDesign design, Request wanted, long seed, Settings settings, Faults faults) {
        PlateSet set = PlateSet.of(design, wanted.targets(), wanted.controls(), settings, faults);
        if (faults.any()) {
            return Optional.empty();
        }
        boolean direct = design.handler() == LiquidHandler.ECHO;
        Volume added = direct ? new Volume(Math.round(wanted.well().picolitres() * design.dmso())) : wanted.added();
        DilutionRequest request = new DilutionRequest(
                design.compounds(),
                design.doses(),
                design.dmso(),
                wanted.well(),
                added,
                set.wellsPerDose(),
                set.vehicleWells(),
                design.handler(),
                design.overage(),
                wanted.diluent());
        return new DilutionPlanner(request, settings, faults).plan().map(dilution -> {
            List<PlannedPlate> plates = set.plates(dilution, seed);
            List<Transfer> transfers = new ArrayList<>(dilution.transfers());
            plates.forEach(plate -> transfers.addAll(ontoPlate(plate, design.handler(), added)));
            return new CompoundPlates(set, request, dilution, plates, transfers);
        });
    }

    private static List<Transfer> ontoPlate(PlannedPlate plate, LiquidHandler handler, Volume added) {
        return plate.wells().entrySet().stream()
                .map(entry -> new Transfer(
                        Transfer.Stage.ASSAY,
                        handler,
                        entry.getValue().source(),
                        new Place(plate.name(), entry.getKey()),
                        added,
                        false))
                .toList();
    }

    /** The compounds with their forms, for a title. */
    public String compounds() {
        return String.join(
                ", ", set.design().compounds().stream().map(Compound::label).toList());
    }

    /** The plan of an assay of these plates. */
    public Plan plan(
            String assay,
            String title,
            Resolved settings,
            long seed,
            Optional<Double> massMg,
            Plan.Remarks remarks,
            Plan.Bench bench,
            Plan.Use use) {
        List<String> names = plates.stream().map(PlannedPlate::name).toList();
        return new Plan(
                assay,
                title,
                seed,
                settings.entries(),
                remarks,
                new Plan.Chemistry(set.design(), request, dilution, massMg, set.controls(), transfers, List.of()),
                plates,
                bench,
                Timeline.of(bench.steps(), names, set.design().start()),
                use,
                Optional.empty());
    }

    /** What the design itself gives reason to warn of. */
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        PlateDesign design = set.design();
        if (design.dmso() >= MUCH_DMSO) {
            warnings.add(new Warning(
                    "dmso-high",
                    "DMSO is " + 100 * design.dmso() + " % in every well; the protocol asks for less than 1 %."));
        }
        for (Compound compound : design.compounds()) {
            if (compound.form().isEmpty()) {
                String forms = Compound.formsOf(compound.name()).isEmpty()
                        ? ""
                        : " (free base 510.50, HCl 546.95, d6 516.53 g/mol)";
                warnings.add(new Warning(
                        "compound-form-missing",
                        "The form of " + compound.name() + " is not stated" + forms
                                + ": read it off the vial before a mass is turned into moles."));
            }
        }
        double worst = dilution.series().stream()
                .flatMap(series -> series.doses().stream())
                .mapToDouble(dose -> Math.abs(dose.nanomolar() / dose.nominal() - 1))
                .max()
                .orElse(0);
        if (worst > FAITHFUL) {
            warnings.add(new Warning(
                    "dose-rounding",
                    "Pipettable volumes give doses up to " + Percent.of(worst)
                            + " off the nominal ones; the plate map states the doses the volumes give."));
        }
        boolean crowded = design.handler() == LiquidHandler.HAND
                && design.arrangement() != Arrangement.INTERLEAVED
                && design.format().size() > 96;
        if (crowded) {
            warnings.add(new Warning(
                    "random-by-hand",
                    "A randomised " + design.format() + " plate pipetted by hand invites slips; use a robot or"
                            + " arrangement=interleaved."));
        }
        return warnings;
    }
}
