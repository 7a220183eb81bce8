package org.kindlin.assays.plate.assay;

import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/** What an assay decides while its plates are read. */
public interface BlockRules {

    /** What becomes of a plate file that is not quite as its format has it. */
    default ReadingMode readingMode() {
        return ReadingMode.LENIENT;
    }

    /**
     * The read to analyse, or one made of several (a reference wavelength subtracted).
     *
     * @return empty where faults were added
     */
    Optional<ReadChoice> choose(Plate plate, Faults faults);

    /** What to do about a file without a plate map; empty where such a file is described row by row. */
    Optional<String> remedyWithoutMap();

    /**
     * What a sample is that the reader's software knows only as such: a well with a compound, or a specimen of unknown amount to
     * be read off standards ({@link WellRole#UNKNOWN}).
     */
    default WellRole samples() {
        return WellRole.SAMPLE;
    }

    /** The target of a file whose map names none; empty where not stated. */
    Optional<String> target(InputFile file, Faults faults);

    /** The name that different spellings of a target share. */
    String canonical(String target);

    /** How the concentrations of one target's wells become amounts. */
    WellAmount amounts(ChosenPlate source, String target, Faults faults);

    /** Adds a fault for every thing without which the block cannot be analysed, such as its controls. */
    void check(AssayBlock block, ChosenPlate source, Faults faults);
}
