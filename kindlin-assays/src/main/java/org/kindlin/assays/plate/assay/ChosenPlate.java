package org.kindlin.assays.plate.assay;

import java.util.List;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.result.Warning;

/**
 * One plate of a file, and the read of it that is analysed.
 *
 * @param choice the read that is analysed
 * @param name the plate's name, unique within the analysis
 */
public record ChosenPlate(InputFile file, Plate plate, ReadChoice choice, String name) {

    /** Path of the plate's file. */
    public String path() {
        return file.data().path();
    }

    /** Path of the plate's map, as faults name it; that of the file itself where it has none. */
    public String mapPath() {
        return file.layout().map(RawFile::path).orElse(path());
    }

    /** The same with a finding about its layout. */
    ChosenPlate withFinding(Warning finding) {
        return new ChosenPlate(file, plate.withFindingsBefore(List.of(finding)), choice, name);
    }

    PlateRead read() {
        return choice.read();
    }
}
