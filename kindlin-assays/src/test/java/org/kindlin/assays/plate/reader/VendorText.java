package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.fault.ReadingMode;

/** Exports written in tests, in the forms that vendors' software gives them. */
final class VendorText {
    static final String GEN5_HEADER = """


            Software Version\t3.12.08



            Experiment File Path:\tC:\\Experiments\\kinetic.xpt
            Protocol File Path:\tC:\\Protocols\\kinetic.prt



            Plate Number\t%s
            Date\t10/10/2022
            Time\t9:10:29 PM
            Reader Type:\tSynergy H1
            Reader Serial Number:\tUnknown
            Reading Type\tReader

            Procedure Details

            Plate Type\t96 WELL PLATE (Use plate lid)
            """;

    static final String SOFTMAX_NOTE = """
            ##BLOCKS= 3
            Note:
            A protocol, with "quotes" and, commas
            "an open quote
            ~End
            """;

    private VendorText() {}

    static PlateFileReport report(String text) {
        return PlateReaders.report(file(text), ReadingMode.LENIENT);
    }

    static RawFile file(String text) {
        return new RawFile("export.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The plates of an export that must be of a format and without faults. */
    static List<Plate> plates(String format, String text) {
        PlateFileReport report = report(text);
        assertThat(report.faults()).isEmpty();
        assertThat(report.format().orElseThrow().name()).isEqualTo(format);
        return report.plates();
    }

    /** Cells with tabs between. */
    static String tabs(Object... cells) {
        return String.join("\t", Arrays.stream(cells).map(Object::toString).toList()) + "\n";
    }
}
