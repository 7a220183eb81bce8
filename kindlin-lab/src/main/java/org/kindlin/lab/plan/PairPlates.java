package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.random.RandomStream;

/**
 * Plates on which two agents meet. Every well gets two additions of the same volume, each a dose or vehicle, so that all have
 * the same DMSO; of that, each agent brings half.
 */
public final class PairPlates {
    private static final int AGENTS = 2;

    private final PlateDesign design;
    private final Request wanted;
    private final List<Pairing.Pair> pairs;

    private PairPlates(PlateDesign design, Request wanted) {
        this.design = design;
        this.wanted = wanted;
        this.pairs = wanted.pairing().pairs(design.doses().count());
    }

    /**
     * What an assay of two agents asks for.
     *
     * @param target what is treated
     * @param well volume in the well at which the doses hold
     * @param added volume of each diluted agent that a well gets, unless DMSO is dispensed directly
     * @param diluent buffer or medium
     * @param secondTop highest dose of the second agent
     */
    public record Request(
            String target,
            List<Control> controls,
            Volume well,
            Volume added,
            String diluent,
            Quantity secondTop,
            Pairing pairing) {
        public Request {
            controls = List.copyOf(controls);
        }
    }

    /** Dilution and layout of the design's two compounds; empty where faults were added. */
    public static Optional<CompoundPlates> of(
            PlateDesign design, Request wanted, long seed, Settings settings, Faults faults) {
        if (design.compounds().size() != AGENTS) {
            faults.add(
                    settings.origin(),
                    settings.placeOf("compounds"),
                    design.compounds().size() + " compounds are no combination of two",
                    "name two, as in compounds='defactinib, paclitaxel'");
            return Optional.empty();
        }
        PairPlates plates = new PairPlates(design, wanted);
        plates.checkRoom(settings, faults);
        return faults.any() ? Optional.empty() : plates.plan(seed, settings, faults);
    }

    private void checkRoom(Settings settings, Faults faults) {
        int needed = pairs.size() * design.replicates() + controlWells();
        if (needed > design.usableWells()) {
            faults.add(
                    settings.origin(),
                    settings.placeOf("replicates"),
                    pairs.size() + " pairs of doses x " + design.replicates() + " replicates and " + controlWells()
                            + " control wells do not fit the " + design.usableWells() + " usable wells of a "
                            + design.format() + " plate",
                    "fewer doses, replicates or controls, pairing=ray, avoidEdges=no, or a larger plate");
        }
    }

    private int controlWells() {
        return wanted.controls().stream().mapToInt(Control::count).sum();
    }

    private Optional<CompoundPlates> plan(long seed, Settings settings, Faults faults) {
        int count = design.doses().count();
        int ofDose = wanted.pairing().pairsOfDose(count) * design.replicates() * design.repeats();
        int alone = AGENTS * count * design.replicates();
        boolean direct = design.handler() == LiquidHandler.ECHO;
        double dmso = design.dmso() / AGENTS;
        Volume added = direct ? new Volume(Math.round(wanted.well().picolitres() * dmso)) : wanted.added();
        DilutionRequest request = new DilutionRequest(
                design.compounds(),
                design.doses(),
                dmso,
                wanted.well(),
                added,
                ofDose,
                (alone + AGENTS * controlWells()) * design.repeats(),
                design.handler(),
                design.overage(),
                wanted.diluent(),
                List.of(design.doses().top(), wanted.secondTop()));
        PlateSet set = new PlateSet(design, List.of(wanted.target()), wanted.controls(), AGENTS);
        return new DilutionPlanner(request, settings, faults).plan().map(dilution -> {
            List<PlannedPlate> plates = plates(dilution, seed);
            List<Transfer> transfers = new ArrayList<>(dilution.transfers());
            plates.forEach(plate -> transfers.addAll(ontoPlate(plate, added)));
            return new CompoundPlates(set, request, dilution, plates, transfers);
        });
    }

    private List<PlannedPlate> plates(Dilution dilution, long seed) {
        RandomStream root = RandomStream.ofSeed(seed).child("plan layout");
        PlateSet.Vehicle vehicle = new PlateSet.Vehicle(dilution.vehicle());
        List<WellAddress> usable = PlateArranger.usable(design.format(), design.avoidEdges());
        List<PlannedPlate> plates = new ArrayList<>();
        for (int number = 1; number <= design.repeats(); number++) {
            String name = wanted.target() + "-" + number;
            plates.add(new PlannedPlate(
                    name,
                    wanted.target(),
                    design.format(),
                    PlateArranger.arrange(
                            contents(dilution, vehicle), usable, design.arrangement(), root.child(name))));
        }
        return plates;
    }

    private List<WellContent> contents(Dilution dilution, PlateSet.Vehicle vehicle) {
        List<WellContent> contents = new ArrayList<>();
        for (int replicate = 1; replicate <= design.replicates(); replicate++) {
            for (Pairing.Pair pair : pairs) {
                contents.add(sample(pair, replicate, dilution, vehicle));
            }
        }
        for (Control control : wanted.controls()) {
            for (int i = 1; i <= control.count(); i++) {
                contents.add(control(control, i, vehicle));
            }
        }
        return contents;
    }

    private WellContent sample(Pairing.Pair pair, int replicate, Dilution dilution, PlateSet.Vehicle vehicle) {
        Dilution.Series first = dilution.series().getFirst();
        Dilution.Series second = dilution.series().getLast();
        String code = code(0, pair.first()) + code(1, pair.second());
        return new WellContent(
                "pair " + code,
                code,
                (replicate - 1) * (design.doses().count() + 1) + pair.first() + 1,
                WellRole.SAMPLE,
                first.compound().name(),
                first.compound().form(),
                dose(first, pair.first()),
                replicate,
                source(first, pair.first(), vehicle),
                "",
                "",
                new WellContent.Partner(
                        new SecondAgent(second.compound().name(), dose(second, pair.second())),
                        source(second, pair.second(), vehicle)));
    }

    private static WellContent control(Control control, int number, PlateSet.Vehicle vehicle) {
        return new WellContent(
                "control " + control.code(),
                control.code(),
                0,
                control.role(),
                "",
                "",
                null,
                number,
                vehicle.next(),
                "",
                "",
                new WellContent.Partner(null, vehicle.next()));
    }

    private static String code(int agent, int step) {
        return step < 0 ? "" : PlateSet.letter(agent) + (step + 1);
    }

    private static Quantity dose(Dilution.Series series, int step) {
        double nanomolar =
                step < 0 ? 0 : PlateSet.printed(series.doses().get(step).nanomolar());
        return new Quantity(nanomolar, Unit.NANOMOLAR);
    }

    private static Place source(Dilution.Series series, int step, PlateSet.Vehicle vehicle) {
        return step < 0 ? vehicle.next() : series.doses().get(step).source();
    }

    /** First agent, then second: the plate is gone through twice. */
    private List<Transfer> ontoPlate(PlannedPlate plate, Volume added) {
        List<Transfer> transfers = new ArrayList<>();
        plate.wells().forEach((well, content) -> transfers.add(onto(plate, well, content.source(), added)));
        plate.wells().forEach((well, content) -> {
            WellContent.Partner partner = content.partner();
            if (partner != null) {
                transfers.add(onto(plate, well, partner.source(), added));
            }
        });
        return transfers;
    }

    private Transfer onto(PlannedPlate plate, WellAddress well, Place source, Volume added) {
        return new Transfer(
                Transfer.Stage.ASSAY, design.handler(), source, new Place(plate.name(), well), added, false);
    }
}
