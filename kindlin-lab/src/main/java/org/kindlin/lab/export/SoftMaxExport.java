package org.kindlin.lab.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;

/** Text of SoftMax Pro: a note, then a block in plate format for each plate and detection, wavelengths side by side. */
record SoftMaxExport() implements ExportFormat {
    private static final String SATURATED = "#Sat";
    private static final String END = "~End";

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public Holds holds() {
        return Holds.SERIES;
    }

    @Override
    public byte[] write(ReaderRun run) {
        Rows plates = new Rows();
        int blocks = 1;
        for (Plate plate : run.plates()) {
            for (List<Measurement> section : sections(plate)) {
                block(plates, plate, section);
                blocks++;
            }
        }
        return new Rows()
                .line("##BLOCKS= " + blocks)
                .line("Note:")
                .line(run.mark())
                .line(END)
                .all(plates)
                .line("Original Filename: " + run.test())
                .tabs();
    }

    /** What one plate section can hold: reads of one detection, all of them once or all over time. */
    private static List<List<Measurement>> sections(Plate plate) {
        Map<String, List<Measurement>> sections = new LinkedHashMap<>();
        Measurement.of(plate)
                .forEach(measurement -> sections.computeIfAbsent(
                                measurement.mode() + " " + measurement.isKinetic(), _ -> new ArrayList<>())
                        .add(measurement));
        return List.copyOf(sections.values());
    }

    private static void block(Rows rows, Plate plate, List<Measurement> section) {
        rows.line(header(plate, section).toArray(String[]::new));
        PlateFormat format = plate.format();
        List<Cell> titles = new ArrayList<>(List.of(Cell.EMPTY, Cell.of("Temperature(\u00b0C)")));
        for (int i = 0; i < section.size(); i++) {
            titles = Rows.numbered(i == 0 ? titles : withGap(titles), format.columns());
        }
        rows.line(titles);
        for (int point = 0; point < section.getFirst().points().size(); point++) {
            String time = section.getFirst().isKinetic()
                    ? Clock.hours(
                            Measurement.seconds(section.getFirst().points().get(point)))
                    : "";
            for (int row = 0; row < format.rows(); row++) {
                List<Cell> cells = List.of(row == 0 ? Cell.of(time) : Cell.EMPTY, Cell.EMPTY);
                for (int i = 0; i < section.size(); i++) {
                    cells = Rows.plateRow(
                            i == 0 ? cells : withGap(cells),
                            format,
                            row,
                            section.get(i).points().get(point),
                            SATURATED);
                }
                rows.line(cells);
            }
            rows.blank();
        }
        rows.line(END);
    }

    private static List<Cell> withGap(List<Cell> cells) {
        List<Cell> wider = new ArrayList<>(cells);
        wider.add(Cell.EMPTY);
        return wider;
    }

    /** The cells of the block's first line; for absorbance it is shorter. */
    private static List<String> header(Plate plate, List<Measurement> section) {
        Measurement first = section.getFirst();
        PlateFormat format = plate.format();
        boolean isAbsorbance = first.mode() == DetectionMode.ABSORBANCE;
        List<String> cells = new ArrayList<>(List.of(
                "Plate:", plate.identifier(), "1.3", "PlateFormat", first.isKinetic() ? "Kinetic" : "Endpoint"));
        cells.addAll(isAbsorbance ? List.of(first.title(), "Raw") : List.of(first.title(), "FALSE", "Raw"));
        int points = first.points().size();
        double span = Measurement.seconds(first.points().getLast()) - Measurement.seconds(first.first());
        cells.addAll(List.of(
                "FALSE",
                Integer.toString(points),
                first.isKinetic() ? Long.toString(Math.round(span)) : "",
                first.isKinetic() && points > 1 ? Long.toString(Math.round(span / (points - 1))) : "",
                "",
                "",
                "",
                Integer.toString(section.size()),
                wavelengths(section, Measurement::detection),
                "1",
                Integer.toString(format.columns()),
                Integer.toString(format.size())));
        if (!isAbsorbance) {
            cells.addAll(
                    List.of(wavelengths(section, Measurement::excitation), "Automatic", "", "", "", "6", "Medium"));
            cells.addAll(List.of("", ""));
        }
        cells.addAll(List.of("1", Integer.toString(format.rows())));
        return cells;
    }

    private interface Wavelength {
        String of(Measurement measurement);
    }

    /** {@code 570 630 }; {@code All } without a wavelength. */
    private static String wavelengths(List<Measurement> section, Wavelength wavelength) {
        return section.stream()
                .map(wavelength::of)
                .map(text -> (text.isEmpty() ? "All" : text) + " ")
                .collect(Collectors.joining());
    }
}
