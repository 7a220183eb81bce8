package org.kindlin.assays.doseresponse;

import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.fault.Faults;

/** A row of a tidy file as a data point, used or left out; what is no number in a row left out is no fault. */
record RowPoint(DoseScale scale, Units units, TidyColumn x, TidyColumn y) {

    DataPoint of(TextRow row, Map<String, String> subject, String exclusion) {
        return new DataPoint(
                x.file(),
                "",
                "line " + row.line(),
                subject,
                "sample",
                Amount.of(dose(row), units.dose()),
                Amount.none(units.response()),
                Amount.of(y.numberIfPresent(row, new Faults()), units.response()),
                exclusion);
    }

    /** The dose on its linear scale, as the file states it where that scale is the file's. */
    private OptionalDouble dose(TextRow row) {
        if (scale == DoseScale.LINEAR) {
            return x.numberIfPresent(row, new Faults());
        }
        if (DoseResponseReader.isZeroOnLogScale(x.text(row))) {
            return OptionalDouble.of(0);
        }
        OptionalDouble logDose = x.numberIfPresent(row, new Faults());
        return logDose.isPresent() ? OptionalDouble.of(StrictMath.pow(10, logDose.getAsDouble())) : logDose;
    }
}
