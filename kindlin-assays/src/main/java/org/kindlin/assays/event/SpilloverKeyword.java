package org.kindlin.assays.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.kindlin.fault.Findings;

/**
 * Spillover as files carry it: {@code $SPILLOVER} (FCS 3.1), {@code SPILL} (its forerunner), {@code $COMP} (FCS 3.0), each
 * the order n, n parameter names, and n x n numbers row by row. What cannot be understood is told, and never keeps the
 * events from being read.
 */
public final class SpilloverKeyword {
    private static final List<String> NAMES =
            List.of("$SPILLOVER", "SPILL", "SPILLOVER", "$SPILL", "$COMP", "COMP", "$COMPENSATION");

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");

    private SpilloverKeyword() {}

    /** The matrix of the first keyword that holds one; empty where none does. */
    public static Optional<Spillover> of(FcsDataSet set, Findings findings) {
        for (String name : NAMES) {
            Optional<String> text = set.keywords().find(name);
            Optional<Spillover> matrix = text.flatMap(value -> parse(value, set));
            if (matrix.isPresent()) {
                Optional<Spillover> usable = usable(matrix.get(), name, text.orElseThrow(), findings);
                if (usable.isPresent()) {
                    return usable;
                }
                continue;
            }
            text.ifPresent(value -> findings.repaired(
                    "spillover",
                    name,
                    "'" + shortened(value) + "' is no spillover matrix of parameters of this file",
                    "read without it"));
        }
        return Optional.empty();
    }

    /** Without separators that nothing follows. */
    private static String withoutEnd(String text, String separator) {
        String list = text.strip();
        while (list.endsWith(separator)) {
            list = list.substring(0, list.length() - 1).strip();
        }
        return list;
    }

    /** The matrix if it can be used; numbers in percent are made fractions. */
    private static Optional<Spillover> usable(Spillover matrix, String name, String value, Findings findings) {
        if (!matrix.isRegular()) {
            findings.repaired(
                    "spillover",
                    name,
                    "'" + shortened(value) + "' has no inverse: its rows depend on each other",
                    "read without it");
            return Optional.empty();
        }
        if (!matrix.isPercent()) {
            return Optional.of(matrix);
        }
        findings.repaired("spillover", name, "100 along the diagonal", "read as percent");
        return Optional.of(matrix.ofPercent());
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }

    static Optional<Spillover> parse(String text, FcsDataSet set) {
        String separator = text.indexOf(';') >= 0 ? ";" : ",";
        List<String> parts = Arrays.stream(withoutEnd(text, separator).split(separator, -1))
                .map(part -> separator.equals(";") ? part.strip().replace(',', '.') : part.strip())
                .toList();
        OptionalDouble stated = Keywords.parse(parts.getFirst());
        if (stated.isEmpty()
                || !(stated.getAsDouble() >= 1)
                || stated.getAsDouble() > set.parameters().size()) {
            return Optional.empty();
        }
        int order = (int) stated.getAsDouble();
        if (parts.size() == 1 + order * order) {
            return unnamed(set, order).flatMap(names -> matrix(names, parts.subList(1, parts.size())));
        }
        if (parts.size() <= order) {
            return Optional.empty();
        }
        List<String> numbers = parts.subList(1 + order, parts.size());
        Optional<List<String>> names = resolved(parts.subList(1, 1 + order), set);
        if (numbers.size() == 2 * order * order) {
            return names.flatMap(detectors -> decimalCommas(detectors, numbers));
        }
        return names.flatMap(detectors -> matrix(detectors, numbers));
    }

    /** {@code $COMP} without names: the fluorescence parameters, or all, whichever are so many. */
    private static Optional<List<String>> unnamed(FcsDataSet set, int order) {
        List<String> all = set.parameters().stream().map(FcsParameter::name).toList();
        List<String> dyes =
                all.stream().filter(name -> !FcsParameter.showsNoDye(name)).toList();
        return dyes.size() == order ? Optional.of(dyes) : all.size() == order ? Optional.of(all) : Optional.empty();
    }

    private static Optional<Spillover> matrix(List<String> names, List<String> numbers) {
        int order = names.size();
        if (numbers.size() != order * order || new HashSet<>(names).size() != order) {
            return Optional.empty();
        }
        double[][] matrix = new double[order][order];
        for (int i = 0; i < numbers.size(); i++) {
            OptionalDouble number = Keywords.parse(numbers.get(i));
            if (number.isEmpty()) {
                return Optional.empty();
            }
            matrix[i / order][i % order] = number.getAsDouble();
        }
        return Optional.of(new Spillover(names, matrix));
    }

    /** Numbers written with decimal commas fall apart in two; they are believed where the diagonal then is 1. */
    private static Optional<Spillover> decimalCommas(List<String> names, List<String> halves) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < halves.size(); i += 2) {
            if (!DIGITS.matcher(halves.get(i)).matches()
                    || !DIGITS.matcher(halves.get(i + 1)).matches()) {
                return Optional.empty();
            }
            numbers.add(halves.get(i) + "." + halves.get(i + 1));
        }
        return matrix(names, numbers).filter(spillover -> {
            boolean unit = true;
            for (int i = 0; i < names.size(); i++) {
                unit &= spillover.matrix()[i][i] == 1;
            }
            return unit;
        });
    }

    private static Optional<List<String>> resolved(List<String> names, FcsDataSet set) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            DetectorName.resolve(name, set).ifPresent(found::add);
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }
}
