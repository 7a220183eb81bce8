package org.kindlin.assays.blot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

/** Whether what a layout names is there: pictures, lanes, rows of pixels; and whether all that is there is named. */
final class LayoutCheck {
    private LayoutCheck() {}

    /** A fault for every picture that rows of a layout name and that is not among its files. */
    static void pictures(List<LayoutRow> rows, List<BlotData.Picture> pictures, Faults faults) {
        String there = pictures.stream().map(BlotData.Picture::name).distinct().collect(Collectors.joining(", "));
        Set<LayoutRow> used = new HashSet<>();
        pictures.forEach(picture -> used.addAll(picture.rows()));
        Set<String> told = new HashSet<>();
        for (LayoutRow row : rows) {
            if (!used.contains(row) && told.add(row.use().image())) {
                faults.add(row.fault(
                        "there is no picture '" + row.use().image() + "'",
                        "the pictures are: " + there + "; give its file too, or leave its rows out"));
            }
        }
    }

    /** Faults of the rows of one picture that need no look at its lanes. */
    static void rows(BlotData.Picture picture, OptionalInt lanes, Faults faults) {
        Map<List<Object>, LayoutRow> before = new HashMap<>();
        for (LayoutRow row : picture.rows()) {
            LaneUse use = row.use();
            LayoutRow other = before.putIfAbsent(List.of(use.lane(), use.target()), row);
            if (other != null) {
                faults.add(row.fault(
                        "lane " + use.lane() + " of " + picture.name()
                                + (use.target().isEmpty() ? "" : ", " + use.target() + ",") + " stands in "
                                + other.place() + " too",
                        "leave one of them out; several bands of a lane differ in target"));
            }
            if (lanes.isPresent() && use.lane() > lanes.getAsInt()) {
                faults.add(row.fault(
                        "lane " + use.lane() + " is beyond the number of lanes, stated as " + lanes.getAsInt(),
                        "correct the row, or lanes"));
            }
            if (use.row().isEmpty() && use.weight().isEmpty() && hasOthers(picture, use)) {
                faults.add(row.fault(
                        "lane " + use.lane() + " of " + picture.name()
                                + " holds several targets, and nothing says which" + " band is " + use.target(),
                        "give each its row or its weight"));
            }
            int height = picture.plane().height();
            if (use.row().isPresent()
                    && (use.row().getAsDouble() < 0 || use.row().getAsDouble() >= height)) {
                faults.add(row.fault(
                        "row " + use.row().getAsDouble() + " lies beyond " + picture.name() + ", which has " + height
                                + " rows",
                        "rows count from 0 at the top of the picture, or of the region"));
            }
        }
    }

    /** A fault where nothing is the loading control that is asked for. */
    static void loadingControl(List<BlotData.Picture> pictures, Optional<String> control, Faults faults) {
        Set<String> targets = pictures.stream()
                .flatMap(picture -> picture.uses().stream().map(use -> TargetBands.target(picture, use)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<LayoutRow> first =
                pictures.stream().flatMap(picture -> picture.rows().stream()).findFirst();
        if (control.isPresent()
                && first.isPresent()
                && targets.stream().noneMatch(target -> LaneRatios.isSame(target, control.get()))) {
            faults.add(
                    first.get().file(),
                    "",
                    "no row has the loading control '" + control.get() + "' for its target",
                    "the targets are: " + String.join(", ", targets));
        }
    }

    private static boolean hasOthers(BlotData.Picture picture, LaneUse use) {
        return picture.uses().stream()
                .anyMatch(other -> other.lane() == use.lane() && !other.target().equals(use.target()));
    }

    /** The fault of a layout that names more lanes than a picture shows or has room for. */
    static Optional<Fault> lanes(BlotData.Picture picture, Gel gel) {
        int found = gel.lanes().size();
        return found == 0
                ? Optional.empty()
                : picture.rows().stream()
                        .filter(row -> row.use().lane() > found)
                        .findFirst()
                        .map(row -> row.fault(
                                "lane " + row.use().lane() + " is not there: " + found
                                        + (found == 1 ? " lane was" : " lanes were") + " found in " + picture.name()
                                        + ", where the layout counts " + LayoutRow.lanes(picture.rows()),
                                "name no lane that the picture does not hold, give lanes that show nothing the role"
                                        + " empty, or state a region in which the lanes stand from side to side"));
    }

    /** Lanes that were found and that no row names. */
    static Optional<Warning> unnamed(BlotData.Picture picture, Gel gel) {
        Set<Integer> unnamed = new TreeSet<>();
        gel.lanes().forEach(lane -> unnamed.add(lane.lane().number()));
        picture.rows().forEach(row -> unnamed.remove(row.use().lane()));
        if (picture.rows().isEmpty() || unnamed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "not-in-layout",
                (unnamed.size() == 1 ? "lane " : "lanes ")
                        + unnamed.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " of "
                        + picture.name() + (unnamed.size() == 1 ? " was" : " were")
                        + " found, and the layout does not name " + (unnamed.size() == 1 ? "it" : "them")
                        + ": counted from the left, one that is left out moves the numbers of all after it; name a"
                        + " ladder or a spare lane by its role"));
    }
}
