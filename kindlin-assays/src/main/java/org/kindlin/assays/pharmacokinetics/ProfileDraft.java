package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.fault.Faults;

/** A profile while its rows are read. */
final class ProfileDraft {
    private final Map<String, String> subject;
    private final Map<String, String> group;
    private final ExposureUnits units;
    private final List<Sample> samples = new ArrayList<>();
    private OptionalDouble dose = OptionalDouble.empty();
    private OptionalDouble weight = OptionalDouble.empty();

    ProfileDraft(Map<String, String> subject, Map<String, String> group, ExposureUnits units) {
        this.subject = subject;
        this.group = group;
        this.units = units;
    }

    Map<String, String> subject() {
        return subject;
    }

    ExposureUnits units() {
        return units;
    }

    OptionalDouble dose() {
        return dose;
    }

    OptionalDouble weight() {
        return weight;
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    /** The dose of a row; observation rows of dosing tables say 0 or nothing. */
    void dose(TidyColumn column, TextRow row, Faults faults) {
        if (NumberText.isMissing(column.text(row))) {
            return;
        }
        OptionalDouble found = column.nonNegative(row, faults);
        if (found.isPresent() && found.getAsDouble() > 0) {
            if (dose.isPresent() && dose.getAsDouble() != found.getAsDouble()) {
                column.fault(
                        row,
                        "a second dose in one profile: " + column.text(row),
                        "analyse one dosing interval at a time, or name profiles with by=",
                        faults);
            }
            dose = found;
        }
    }

    /** Whether a row without a concentration is there to say the dose. */
    boolean isDoseRow(Optional<TidyColumn> column, TextRow row) {
        return column.isPresent()
                && dose.isPresent()
                && NumberText.parse(column.get().text(row), column.get().decimalMark())
                        instanceof NumberText.Parsed(double amount)
                && amount > 0;
    }

    void weight(TidyColumn column, TextRow row, Faults faults) {
        if (NumberText.isMissing(column.text(row))) {
            return;
        }
        OptionalDouble found = column.nonNegative(row, faults);
        if (found.isPresent() && found.getAsDouble() == 0) {
            column.fault(row, "a body weight of 0", "give it in kg", faults);
        } else if (found.isPresent() && weight.isEmpty()) {
            weight = found; // the weight at the first sample, where it changes
        }
    }

    Profile profile(DoseRule doses, PharmacokineticsProtocol protocol, Faults faults) {
        samples.sort(Comparator.comparingDouble(Sample::time));
        List<Sample> used = protocol.samples().sameTime() == SameTime.MEAN ? means() : samples;
        if (protocol.samples().sameTime() == SameTime.FAULT) {
            repeated(faults);
        }
        return new Profile(subject, group, used, doses.dose(this), doses.units(this));
    }

    private void repeated(Faults faults) {
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).time() == samples.get(i - 1).time()) {
                faults.add(
                        samples.get(i).file(),
                        samples.get(i).place(),
                        "a second sample at one time of one profile",
                        "name what tells profiles apart with by=COLUMN, or state sameTime=mean");
            }
        }
    }

    /** One sample per time: the mean, samples below the limit counting as zero; below it where all are. */
    private List<Sample> means() {
        Map<Double, List<Sample>> byTime = new TreeMap<>();
        samples.forEach(sample ->
                byTime.computeIfAbsent(sample.time(), _ -> new ArrayList<>()).add(sample));
        return byTime.values().stream().map(ProfileDraft::mean).toList();
    }

    private static Sample mean(List<Sample> samples) {
        Sample first = samples.getFirst();
        boolean below = samples.stream().allMatch(Sample::isBelowLimit);
        double mean = samples.stream().mapToDouble(Sample::concentration).sum() / samples.size();
        return new Sample(
                first.time(), mean, below, below ? first.limit() : OptionalDouble.empty(), first.file(), first.place());
    }
}
