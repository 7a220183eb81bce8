package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;

/** The wells of a standard-curve plate as data points: their response is the concentration read off for them. */
public final class CurvePoints {
    private final PlateCalibration plate;
    private final List<DataPoint> points = new ArrayList<>();

    private CurvePoints(PlateCalibration plate) {
        this.plate = plate;
    }

    /** Standards, blanks, cell-free medium, specimens, and what was left out. */
    public static List<DataPoint> of(PlateCalibration plate) {
        CurvePoints all = new CurvePoints(plate);
        StandardCurvePlate of = plate.plate();
        of.standards()
                .forEach(well -> all.add(
                        well.place(), Map.of(), "standard", OptionalDouble.of(well.concentration()), well.signal()));
        of.blanks().forEach(well -> all.add(well.place(), Map.of(), "blank", OptionalDouble.empty(), well.signal()));
        of.serumBlanks()
                .forEach(well -> all.add(well.place(), Map.of(), "serum-blank", OptionalDouble.empty(), well.signal()));
        of.specimens()
                .forEach(well -> all.add(
                        well.place(), well.specimen().subject(), "unknown", OptionalDouble.empty(), well.signal()));
        of.exclusions().forEach(all::leftOut);
        return all.points;
    }

    private void add(String place, Map<String, String> subject, String role, OptionalDouble dose, double signal) {
        StandardCurvePlate.Units units = plate.plate().units();
        OptionalDouble found = plate.fit()
                .map(fit -> fit.curve().concentration(signal - plate.blank()))
                .orElse(OptionalDouble.empty());
        points.add(new DataPoint(
                plate.plate().file(),
                plate.plate().label(),
                place.startsWith("line") ? place : "well " + place,
                subject,
                role,
                Amount.of(dose, units.concentration()),
                Amount.finite(signal, units.signal()),
                Amount.of(found, units.concentration()),
                ""));
    }

    private void leftOut(Exclusion exclusion) {
        StandardCurvePlate.Units units = plate.plate().units();
        points.add(new DataPoint(
                exclusion.file(),
                plate.plate().label(),
                exclusion.place(),
                Map.of(),
                "",
                Amount.none(units.concentration()),
                Amount.none(units.signal()),
                Amount.none(units.concentration()),
                exclusion.reason()));
    }
}
