package org.kindlin.assays.growth;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;
import org.kindlin.fault.Faults;

/** Sizes that can only be in another unit than their neighbours, or than a header without a unit suggests. */
final class UnitCheck {
    private static final double SMALL_LENGTH = 3;
    private static final double SMALL_VOLUME = 8;
    private static final double LENGTH_JUMP = 6;
    private static final double VOLUME_JUMP = 200;
    /** A first or last reading has one neighbour only; it must be beyond what calipers find, mm or mm3. */
    private static final double SMALLEST = 1;

    private static final double LONGEST = 50;
    private static final double LARGEST = 50_000;

    private final GrowthProtocol.Reading protocol;
    private final Faults faults;

    UnitCheck(GrowthProtocol.Reading protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    void check(Map<String, List<MeasuredRow>> byAnimal, Map<MeasuredRow, Double> days) {
        for (List<MeasuredRow> rows : byAnimal.values()) {
            List<MeasuredRow> ordered = rows.stream()
                    .filter(days::containsKey)
                    .sorted(Comparator.comparingDouble(row -> days.getOrDefault(row, 0.0)))
                    .toList();
            jumps(ordered.stream().filter(row -> row.length().orElse(0) > 0).toList(), true);
            jumps(
                    ordered.stream()
                            .filter(row ->
                                    row.length().isEmpty() && row.volume().orElse(0) > 0)
                            .toList(),
                    false);
        }
        whole(byAnimal);
    }

    private static double size(MeasuredRow row, boolean lengths) {
        return (lengths ? row.length() : row.volume()).orElseThrow();
    }

    /** A reading far from both its neighbours by about the ratio of two units. */
    private void jumps(List<MeasuredRow> rows, boolean lengths) {
        double jump = lengths ? LENGTH_JUMP : VOLUME_JUMP;
        for (int i = 0; i < rows.size(); i++) {
            MeasuredRow row = rows.get(i);
            double size = size(row, lengths);
            OptionalDouble before = i > 0 ? OptionalDouble.of(size(rows.get(i - 1), lengths)) : OptionalDouble.empty();
            OptionalDouble after =
                    i + 1 < rows.size() ? OptionalDouble.of(size(rows.get(i + 1), lengths)) : OptionalDouble.empty();
            if (before.isEmpty() && after.isEmpty()) {
                continue;
            }
            boolean isEnd = before.isEmpty() || after.isEmpty();
            double least = Math.min(before.orElse(Double.MAX_VALUE), after.orElse(Double.MAX_VALUE));
            double most = Math.max(before.orElse(0), after.orElse(0));
            boolean tooSmall = least / size > jump && (!isEnd || size < SMALLEST);
            boolean tooLarge = size / most > jump && (!isEnd || size > (lengths ? LONGEST : LARGEST));
            if (tooSmall || tooLarge) {
                faults.add(
                        row.file(),
                        row.place(),
                        (lengths ? "length " : "volume ") + text(size) + " of animal " + row.animal()
                                + stands(before, after),
                        lengths
                                ? "are units mixed? give all in mm, or write the unit beside the number: 1.2 cm"
                                : "are units mixed? give all in mm3, or write the unit beside the number: 0.3 cm3");
            }
        }
    }

    private static String stands(OptionalDouble before, OptionalDouble after) {
        if (before.isPresent() && after.isPresent()) {
            return " stands between " + text(before.getAsDouble()) + " and " + text(after.getAsDouble());
        }
        return before.isPresent()
                ? " stands after " + text(before.getAsDouble())
                : " stands before " + text(after.orElseThrow());
    }

    private static String text(double size) {
        return Prose.number(size);
    }

    /** A whole study of tumours too small to be in millimetres, or too large to be on a rodent. */
    private void whole(Map<String, List<MeasuredRow>> byAnimal) {
        List<MeasuredRow> all = byAnimal.values().stream().flatMap(List::stream).toList();
        double longest = all.stream()
                .filter(row -> row.length().isPresent())
                .mapToDouble(row -> row.length().getAsDouble())
                .max()
                .orElse(Double.NaN);
        double largest = all.stream()
                .filter(row -> row.volume().isPresent() && row.length().isEmpty())
                .mapToDouble(row -> row.volume().getAsDouble())
                .max()
                .orElse(Double.NaN);
        Optional<String> path = all.stream().map(MeasuredRow::file).findFirst();
        double smallest = all.stream()
                .filter(row -> row.length().orElse(0) > 0)
                .mapToDouble(row -> row.length().getAsDouble())
                .min()
                .orElse(Double.NaN);
        double least = all.stream()
                .filter(row -> row.volume().orElse(0) > 0 && row.length().isEmpty())
                .mapToDouble(row -> row.volume().getAsDouble())
                .min()
                .orElse(Double.NaN);
        if (smallest > LONGEST && protocol.lengthUnit().isEmpty()) {
            faults.add(
                    path.orElse(""),
                    "",
                    "no diameter is below " + text(smallest) + " mm, more than an animal can carry",
                    "correct the unit in the header, or state lengthUnit");
        }
        if (least > LARGEST && protocol.volumeUnit().isEmpty()) {
            faults.add(
                    path.orElse(""),
                    "",
                    "no volume is below " + text(least) + " mm3, more than an animal can carry",
                    "correct the unit in the header, or state volumeUnit");
        }
        if (longest > 0 && longest < SMALL_LENGTH && protocol.lengthUnit().isEmpty()) {
            faults.add(
                    path.orElse(""),
                    "",
                    "no diameter is above " + text(longest) + ": these look like centimetres",
                    "state lengthUnit=cm or lengthUnit=mm");
        }
        if (largest > 0 && largest < SMALL_VOLUME && protocol.volumeUnit().isEmpty()) {
            faults.add(
                    path.orElse(""),
                    "",
                    "no volume is above " + text(largest) + ": these look like cm3",
                    "state volumeUnit=cm3 or volumeUnit=mm3");
        }
    }
}
