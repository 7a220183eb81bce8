package org.kindlin.assays.growth;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.fault.Faults;

/** Reads lengths, volumes and weights with the units that cells, headers or the protocol give them. */
final class Calipers {
    private static final Pattern WITH_UNIT =
            Pattern.compile("(.*?[0-9.,])\\s*(mm\\^?3|mm³|cm\\^?3|cm³|mm|cm|ml|ul|µl|g|mg|kg)");

    private final GrowthProtocol.Reading protocol;
    private final Faults faults;

    Calipers(GrowthProtocol.Reading protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    /** A length in mm. */
    OptionalDouble length(TidyColumn column, TextRow row) {
        double headerFactor = protocol.lengthUnit()
                .or(() -> GrowthKeys.lengthUnit(column.name()))
                .map(unit -> unit.millimetres)
                .orElse(1.0);
        return size(column, row, headerFactor, unit -> switch (unit) {
            case "mm" -> 1;
            case "cm" -> 10;
            default -> Double.NaN;
        });
    }

    /** A volume in mm3. */
    OptionalDouble volume(TidyColumn column, TextRow row) {
        double headerFactor = protocol.volumeUnit()
                .or(() -> GrowthKeys.volumeUnit(column.name()))
                .map(unit -> unit.cubicMillimetres)
                .orElse(1.0);
        return size(column, row, headerFactor, unit -> switch (unit) {
            case "mm3", "ul" -> 1;
            case "cm3", "ml" -> 1000;
            default -> Double.NaN;
        });
    }

    /** A body weight in g. */
    OptionalDouble grams(TidyColumn column, TextRow row) {
        OptionalDouble weight = size(column, row, 1, unit -> switch (unit) {
            case "g" -> 1;
            case "kg" -> 1000;
            default -> Double.NaN;
        });
        if (weight.isPresent() && weight.getAsDouble() == 0) {
            column.fault(row, "'" + column.name() + "' is 0 g", "give the weight or leave the cell empty", faults);
            return OptionalDouble.empty();
        }
        return weight;
    }

    /** A tumour weight in mg; grams where the header says so. */
    OptionalDouble milligrams(TidyColumn column, TextRow row) {
        boolean grams = column.name().toLowerCase(Locale.ROOT).matches(".*[(\\[_ ]g[)\\]]?$");
        return size(column, row, grams ? 1000 : 1, unit -> switch (unit) {
            case "mg" -> 1;
            case "g" -> 1000;
            default -> Double.NaN;
        });
    }

    /** How a unit's name becomes a factor; not a number for a unit of something else. */
    private interface UnitFactor {
        double of(String unit);
    }

    private OptionalDouble size(TidyColumn column, TextRow row, double headerFactor, UnitFactor units) {
        String text = column.text(row);
        Matcher matcher = WITH_UNIT.matcher(text.strip().toLowerCase(Locale.ROOT));
        double factor = headerFactor;
        OptionalDouble number;
        if (matcher.matches()) {
            String unit = matcher.group(2).replace("^", "").replace("³", "3").replace("µ", "u");
            factor = units.of(unit);
            if (Double.isNaN(factor)) {
                column.fault(
                        row,
                        "'" + column.name() + "': " + text + " is in '" + unit + "'",
                        "give it in the unit of the column",
                        faults);
                return OptionalDouble.empty();
            }
            number = NumberText.parse(matcher.group(1), column.decimalMark()) instanceof NumberText.Parsed(double value)
                    ? OptionalDouble.of(value)
                    : column.numberIfPresent(row, faults);
        } else {
            number = column.numberIfPresent(row, faults);
        }
        if (number.isPresent() && !(number.getAsDouble() >= 0 && number.getAsDouble() < 1e7)) {
            column.fault(
                    row,
                    "'" + column.name() + "' is " + text
                            + (number.getAsDouble() < 0 ? ", below zero" : ", beyond any animal"),
                    "correct it, or leave the cell empty where nothing was measured",
                    faults);
            return OptionalDouble.empty();
        }
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * factor) : number;
    }
}
