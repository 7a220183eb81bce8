package org.kindlin.lab.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * Finds the volumes of a dilution: a series in DMSO, then (unless DMSO is dispensed directly) each dose into buffer.
 *
 * <p>A well of the series holds carry + diluent; the carry goes on to the next well and the rest has to serve every
 * assay well and leave the dead volume. What no volume can do is refused with the step, the volume and what would work.
 */
final class DilutionPlanner {
    private static final double SAME = 1e-9;
    private static final double[] TUBE_FACTORS = {10, 20, 50, 100, 5, 2};

    private final DilutionRequest request;
    private final Settings settings;
    private final Faults faults;
    private final LiquidHandler bench;
    private final DilutionBench moves;
    private final WellPool seriesWells;
    private final WellPool servedWells;

    DilutionPlanner(DilutionRequest request, Settings settings, Faults faults) {
        this.request = request;
        this.settings = settings;
        this.faults = faults;
        this.bench = request.isDirect() ? LiquidHandler.HAND : request.handler();
        this.moves = new DilutionBench(request, bench);
        this.seriesWells = new WellPool(number -> request.isDirect()
                ? Labware.acousticSource("Source-" + number)
                : Labware.seriesPlate("DMSO-" + number));
        this.servedWells =
                request.isDirect() ? seriesWells : new WellPool(number -> intermediatePlate("Buffer-" + number));
    }

    /** The dilution; empty where faults were added. */
    Optional<Dilution> plan() {
        Optional<Mixture> intermediate = request.isDirect() ? direct() : intermediate(request.wellsPerDose());
        if (intermediate.isEmpty()) {
            return Optional.empty();
        }
        Optional<Mixture> step = step(intermediate.get());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<Dilution.Series> series = new ArrayList<>();
        for (Compound compound : request.compounds()) {
            series(compound, intermediate.get(), step.get()).ifPresent(series::add);
        }
        List<Place> vehicle = vehicle(intermediate.get());
        if (faults.any()) {
            return Optional.empty();
        }
        List<Labware> used = new ArrayList<>(seriesWells.used());
        if (!request.isDirect()) {
            used.addAll(servedWells.used());
        }
        return Optional.of(moves.finish(series, vehicle, used));
    }

    private Labware intermediatePlate(String name) {
        Labware small = Labware.seriesPlate(name);
        Volume need = request.need(request.wellsPerDose()).plus(small.dead());
        double least = bench.least().picolitres() * request.intermediateFactor();
        boolean fits = Math.max((double) need.picolitres(), least) * 1.1
                < small.capacity().picolitres();
        return fits ? small : Labware.deepWell(name);
    }

    /** The droplets of an acoustic dispenser: no mixture, only a volume that must be a multiple of a droplet. */
    private Optional<Mixture> direct() {
        Optional<String> objection = request.handler().objection(request.added());
        objection.ifPresent(problem -> refuse(
                "dmsoPercent",
                "each well needs " + request.added() + " of DMSO solution (" + percent(request.dmso()) + " of "
                        + request.well() + "), and " + problem,
                "change dmsoPercent or the reaction volume so that their product is a multiple of 2.5 nL"));
        return objection.isPresent() ? Optional.empty() : Optional.of(new Mixture(request.added(), Volume.NONE));
    }

    private Optional<Mixture> intermediate(int wells) {
        double factor = request.intermediateFactor();
        if (factor < 1 + SAME) {
            refuse(
                    "dmsoPercent",
                    "the " + request.added() + " added to a well of " + request.well() + " cannot bring "
                            + percent(request.dmso()) + " DMSO",
                    "use less DMSO or a larger addition");
            return Optional.empty();
        }
        Labware plate = servedWells.current();
        Volume need = request.need(wells).plus(plate.dead());
        Optional<Mixture> found = Mixture.find(factor, need, plate.capacity(), bench);
        if (found.isEmpty()) {
            refuse(
                    "dmsoPercent",
                    "DMSO into " + request.diluent() + ": " + times(factor) + " dilution to at least " + need
                            + " has no volumes that " + bench.title() + " can set in a well of "
                            + plate.capacity(),
                    bench.least() + " of DMSO solution make " + bench.least().scaled(factor)
                            + "; use more DMSO, a larger addition, or fewer wells per dose");
        }
        return found;
    }

    /** Carry and diluent of every well of the series. */
    private Optional<Mixture> step(Mixture intermediate) {
        Volume kept = kept(intermediate);
        double fold = request.doses().fold();
        Labware plate = seriesWells.current();
        Volume need = kept.scaled(fold / (fold - 1));
        Optional<Mixture> found = Mixture.find(fold, need, plate.capacity(), bench);
        if (found.isEmpty()) {
            refuse(
                    "fold",
                    "series in DMSO: " + times(fold) + " steps that leave " + kept + " in each well of at most "
                            + plate.capacity() + " have no volumes that " + bench.title() + " can set",
                    remedy(kept, plate));
        }
        return found;
    }

    private String remedy(Volume kept, Labware plate) {
        double room = plate.capacity().picolitres();
        double largest = room / bench.least().picolitres();
        double smallest = room / Math.max(1, room - kept.picolitres());
        return kept.picolitres() >= room
                ? "fewer wells per dose, or less DMSO in a well, would work"
                : "a fold between " + round(smallest) + " and " + round(largest) + " would work";
    }

