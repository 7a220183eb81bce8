package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One animal.
 *
 * @param id as the file names it
 * @param readings by day, one a day
 * @param departure why and when it left; empty where it stayed or nothing is said
 * @param tumourWeight of the excised tumour in mg; none where it was not weighed
 * @param dosing what it was given; empty where nothing is said
 */
public record Animal(
        String id,
        String arm,
        List<Reading> readings,
        Optional<Departure> departure,
        OptionalDouble tumourWeight,
        List<DosingInterval> dosing) {

    public Animal {
        readings = List.copyOf(readings);
        dosing = List.copyOf(dosing);
    }

    /** An animal of whose doses nothing is said. */
    public Animal(
            String id, String arm, List<Reading> readings, Optional<Departure> departure, OptionalDouble tumourWeight) {
        this(id, arm, readings, departure, tumourWeight, List.of());
    }

    /** The same animal with these doses. */
    Animal withDosing(List<DosingInterval> given) {
        return new Animal(id, arm, readings, departure, tumourWeight, given);
    }

    /**
     * An animal's departure from the study.
     *
     * @param day the last day it was on study
     * @param text as the file has it
     */
    public record Departure(double day, DepartureReason reason, String text) {}

    /** Readings with a tumour volume, zero included. */
    List<Reading> volumes() {
        return readings.stream().filter(reading -> reading.volume().isPresent()).toList();
    }

    /** Readings with a measurable tumour. */
    List<Reading> measurable() {
        return readings.stream().filter(Reading::isMeasurable).toList();
    }

    /** Undetectable readings after which no measurable tumour was found again. */
    List<Reading> goneToTheEnd() {
        List<Reading> volumes = volumes();
        List<Reading> gone = new ArrayList<>();
        for (int i = volumes.size() - 1; i >= 0 && volumes.get(i).isUndetectable(); i--) {
            gone.addFirst(volumes.get(i));
        }
        return gone;
    }

    /** Measurable readings and those of a tumour that stayed undetectable: what is known of the course. */
    List<Reading> course() {
        List<Reading> course = new ArrayList<>(measurable());
        course.addAll(goneToTheEnd());
        return course;
    }

    /** The volume at the first reading, where it was measurable. */
    OptionalDouble baseline() {
        List<Reading> volumes = volumes();
        return volumes.isEmpty() || !volumes.getFirst().isMeasurable()
                ? OptionalDouble.empty()
                : volumes.getFirst().volume();
    }

    /** The volume on a day, zero included. */
    OptionalDouble volumeOn(double day) {
        return course().stream()
                .filter(reading -> reading.day() == day)
                .mapToDouble(reading -> reading.volume().orElseThrow())
                .findFirst();
    }
}
