package org.kindlin.assays.plate.general;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.PlateBuilder;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.plate.format.WellList;
import org.kindlin.assays.plate.format.WellListRead;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** Reads lists of wells of whatever software, where the vendor's own header was left out of the export. */
public final class WellListReader implements PlateReader {
    private static final int SCORE = 40;
    private static final PlateFileFormat FORMAT = new PlateFileFormat(
            "well-list",
            "",
            "a table titled 'Well' with a line for each well and columns of readings (450, Abs, RLU, ...), or 'Well, A1, A2,"
                    + " ...' above lines of readings");
    private static final Pattern WAVELENGTH = Pattern.compile("(?<!\\d)([2-9]\\d\\d|1[01]\\d\\d)(?: ?nm)?(?!\\d)");
    private static final Pattern CALCULATED = Pattern.compile(
            "\\[.*|%.*|.*(?:blank|correct|conc|mean|norm|ratio|percent|inhib|calc|delta|minus|reduc|slope|fit).*");

    @Override
    public PlateFileFormat format() {
        return FORMAT;
    }

    @Override
    public int highestScore() {
        return SCORE;
    }

    @Override
    public int score(PlateSource source) {
        return source.tables().stream().anyMatch(WellListReader::holdsList) ? SCORE : 0;
    }

    private static boolean holdsList(TextTable table) {
        Findings ignored = new Findings(table.file(), ReadingMode.LENIENT);
        for (int index = 0; index < table.rows().size(); index++) {
            if (WellList.at(table, index, ignored).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Plate> read(PlateSource source, Findings findings) {
        return source.tables().stream()
                .flatMap(table -> read(table, findings).stream())
                .toList();
    }

    private static List<Plate> read(TextTable table, Findings findings) {
        Map<String, PlateBuilder> plates = new LinkedHashMap<>();
        int index = 0;
        while (index < table.rows().size()) {
            Optional<WellList> list = WellList.at(table, index, findings);
            list.ifPresent(found -> take(found, table, plates, findings));
            index = list.map(WellList::end).orElse(index + 1);
        }
        List<Plate> built = new ArrayList<>();
        plates.values().forEach(plate -> plate.build().ifPresent(built::add));
        return built;
    }

    private static void take(WellList list, TextTable table, Map<String, PlateBuilder> plates, Findings findings) {
        list.labels((name, well, label) -> plate(plates, table, name).label(well, label));
        for (WellListRead read : list.reads(WellListReader::isRaw, findings)) {
            DetectionMode mode = ReadLabel.mode(read.title());
            boolean calculated = !isRaw(read.title());
            plate(plates, table, read.plate())
                    .add(new PlateRead(
                            read.title(),
                            mode,
                            calculated ? "" : mode.unit(),
                            wavelengths(read),
                            calculated,
                            read.point(),
                            read.readings()));
        }
    }

    private static PlateBuilder plate(Map<String, PlateBuilder> plates, TextTable table, String name) {
        String identifier = name.isEmpty() ? table.sheet() : name;
        return plates.computeIfAbsent(identifier, key -> new PlateBuilder(table.file(), key));
    }

    private static boolean isRaw(String title) {
        return title.length() < 200
                && !CALCULATED.matcher(title.toLowerCase(Locale.ROOT)).matches();
    }

    private static Wavelengths wavelengths(WellListRead read) {
        Double detection = read.detection() == null ? inTitle(read.title()) : read.detection();
        return new Wavelengths(read.excitation(), detection);
    }

    private static @Nullable Double inTitle(String title) {
        Matcher matcher = WAVELENGTH.matcher(title.length() > 60 ? "" : title);
        return matcher.find() ? Double.valueOf(matcher.group(1)) : null;
    }
}
