package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.result.DataPoint;

/**
 * Curves that share a graph: one experiment, one target, the same units; a curve for each compound.
 *
 * @param experiment name of the experiment
 * @param common what the subjects have in common, such as the target
 * @param doseUnit may be empty
 * @param responseUnit may be empty
 * @param curves points by what tells the curves apart, in order of first appearance
 */
record CurveFamily(
        String experiment,
        String common,
        String doseUnit,
        String responseUnit,
        boolean simulated,
        Map<String, List<DataPoint>> curves) {

    /** Every family of an analysis: its sample points that have a dose and a response. */
    static List<CurveFamily> of(ExportedAnalysis analysis) {
        Map<List<String>, CurveFamily> families = new LinkedHashMap<>();
        for (DataPoint point : analysis.data()) {
            if (point.role().equals("sample")
                    && point.dose().number() != null
                    && point.response().number() != null) {
                Map<String, String> subject = new LinkedHashMap<>(point.subject());
                String curve = splitOff(subject);
                String common = String.join(", ", subject.values());
                CurveFamily family = families.computeIfAbsent(
                        List.of(common, point.dose().unit(), point.response().unit()),
                        _ -> new CurveFamily(
                                analysis.experiment(),
                                common,
                                point.dose().unit(),
                                point.response().unit(),
                                analysis.document().simulated(),
                                new LinkedHashMap<>()));
                family.curves().computeIfAbsent(curve, _ -> new ArrayList<>()).add(point);
            }
        }
        return List.copyOf(families.values());
    }

    /** The compound and its form, or else the last key of the subject, taken out of it. */
    private static String splitOff(Map<String, String> subject) {
        if (subject.containsKey("compound")) {
            String compound = Objects.requireNonNullElse(subject.remove("compound"), "");
            String form = subject.remove("form");
            return form == null ? compound : compound + " (" + form + ")";
        }
        List<String> keys = List.copyOf(subject.keySet());
        return keys.isEmpty() ? "data" : Objects.requireNonNullElse(subject.remove(keys.getLast()), "");
    }

    /** Whether every dose has a logarithm. */
    boolean hasLogarithms() {
        return curves.values().stream().flatMap(List::stream).allMatch(point -> number(point.dose()) > 0);
    }

    /** The points of a curve by dose, ascending. */
    static SortedMap<Double, List<DataPoint>> byDose(List<DataPoint> points) {
        SortedMap<Double, List<DataPoint>> doses = new TreeMap<>();
        points.forEach(point -> doses.computeIfAbsent(number(point.dose()), _ -> new ArrayList<>())
                .add(point));
        return doses;
    }

    static double number(DataPoint.Amount amount) {
        return Objects.requireNonNull(amount.number());
    }
}
