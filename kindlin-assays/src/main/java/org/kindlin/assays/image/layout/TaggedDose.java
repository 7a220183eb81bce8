package org.kindlin.assays.image.layout;

import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.NumberText;
import org.kindlin.fault.Faults;

/** The dose that a study's entry of a file states. */
public final class TaggedDose {
    private TaggedDose() {}

    /** Empty where none is stated; a fault where it is no number, or negative. */
    public static OptionalDouble of(InputFile file, Faults faults) {
        String text = file.tags().getOrDefault("dose", "");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (NumberText.parse(text, DecimalMark.POINT) instanceof NumberText.Parsed(double dose) && dose >= 0) {
            return OptionalDouble.of(dose);
        }
        faults.add(file.data().path(), "dose", "'" + text + "' is no dose", "state a number without its unit");
        return OptionalDouble.empty();
    }
}
