package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;

/** The names that trackers give the columns of their tables, in the order in which they are looked for. */
record TrackColumns(List<String> names) {
    static final TrackColumns TRACK = of(
            "trackid",
            "track",
            "idoftrack",
            "tid",
            "trajectory",
            "trajectoryid",
            "particle",
            "particleid",
            "cellid",
            "cell",
            "cmsolinkid",
            "trackn",
            "trackno",
            "tracknumber",
            "object",
            "trackobjectslabel",
            "id");
    static final TrackColumns TIME = of(
            "positiont",
            "time",
            "t",
            "timeindex",
            "timepoint",
            "frame",
            "frameid",
            "cmsoframeid",
            "slice",
            "sliceno",
            "slicen",
            "imageplane",
            "metadatatime",
            "metadatat",
            "metadataframe",
            "imagenumber");
    static final TrackColumns X = of(
            "positionx",
            "x",
            "xcoord",
            "posx",
            "centroidx",
            "locationcenterx",
            "cmsoxcoord",
            "cellcol",
            "col",
            "column");
    static final TrackColumns Y =
            of("positiony", "y", "ycoord", "posy", "centroidy", "locationcentery", "cmsoycoord", "cellrow", "row");
    static final TrackColumns Z = of("positionz", "z", "zcoord", "posz", "centroidz", "cmsozcoord");

    /** A unit behind the name: {@code x_um}, {@code t (s)}, {@code Time [min]}, {@code x/um}, {@code x, um}. */
    private static final Pattern WITH_UNIT =
            Pattern.compile("(.+?)[\\s_]*(?:\\(([^)]*)\\)|\\[([^\\]]*)\\]|[/,]\\s*([a-zA-Zµμ]+)|[_ ]([a-zA-Zµμ]+))");
    /** CellProfiler names its tracks after the number of pixels it looked ahead: {@code TrackObjects_Label_50}. */
    private static final Pattern LOOK_AHEAD = Pattern.compile("(trackobjectslabel)[0-9]+");

    TrackColumns {
        names = List.copyOf(names);
    }

    private static TrackColumns of(String... names) {
        return new TrackColumns(List.of(names));
    }

    /**
     * A column and the unit that its name holds.
     *
     * @param unit empty where there is none
     */
    record Found(TidyColumn column, String unit) {
        static Found stated(TidyColumn column) {
            return new Found(column, split(column.name())[1]);
        }
    }

    /** The first column of such a name that will do; the first of such a name where none does. */
    Optional<Found> find(TidyTable table, Predicate<TidyColumn> willDo) {
        List<Found> all = new ArrayList<>();
        for (String name : names) {
            for (TidyColumn column : table.columns()) {
                named(column, name).ifPresent(all::add);
            }
        }
        return all.stream()
                .filter(found -> willDo.test(found.column()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Optional<Found> named(TidyColumn column, String name) {
        if (normal(column.name()).equals(name)) {
            return Optional.of(new Found(column, ""));
        }
        String[] parts = split(column.name());
        boolean isUnit = RawUnits.length(parts[1]).isPresent()
                || RawUnits.time(parts[1]).isPresent()
                || parts[1].matches("(?i)px|pixels?|frames?|\\?m");
        return isUnit && normal(parts[0]).equals(name) ? Optional.of(new Found(column, parts[1])) : Optional.empty();
    }

    private static String[] split(String name) {
        Matcher matcher = WITH_UNIT.matcher(name.strip());
        if (matcher.matches()) {
            for (int group = 2; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    return new String[] {matcher.group(1), matcher.group(group)};
                }
            }
        }
        return new String[] {name, ""};
    }

    /** Lower case without spaces, points, hyphens and the signs for "number". */
    private static String normal(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_.#°º-]+", "");
        Matcher lookAhead = LOOK_AHEAD.matcher(plain);
        return lookAhead.matches() ? lookAhead.group(1) : plain;
    }
}
