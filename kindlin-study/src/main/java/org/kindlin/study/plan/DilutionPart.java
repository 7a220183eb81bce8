package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.Dilution;
import org.kindlin.lab.plan.DilutionRequest;
import org.kindlin.lab.plan.Place;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlateSet;
import org.kindlin.lab.plan.Transfer;
import org.kindlin.lab.plan.Volume;

/** The dilutions: a table for each compound, the vehicle, and tubes on the way. */
final class DilutionPart {
    private final Sheet sheet;
    private final Plan plan;
    private final DilutionRequest request;

    DilutionPart(Sheet sheet, Plan plan) {
        this.sheet = sheet;
        this.plan = plan;
        this.request = plan.chemistry().request();
    }

    void write() {
        sheet.heading("Dilutions");
        sheet.paragraph(introduction(), "note");
        tubes();
        List<Dilution.Series> series = plan.chemistry().dilution().series();
        for (int i = 0; i < series.size(); i++) {
            series(PlateSet.letter(i), series.get(i));
        }
        vehicle();
    }

    private String introduction() {
        String well = request.added() + " of it to a well of " + request.well() + " gives the dose and "
                + Amount.number(100 * request.dmso()) + " % DMSO.";
        return request.isDirect()
                ? "The series is made in DMSO in the acoustic source plate; " + well
                : "In DMSO first (new tip, mix 10 times), then each dose into " + request.diluent() + "; " + well;
    }

    /** Tubes that a stock passes through before the series. */
    private void tubes() {
        Map<Place, List<Transfer>> byTube = new LinkedHashMap<>();
        plan.chemistry().transfers().stream()
                .filter(transfer -> transfer.to().labware().equals("Tubes"))
                .forEach(transfer -> byTube.computeIfAbsent(transfer.to(), _ -> new ArrayList<>())
                        .add(transfer));
        byTube.forEach((tube, moves) -> sheet.paragraph(
                "First dilute the stock in " + tube + ": "
                        + String.join(
                                " + ",
                                moves.stream()
                                        .map(move -> move.volume() + " from " + move.from())
                                        .toList())
                        + ", mix.",
                "note"));
    }

    private void series(String letter, Dilution.Series series) {
        List<List<String>> rows = new ArrayList<>();
        List<Dilution.Dose> doses = series.doses();
        for (int i = 0; i < doses.size(); i++) {
            Dilution.Dose dose = doses.get(i);
            List<String> row = new ArrayList<>(List.of(
                    Sheet.BOX,
                    letter + (i + 1),
                    Amount.concentration(dose.nanomolar()),
                    Amount.concentration(dose.inDmso()),
                    dose.inSeries().toString(),
                    dose.made().source() + " of " + (i == 0 ? top(dose) : letter + i),
                    dose.made().diluent().isNone() ? "-" : dose.made().diluent().toString()));
            if (!request.isDirect()) {
                row.add(dose.source().toString());
                row.add(dose.intermediate().source() + " + "
                        + dose.intermediate().diluent());
            }
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(List.of("", "Dose", "#In the assay", "#In DMSO", "Series well", "Take", "#Into DMSO"));
        if (!request.isDirect()) {
            columns.add("Buffer well");
            columns.add("#DMSO dose + " + request.diluent());
        }
        sheet.table("dilution", letter + ": " + series.compound().label(), columns, rows);
    }

    private String top(Dilution.Dose dose) {
        return plan.chemistry().transfers().stream()
                .filter(move -> move.to().equals(dose.inSeries()) && move.mix())
                .map(move -> move.stage() == Transfer.Stage.STOCK && isFilled(move.from())
                        ? move.from().toString()
                        : "stock")
                .findFirst()
                .orElse("stock");
    }

    private boolean isFilled(Place place) {
        return plan.chemistry().transfers().stream().anyMatch(move -> move.to().equals(place));
    }

    private void vehicle() {
        List<List<String>> rows = new ArrayList<>();
        for (Place place : plan.chemistry().dilution().vehicle()) {
            List<String> volumes = plan.chemistry().transfers().stream()
                    .filter(move -> move.to().equals(place))
                    .map(move -> move.volume() + " " + move.from().labware())
                    .toList();
            Volume served = plan.chemistry().transfers().stream()
                    .filter(move -> move.from().equals(place))
                    .map(Transfer::volume)
                    .reduce(Volume.NONE, Volume::plus);
            rows.add(List.of(Sheet.BOX, place.toString(), String.join(" + ", volumes), served.toString()));
        }
        sheet.table(
                "vehicle",
                "Vehicle, for every well that is not a sample",
                List.of("", "Well", "Made of", "#Goes onto plates"),
                rows);
    }
}
