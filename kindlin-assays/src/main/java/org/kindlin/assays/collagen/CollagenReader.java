package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.calibration.StandardCurvePlate;
import org.kindlin.assays.calibration.StandardCurveReader;
import org.kindlin.assays.calibration.StandardWell;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/** Reads Sircol and other standard-curve plates; standards given as masses become concentrations of the extract. */
final class CollagenReader {
    private CollagenReader() {}

    static CollagenData read(List<InputFile> files, CollagenProtocol protocol, Faults faults) {
        StandardCurveReader.Read read = StandardCurveReader.read(files, protocol.curve(), protocol.molarMass(), faults);
        List<StandardCurvePlate> plates = new ArrayList<>();
        read.plates().forEach(plate -> plates.add(concentrations(plate, protocol)));
        return new CollagenData(plates, read.quality());
    }

    /** A mass in the reaction came from the volume of extract that went into it. */
    private static StandardCurvePlate concentrations(StandardCurvePlate plate, CollagenProtocol protocol) {
        boolean byMass = Unit.parse(plate.units().concentration())
                .filter(unit -> unit.dimension() == Dimension.MASS)
                .isPresent();
        if (!byMass || protocol.volumes().sample().isEmpty()) {
            return plate;
        }
        double volume = protocol.volumes().sample().getAsDouble();
        return new StandardCurvePlate(
                plate.file(),
                plate.subject(),
                new StandardCurvePlate.Units(
                        plate.units().concentration() + "/mL", plate.units().signal()),
                plate.standards().stream()
                        .map(well -> new StandardWell(well.place(), well.concentration() / volume, well.signal()))
                        .toList(),
                plate.blanks(),
                plate.serumBlanks(),
                plate.specimens(),
                plate.exclusions(),
                plate.findings(),
                plate.wavelength());
    }
}
