package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.Transfer.Stage;

/** Performs the movements of a dilution on {@link Liquids} while they are planned, and keeps them in bench order. */
final class DilutionBench {
    /** More than any plan draws; what is missing afterwards is what was drawn. */
    private static final Volume AMPLE = Volume.microlitres(1e9);

    private enum Phase {
        DMSO,
        STOCK,
        SERIES,
        DILUENT,
        INTERMEDIATE
    }

    private final DilutionRequest request;
    private final LiquidHandler handler;
    private final Liquids liquids = new Liquids();
    private final Labware dmso = Labware.reservoir("DMSO", "anhydrous DMSO");
    private final Labware diluent;
    private final Labware tubes = Labware.tubes("Tubes");
    private final Map<String, Place> stocks = new LinkedHashMap<>();
    private final Map<Phase, List<Transfer>> transfers = new EnumMap<>(Phase.class);
    private int nextTube;

    DilutionBench(DilutionRequest request, LiquidHandler handler) {
        this.request = request;
        this.handler = handler;
        this.diluent = Labware.reservoir(request.diluent(), request.diluent());
        liquids.fill(dmso.at(0, 0), Liquids.Contents.of(AMPLE, 1));
        liquids.fill(diluent.at(0, 0), Liquids.Contents.of(AMPLE, 0));
    }

    /** The tube of a compound's stock solution. */
    Place stock(Compound compound) {
        return stocks.computeIfAbsent(compound.label(), label -> {
            Place place = tube();
            liquids.fill(
                    place, Liquids.Contents.stock(AMPLE, label, compound.stock().in(Unit.NANOMOLAR)));
            return place;
        });
    }

    private Place tube() {
        int columns = tubes.format().columns();
        Place place = tubes.at(nextTube / columns, nextTube % columns);
        nextTube++;
        return place;
    }

    /** A tube of stock diluted in DMSO. */
    Place predilute(Compound compound, Mixture mixture) {
        Place place = tube();
        move(Phase.DMSO, Stage.STOCK, dmso.at(0, 0), place, mixture.diluent(), false);
        move(Phase.STOCK, Stage.STOCK, stock(compound), place, mixture.source(), true);
        return place;
    }

    void fromStock(Place stock, Place well, Mixture mixture) {
        move(Phase.DMSO, Stage.SERIES, dmso.at(0, 0), well, mixture.diluent(), false);
        move(Phase.STOCK, Stage.STOCK, stock, well, mixture.source(), true);
    }

    void dilute(Place before, Place well, Mixture mixture) {
        move(Phase.DMSO, Stage.SERIES, dmso.at(0, 0), well, mixture.diluent(), false);
        move(Phase.SERIES, Stage.SERIES, before, well, mixture.source(), true);
    }

    void intoDiluent(Place series, Place well, Mixture mixture) {
        move(Phase.DILUENT, Stage.INTERMEDIATE, diluent.at(0, 0), well, mixture.diluent(), false);
        move(Phase.INTERMEDIATE, Stage.INTERMEDIATE, series, well, mixture.source(), true);
    }

    void vehicle(Place well, Mixture mixture) {
        intoDiluent(dmso.at(0, 0), well, mixture);
    }

    void dmsoInto(Place well, Volume volume) {
        Volume settable = volume.roundedUp(handler.stepAt(volume));
        move(Phase.DMSO, Stage.SERIES, dmso.at(0, 0), well, settable, false);
    }

    private void move(Phase phase, Stage stage, Place from, Place to, Volume volume, boolean mix) {
        if (volume.isNone()) {
            return;
        }
        Transfer transfer = new Transfer(stage, handler, from, to, volume, mix);
        // Vessels were judged when the volumes were chosen; here only conservation is at stake.
        liquids.pour(transfer);
        transfers.computeIfAbsent(phase, _ -> new ArrayList<>()).add(transfer);
    }

    Dilution.Dose dose(
            Compound compound, int position, Mixture made, Place inSeries, Mixture intermediate, Place source) {
        double inWell = Optional.ofNullable(liquids.at(source).nanomolar().get(compound.label()))
                        .orElse(0.0)
                * request.added().picolitres()
                / request.well().picolitres();
        double inDmso = Optional.ofNullable(liquids.at(inSeries).nanomolar().get(compound.label()))
                .orElse(0.0);
        return new Dilution.Dose(
                request.doses(compound).nanomolar(position), inWell, inDmso, made, inSeries, intermediate, source);
    }

    Dilution finish(List<Dilution.Series> series, List<Place> vehicle, List<Labware> plates) {
        List<Labware> labware = new ArrayList<>(List.of(dmso));
        if (!request.isDirect()) {
            labware.add(diluent);
        }
        labware.add(tubes);
        labware.addAll(plates);
        List<Transfer> ordered =
                transfers.values().stream().flatMap(List::stream).toList();
        return new Dilution(
                series,
                vehicle,
                labware,
                stocks.values().stream().map(this::drawn).toList(),
                drawn(dmso.at(0, 0)),
                drawn(diluent.at(0, 0)),
                ordered,
                liquids);
    }

    private Volume drawn(Place place) {
        return AMPLE.minus(liquids.at(place).volume());
    }
}
