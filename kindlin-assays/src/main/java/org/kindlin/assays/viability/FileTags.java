package org.kindlin.assays.viability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * What a file's tags, and the key that names day-0 files, say about its plates; a tag goes before every protocol key.
 *
 * @param cellLine {@code cellLine} tag
 * @param hours {@code time} tag: since treatment began
 * @param doublingHours {@code doublingTime} tag
 * @param isDayZero whether its cells were read when treatment began
 */
record FileTags(Optional<String> cellLine, OptionalDouble hours, OptionalDouble doublingHours, boolean isDayZero) {

    /** The tags of a file; a value that is no time is a fault. */
    static FileTags of(InputFile file, List<String> dayZeroFiles, Faults faults) {
        OptionalDouble hours = hours(file, "time", time -> time >= 0, faults);
        boolean named = dayZeroFiles.stream().anyMatch(name -> names(name, file));
        return new FileTags(
                Optional.ofNullable(file.tags().get("cellLine")).filter(line -> !line.isBlank()),
                hours,
                hours(file, "doublingTime", time -> time > 0, faults),
                named || (hours.isPresent() && hours.getAsDouble() == 0));
    }

    /** Whether a name means the file: its path, its name, or its name without the extension. */
    static boolean names(String name, InputFile file) {
        String own = file.data().name();
        int dot = own.lastIndexOf('.');
        return name.equals(file.data().path()) || name.equals(own) || (dot > 0 && name.equals(own.substring(0, dot)));
    }

    private static OptionalDouble hours(InputFile file, String tag, DoublePredicate condition, Faults faults) {
        String text = file.tags().get(tag);
        if (text == null) {
            return OptionalDouble.empty();
        }
        Optional<Quantity> time = Quantity.parse(text, Unit.HOUR)
                .filter(found -> found.unit().dimension() == Unit.HOUR.dimension())
                .filter(found -> condition.test(found.value()));
        if (time.isEmpty()) {
            faults.add(file.data().path(), "tag " + tag, "'" + text + "' is no time", "write it as 72 h");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(time.get().in(Unit.HOUR));
    }
}
