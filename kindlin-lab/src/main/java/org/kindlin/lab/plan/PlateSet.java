package org.kindlin.lab.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.random.RandomStream;

/**
 * Which compounds stand on which plate.
 *
 * <p>A compound's doses and replicates stand together on one plate beside a full set of controls; the set is repeated for
 * every target and as often as the design says, each plate in an order of its own.
 *
 * @param targets at least one; an empty name where the assay has none
 * @param compoundsPerPlate how many compounds a plate holds
 */
public record PlateSet(PlateDesign design, List<String> targets, List<Control> controls, int compoundsPerPlate) {

    public PlateSet {
        targets = List.copyOf(targets);
        controls = List.copyOf(controls);
    }

    /** The set; a design of which not even one compound fits a plate is a fault that says what would. */
    public static PlateSet of(
            PlateDesign design, List<String> targets, List<Control> controls, Settings settings, Faults faults) {
        int controlWells = controls.stream().mapToInt(Control::count).sum();
        int room = design.usableWells() - controlWells;
        int fit = room / design.wellsPerCompound();
        if (fit < 1) {
            int most = Math.max(0, room / design.doses().count());
            faults.add(
                    settings.origin(),
                    settings.placeOf("replicates"),
                    design.doses().count() + " doses x " + design.replicates() + " replicates and " + controlWells
                            + " control wells do not fit the " + design.usableWells() + " usable wells of a "
                            + design.format() + " plate",
                    (most < 1 ? "use fewer doses" : "at most " + most + " replicates") + ", fewer control wells, "
                            + (design.avoidEdges() ? "avoidEdges=no, " : "") + "or a larger plate");
        }
        return new PlateSet(design, targets, controls, Math.max(1, fit));
    }

    /** How many plates there are. */
    public int size() {
        return targets.size() * design.repeats() * chunks();
    }

    private int chunks() {
        return Math.ceilDiv(design.compounds().size(), compoundsPerPlate);
    }

    /** Assay wells of each dose over all plates. */
    public int wellsPerDose() {
        return targets.size() * design.repeats() * design.replicates();
    }

    /** Wells that get vehicle, over all plates. */
    public int vehicleWells() {
        return size() * controls.stream().mapToInt(Control::count).sum();
    }

    /** The plates with everything in its place. */
    public List<PlannedPlate> plates(Dilution dilution, long seed) {
        RandomStream root = RandomStream.ofSeed(seed).child("plan layout");
        List<PlannedPlate> plates = new ArrayList<>();
        Vehicle vehicle = new Vehicle(dilution.vehicle());
        for (String target : targets) {
            int number = 0;
            for (int repeat = 0; repeat < design.repeats(); repeat++) {
                for (int chunk = 0; chunk < chunks(); chunk++) {
                    String name = (target.isEmpty() ? "Plate" : target) + "-" + ++number;
                    List<WellContent> contents = new ArrayList<>(samples(dilution, chunk));
                    contents.addAll(controlWells(vehicle));
                    List<WellAddress> usable = PlateArranger.usable(design.format(), design.avoidEdges());
                    plates.add(new PlannedPlate(
                            name,
                            target,
                            design.format(),
                            PlateArranger.arrange(contents, usable, design.arrangement(), root.child(name))));
                }
            }
        }
        return plates;
    }

    private List<WellContent> samples(Dilution dilution, int chunk) {
        int from = chunk * compoundsPerPlate;
        int to = Math.min(dilution.series().size(), from + compoundsPerPlate);
        List<WellContent> contents = new ArrayList<>();
        for (int replicate = 1; replicate <= design.replicates(); replicate++) {
            for (int i = from; i < to; i++) {
                contents.addAll(series(dilution.series().get(i), i, replicate));
            }
        }
        return contents;
    }

    private List<WellContent> series(Dilution.Series series, int index, int replicate) {
        List<WellContent> contents = new ArrayList<>();
        String letter = letter(index);
        for (int dose = 0; dose < series.doses().size(); dose++) {
            Dilution.Dose made = series.doses().get(dose);
            contents.add(new WellContent(
                    letter + " dose " + dose,
                    letter + (dose + 1),
                    (replicate - 1) * design.compounds().size() + index,
                    WellRole.SAMPLE,
                    series.compound().name(),
                    series.compound().form(),
                    new Quantity(printed(made.nanomolar()), Unit.NANOMOLAR),
                    replicate,
                    made.source()));
        }
        return contents;
    }

    private List<WellContent> controlWells(Vehicle vehicle) {
        List<WellContent> contents = new ArrayList<>();
        for (Control control : controls) {
            for (int i = 1; i <= control.count(); i++) {
                contents.add(new WellContent(
                        "control " + control.code(),
                        control.code(),
                        0,
                        control.role(),
                        control.substance(),
                        "",
                        control.amount(),
                        i,
                        vehicle.next()));
            }
        }
        return contents;
    }

    /** The letter that stands for a compound on printed plate maps. */
    public static String letter(int compound) {
        return WellAddress.letters(compound);
    }

    /** A dose as the plate map states it, to six digits. */
    public static double printed(double nanomolar) {
        return new BigDecimal(nanomolar).round(new MathContext(6)).doubleValue();
    }

    /** Serves vehicle wells in turn, so that each gives the same. */
    static final class Vehicle {
        private final List<Place> wells;
        private int next;

        Vehicle(List<Place> wells) {
            this.wells = wells;
        }

        Place next() {
            return wells.get(next++ % wells.size());
        }
    }
}
