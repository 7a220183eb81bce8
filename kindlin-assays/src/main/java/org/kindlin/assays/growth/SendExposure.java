package org.kindlin.assays.growth;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.xport.XportTable;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.fault.Faults;

/**
 * Records of SEND's exposure domain EX: EXTRT, EXDOSE with EXDOSU, EXDOSFRQ, and EXSTDY to EXENDY or the dates EXSTDTC to EXENDTC. A dose
 * as text (EXDOSTXT) counts where it is a number.
 *
 * @param places of rows, by identity
 * @param known animals that DM names; empty where there is no DM
 * @param when day of an animal's record, by the variable's stem (EXST, EXEN)
 */
record SendExposure(
        String path,
        XportTable table,
        IdentityHashMap<List<Value>, String> places,
        Set<String> known,
        BiFunction<List<Value>, String, Optional<StudyDays.When>> when) {
    private static final Pattern DURATION = Pattern.compile("P(?:(\\d{1,3})W|(\\d{1,4})D)");
    private static final int WEEK = 7;

    List<ExposureRow> rows(Faults faults) {
        return table.rows().stream()
                .filter(row -> isUsable(row, faults))
                .map(this::exposure)
                .toList();
    }

    private String place(List<Value> row) {
        return places.getOrDefault(row, table.name());
    }

    private OptionalDouble dose(List<Value> row) {
        OptionalDouble dose = table.number(row, "EXDOSE");
        return dose.isPresent() ? dose : table.number(row, "EXDOSTXT");
    }

    private boolean isUsable(List<Value> row, Faults faults) {
        String animal = table.text(row, "USUBJID");
        if (animal.isEmpty()) {
            return false; // doses of pools are not those of one animal
        }
        OptionalDouble dose = dose(row);
        if (dose.isPresent() && dose.getAsDouble() < 0) {
            faults.add(path, place(row), "EXDOSE is " + dose.getAsDouble() + ", below zero", "correct it");
            return false;
        }
        if (!known.isEmpty() && !known.contains(animal)) {
            faults.add(
                    path,
                    place(row),
                    "animal " + animal + " is not in DM",
                    "correct USUBJID, or name the animal in DM");
            return false;
        }
        return true;
    }

    private ExposureRow exposure(List<Value> row) {
        return new ExposureRow(
                path,
                place(row),
                table.text(row, "USUBJID"),
                table.text(row, "EXTRT"),
                dose(row),
                table.text(row, "EXDOSU"),
                table.text(row, "EXDOSFRQ"),
                when.apply(row, "EXST"),
                when.apply(row, "EXEN"),
                duration(table.text(row, "EXDUR")),
                new DosingInterval.Formulation(word(row, "EXDOSFRM"), word(row, "EXROUTE"), table.text(row, "EXTRTV")));
    }

    /** A term of a controlled list, empty where it is said to be unknown. */
    private String word(List<Value> row, String variable) {
        String text = table.text(row, variable);
        return text.equalsIgnoreCase(SendWriter.UNKNOWN) ? "" : text;
    }

    private static OptionalDouble duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                matcher.group(1) == null
                        ? Integer.parseInt(matcher.group(2))
                        : WEEK * (double) Integer.parseInt(matcher.group(1)));
    }
}