    /** What a well of the series must keep after the carry is taken. */
    private Volume kept(Mixture intermediate) {
        Volume served = request.isDirect() ? request.need(request.wellsPerDose()) : intermediate.source();
        return served.plus(seriesWells.current().dead());
    }

    private Optional<Dilution.Series> series(Compound compound, Mixture intermediate, Mixture step) {
        int count = request.doses().count();
        if (count > seriesWells.largest()) {
            refuse("doses", count + " doses do not fit a plate", "at most " + seriesWells.largest());
            return Optional.empty();
        }
        List<Place> wells = seriesWells.rows(count);
        Volume top = kept(intermediate).plus(count == 1 ? Volume.NONE : step.source());
        Optional<Mixture> first = first(compound, wells.getFirst(), top);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 1; i < count; i++) {
            moves.dilute(wells.get(i - 1), wells.get(i), step);
        }
        List<Place> sources = request.isDirect() ? wells : servedWells.rows(count);
        List<Dilution.Dose> doses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!request.isDirect()) {
                moves.intoDiluent(wells.get(i), sources.get(i), intermediate);
            }
            doses.add(moves.dose(compound, i, i == 0 ? first.get() : step, wells.get(i), intermediate, sources.get(i)));
        }
        return Optional.of(new Dilution.Series(compound, doses));
    }

    /** The highest well of the series from the stock, over a tube where one step is too large. */
    private Optional<Mixture> first(Compound compound, Place well, Volume need) {
        double stock = compound.stock().in(Unit.NANOMOLAR);
        double factor = stock / request.inDmso(compound);
        Labware plate = seriesWells.current();
        if (factor < 1 - SAME) {
            double enough = request.inDmso(compound) / 1e6;
            refuse(
                    "topDose",
                    compound.label() + ": " + request.doses(compound).top() + " at " + percent(request.dmso())
                            + " DMSO needs " + round(enough) + " mM in DMSO, and the stock is " + compound.stock(),
                    "a stock of " + round(enough) + " mM, a highest dose of "
                            + round(stock * request.dmso() / 1000) + " uM, or dmsoPercent="
                            + round(100 * request.dmso() / factor) + " would work");
            return Optional.empty();
        }
        Place from = moves.stock(compound);
        Optional<Mixture> once = Mixture.find(Math.max(1, factor), need, plate.capacity(), bench);
        if (once.isPresent()) {
            moves.fromStock(from, well, once.get());
            return once;
        }
        for (double tube : TUBE_FACTORS) {
            Optional<Mixture> last = Mixture.find(factor / tube, need, plate.capacity(), bench);
            Optional<Mixture> before = last.flatMap(found -> Mixture.find(
                    tube,
                    found.source().plus(Labware.tubes("").dead()),
                    Labware.tubes("").capacity(),
                    bench));
            if (last.isPresent() && before.isPresent()) {
                moves.fromStock(moves.predilute(compound, before.get()), well, last.get());
                return last;
            }
        }
        refuse(
                "stock",
                compound.label() + ": from the stock of " + compound.stock() + " to the "
                        + round(request.inDmso(compound) / 1000)
                        + " uM at the top of the series is " + times(factor)
                        + ", too much for two steps of " + bench.title(),
                "start from a stock between " + round(request.inDmso(compound) / 1e6) + " mM and "
                        + round(request.inDmso(compound) / 1e6 * 100) + " mM");
        return Optional.empty();
    }

    /** Wells of DMSO diluted exactly like the doses, as many as the vehicle wells of the plates need. */
    private List<Place> vehicle(Mixture intermediate) {
        Labware plate = servedWells.current();
        Volume usable = plate.capacity().minus(plate.dead());
        for (int wells = 1; wells <= servedWells.largest(); wells++) {
            Volume need = request.need(Math.ceilDiv(request.vehicleWells(), wells));
            Optional<Mixture> mixture = request.isDirect() || need.compareTo(usable) > 0
                    ? Optional.empty()
                    : intermediate.multiple(need.plus(plate.dead()), plate.capacity(), bench);
            boolean direct = request.isDirect() && need.compareTo(usable) <= 0;
            if (direct || mixture.isPresent()) {
                List<Place> places = servedWells.rows(wells);
                mixture.ifPresent(found -> places.forEach(place -> moves.vehicle(place, found)));
                if (direct) {
                    places.forEach(place -> moves.dmsoInto(place, need.plus(plate.dead())));
                }
                return places;
            }
        }
        refuse(
                "vehicleWells",
                request.vehicleWells() + " vehicle wells of " + request.added() + " cannot be served from one plate of "
                        + plate.description(),
                "use fewer control wells or plates");
        return List.of();
    }

    private void refuse(String key, String problem, String remedy) {
        faults.add(settings.origin(), settings.placeOf(key), problem, remedy);
    }

    private static String percent(double fraction) {
        return round(fraction * 100) + " %";
    }

    private static String times(double factor) {
        return round(factor) + "-fold";
    }

    private static String round(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
