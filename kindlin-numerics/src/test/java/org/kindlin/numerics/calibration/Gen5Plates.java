package org.kindlin.numerics.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Standard-curve plates exported by Agilent's Gen5, with the concentrations Gen5 printed: test data of the allotropy project
 * (MIT, licence beside the file), as one tidy table.
 */
final class Gen5Plates {

    /** One well; nominal is NaN for specimens, printed is the text of Gen5's concentration. */
    record Line(String plate, String role, double nominal, double signal, String printed) {
        boolean isStandard() {
            return role.startsWith("STD");
        }
    }

    private Gen5Plates() {}

    static List<Line> plate(String name) {
        try (InputStream in = Gen5Plates.class.getResourceAsStream("gen5_standards_tidy.csv")) {
            if (in == null) {
                throw new IllegalStateException("test resource is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(name))
                    .map(cells -> new Line(
                            cells[0],
                            cells[2],
                            cells[3].equals("nan") ? Double.NaN : Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static double blank(String name) {
        return plate(name).stream()
                .filter(line -> line.role().equals("BLK"))
                .mapToDouble(Line::signal)
                .average()
                .orElse(0);
    }

    /** The standards less the mean blank of the plate, where it has one. */
    static Calibrators standards(String name) {
        List<Line> lines = plate(name).stream().filter(Line::isStandard).toList();
        double blank = blank(name);
        return new Calibrators(
                lines.stream().mapToDouble(Line::nominal).toArray(),
                lines.stream().mapToDouble(line -> line.signal() - blank).toArray());
    }
}
