package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ScaleBars;
import org.kindlin.numerics.image.HillCount;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Counts cells: what stands out of the fields ({@link FieldObjects}) and is no smaller than cells are in all of them together
 * ({@link SizeClasses}), and {@link HiddenCells} of clumps by their area.
 */
final class CellCounter {
    private static final double SMALL = 0.5; // of that radius

    private CellCounter() {}

    /**
     * The cells of a field.
     *
     * @param tops middles of those that show a hill of their own
     * @param hidden number of those that only the area of their clump tells
     * @param smaller number of things too small for cells
     * @param isEmpty whether nothing stands out at all
     */
    record Cells(List<HillCount.Top> tops, int hidden, int smaller, boolean isEmpty) {
        int number() {
            return tops.size() + hidden;
        }
    }

    /**
     * The cells of all fields.
     *
     * @param classes what separates cells from smaller things
     * @param isDark whether dark stain shows them
     * @param contrary fields that lean the other way
     * @param withBars fields from which a drawn scale bar was taken
     */
    record Counted(
            List<Cells> fields, SizeClasses classes, boolean isDark, List<String> contrary, List<String> withBars) {}

    static Counted count(List<TranswellData.Field> fields, TranswellProtocol protocol) {
        List<Optional<ImagePlane>> cleaned =
                fields.stream().map(field -> ScaleBars.removed(field.plane())).toList();
        List<ImagePlane> planes = IntStream.range(0, fields.size())
                .mapToObj(i -> cleaned.get(i).orElse(fields.get(i).plane()))
                .toList();
        Lean lean = Lean.of(planes);
        boolean isDark = switch (protocol.stain()) {
            case CRYSTAL_VIOLET -> true;
            case NUCLEI -> false;
            case AUTO -> lean.isDark();
        };
        List<FieldObjects> found = planes.stream()
                .map(plane -> FieldObjects.of(FlatField.of(plane, isDark)))
                .toList();
        SizeClasses classes = SizeClasses.of(found.stream()
                .flatMap(field -> field.things().stream().filter(thing -> !field.isCut()[thing.part()]))
                .mapToDouble(FieldObjects.Thing::size)
                .toArray());
        double radius = typicalRadius(found.stream()
                .flatMap(field -> field.things().stream())
                .filter(thing -> thing.size() >= classes.limit())
                .toList());
        double least = protocol.leastArea() * Math.PI * radius * radius;
        List<String> contrary = names(fields, i -> protocol.stain() == Stain.AUTO && lean.isContrary(i));
        List<String> withBars = names(fields, i -> cleaned.get(i).isPresent());
        return new Counted(
                found.stream().map(field -> cells(field, classes, least)).toList(),
                classes,
                isDark,
                contrary,
                withBars);
    }

    private static List<String> names(List<TranswellData.Field> fields, IntPredicate chosen) {
        return IntStream.range(0, fields.size())
                .filter(chosen)
                .mapToObj(i -> fields.get(i).name())
                .toList();
    }

    /** The median radius of cells, things far smaller than makes up most of them left out. */
    private static double typicalRadius(List<FieldObjects.Thing> cells) {
        double most = FieldObjects.typicalRadius(cells);
        return cells.isEmpty()
                ? 0
                : Descriptive.median(cells.stream()
                        .mapToDouble(FieldObjects.Thing::radius)
                        .filter(radius -> radius > SMALL * most)
                        .toArray());
    }

    /** @param least pixels of a part that counts */
    private static Cells cells(FieldObjects field, SizeClasses classes, double least) {
        int parts = field.areas().length;
        double[] areas = Arrays.stream(field.areas()).asDoubleStream().toArray();
        List<FieldObjects.Thing> cells = new ArrayList<>();
        for (FieldObjects.Thing thing : field.things()) {
            if (thing.size() >= classes.limit()) {
                cells.add(thing);
            } else {
                areas[thing.part()] -= thing.area();
            }
        }
        List<FieldObjects.Thing> counted =
                cells.stream().filter(cell -> areas[cell.part()] >= least).toList();
        int[] hills = new int[parts];
        counted.forEach(cell -> hills[cell.part()]++);
        return new Cells(
                counted.stream().map(FieldObjects.Thing::top).toList(),
                HiddenCells.count(areas, hills, field.isCut()),
                field.things().size() - cells.size(),
                field.things().isEmpty());
    }
}
