package org.kindlin.assays.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the faults of an input so that all of them are told at once.
 *
 * <p>A reader adds what it finds and goes on as long as going on makes sense; the caller asks {@link #throwIfAny()} at
 * the end. Not thread-safe: one collector belongs to one reading.
 */
public final class Faults {
    /** Past this many a file is not a file with faults but the wrong file. */
    public static final int MOST = 100;

    private final List<Fault> faults = new ArrayList<>();
    private int untold;

    /** Adds one fault; beyond {@link #MOST} they are only counted. */
    public void add(String file, String place, String problem, String remedy) {
        add(new Fault(file, place, problem, remedy));
    }

    public void add(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        } else {
            untold++;
        }
    }

    public boolean any() {
        return !faults.isEmpty();
    }

    /** The faults so far, in the order they were found. */
    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /**
     * Throws what has been collected, if anything.
     *
     * @throws InputFaultException with every fault collected so far
     */
    public void throwIfAny() {
        if (any()) {
            throw new InputFaultException(told());
        }
    }

    private List<Fault> told() {
        if (untold == 0) {
            return faults;
        }
        List<Fault> told = new ArrayList<>(faults);
        told.add(new Fault(
                faults.getLast().file(),
                "",
                untold + " more faults of this kind",
                "mend those above first, then re-run"));
        return told;
    }

    /** Orders faults by file, then by line number where the place names one. */
    public static Comparator<Fault> byPlace() {
        return Comparator.comparing(Fault::file).thenComparingInt(fault -> lineOf(fault.place()));
    }

    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

    private static int lineOf(String place) {
        Matcher matcher = LINE.matcher(place);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
