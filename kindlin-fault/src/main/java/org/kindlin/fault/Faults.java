package org.kindlin.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public static final int MOST = 10_000;

    /** Of faults that differ only in their place this many are told; the rest are counted. */
    static final int ALIKE = 10;

    private final List<Fault> faults = new ArrayList<>();

    /** Adds one fault; beyond {@link #MOST} they are dropped. */
    public void add(String file, String place, String problem, String remedy) {
        add(new Fault(file, place, problem, remedy));
    }

    public void add(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
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
            throw new InputFaultException(faults);
        }
    }

    /**
     * The faults as a person should read them: of those that differ in nothing but their place, the first {@link #ALIKE}
     * are told and the rest are counted.
     */
    static List<Fault> told(List<Fault> faults) {
        Map<List<String>, Integer> seen = new LinkedHashMap<>();
        List<Fault> told = new ArrayList<>();
        for (Fault fault : faults) {
            int times = seen.merge(kind(fault), 1, Integer::sum);
            if (times <= ALIKE) {
                told.add(fault);
            }
        }
        for (Fault fault : List.copyOf(told)) {
            int untold = seen.getOrDefault(kind(fault), 0) - ALIKE;
            if (untold > 0) {
                seen.remove(kind(fault));
                told.add(new Fault(fault.file(), "", untold + " more like it: " + fault.problem(), fault.remedy()));
            }
        }
        return told;
    }

    private static List<String> kind(Fault fault) {
        return List.of(fault.file(), fault.problem(), fault.remedy());
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
