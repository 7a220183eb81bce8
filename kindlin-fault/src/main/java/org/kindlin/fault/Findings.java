package org.kindlin.fault;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.fault.Finding.Severity;

/**
 * Collects what a reader finds in one file, and makes of each deviation what the {@link ReadingMode} asks: a fault where
 * reading is strict, a repair that is told where it is lenient. Not thread-safe: one collector belongs to one reading.
 */
public final class Findings {
    private final String file;
    private final ReadingMode mode;
    private final Faults faults = new Faults();
    private final Set<Finding> others = new LinkedHashSet<>();

    public Findings(String file, ReadingMode mode) {
        this.file = file;
        this.mode = mode;
    }

    /** What cannot be read, in whatever mode. */
    public void fault(String place, String problem, String remedy) {
        faults.add(file, place, problem, remedy);
    }

    /**
     * A deviation with one meaning only.
     *
     * @param code short name of its kind
     * @param repair how it is read
     */
    public void repaired(String code, String place, String problem, String repair) {
        if (mode == ReadingMode.STRICT) {
            faults.add(file, place, problem, "mend it, or read leniently: " + repair);
        } else {
            add(new Finding(Severity.REPAIRED, code, place, problem, repair));
        }
    }

    /** Something worth knowing that is no deviation. */
    public void note(String code, String message) {
        add(new Finding(Severity.NOTE, code, "", message, ""));
    }

    private void add(Finding finding) {
        if (others.size() < Faults.MOST) {
            others.add(finding);
        }
    }

    /** A collector for a part of the same file that can be left out. */
    public Findings ofPart() {
        return new Findings(file, mode);
    }

    /** Takes over what was found in a part. */
    public void addAll(Findings part) {
        part.faults.all().forEach(faults::add);
        part.others.forEach(this::add);
    }

    /** The collector of faults, for code that knows no other findings. */
    public Faults faults() {
        return faults;
    }

    /** Repairs and notes, in the order found. */
    public List<Finding> warnings() {
        return List.copyOf(others);
    }

    /** Everything: faults first, then repairs and notes, each in the order found. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        Faults.told(faults.all())
                .forEach(fault ->
                        all.add(new Finding(Severity.FAULT, "fault", fault.place(), fault.problem(), fault.remedy())));
        all.addAll(others);
        return all;
    }
}
