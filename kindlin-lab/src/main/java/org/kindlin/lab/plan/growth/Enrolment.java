package org.kindlin.lab.plan.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Who takes part: animals whose tumours lie within the window; of more than are needed those nearest the window's middle on a
 * logarithmic scale.
 *
 * @param left every other animal with the reason
 */
public record Enrolment(List<Candidate> enrolled, List<Left> left) {

    public Enrolment {
        enrolled = List.copyOf(enrolled);
        left = List.copyOf(left);
    }

    /** A candidate that is not enrolled. */
    public record Left(Candidate candidate, String reason) {}

    /** The first {@code needed} of the candidates within the window; fewer where there are fewer. */
    static Enrolment of(List<Candidate> candidates, double low, double high, int needed) {
        double middle = (Math.log(low) + Math.log(high)) / 2;
        List<Candidate> within = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (Candidate one : candidates) {
            if (one.volume() < low || one.volume() > high) {
                left.add(new Left(
                        one,
                        String.format(
                                Locale.ROOT,
                                "%.1f mm3, %s the window",
                                one.volume(),
                                one.volume() < low ? "below" : "above")));
            } else {
                within.add(one);
            }
        }
        within.sort(Comparator.<Candidate>comparingDouble(one -> Math.abs(Math.log(one.volume()) - middle))
                .thenComparing(Candidate::id));
        for (Candidate one : within.subList(Math.min(needed, within.size()), within.size())) {
            left.add(new Left(one, "not needed; farther from the middle of the window"));
        }
        return new Enrolment(within.subList(0, Math.min(needed, within.size())), left);
    }
}
