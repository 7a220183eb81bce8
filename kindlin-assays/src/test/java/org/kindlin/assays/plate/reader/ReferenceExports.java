package org.kindlin.assays.plate.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.ReadingMode;

/**
 * Real exports with the readings another reader finds in them: test data of Allotropy (Benchling, Inc., MIT licence,
 * beside the files), with its Allotrope Simple Models.
 */
final class ReferenceExports {
    static final String ADP2 = "16-02-29 14-34-46 Transcreener ADP2 FI";
    static final String LUMINESCENCE_1536 = "24-10-16 15-09-52 Luminescence 1536";
    static final String ELISA = "BMG Labtech format";
    static final String ENVISION = "PE_Envision_luminescence_example01";

    private static final Pattern MEASURED = Pattern.compile(
            "\"location identifier\"\\s*:\\s*\"(\\w+)\".*?\"(?:fluorescence|luminescence|absorbance)\"\\s*:\\s*\\{"
                    + "\\s*\"value\"\\s*:\\s*([-+.\\deE]+)",
            Pattern.DOTALL);
    private static final Pattern CALCULATED =
            Pattern.compile("\"calculated result\"\\s*:\\s*\\{\\s*\"value\"\\s*:\\s*([-+.\\deE]+)");

    private ReferenceExports() {}

    static List<RawFile> all() {
        return List.of(
                file(ADP2 + ".csv"),
                file(LUMINESCENCE_1536 + ".csv"),
                file(ELISA + ".CSV"),
                file(ENVISION + ".csv"),
                file("010307_114129_BNCH654563_stdcurve_singleplate01.txt"),
                file("240411_172731_BNCH2345883_abs450_96well_non_numeric_values.txt"),
                file("Kinetic_Analysis_Mean_Slope_and_Standard_Curve_tab.txt"),
                file("Lowry_Protein_Assay_no_results_matrix.txt"),
                file("abs_endpoint_plates.txt"),
                file("group_cols_with_int_sample_names.txt"),
                file("SLA01P01_OD.xlsx"),
                file("smart_control_fluorescence.xlsx"),
                file("skanit_absorbance.xlsx"));
    }

    static RawFile file(String name) {
        try (InputStream stream = Objects.requireNonNull(ReferenceExports.class.getResourceAsStream(name), name)) {
            return new RawFile(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every measured value of the model in its order, by the location it gives. */
    static List<Map.Entry<String, Double>> measured(String name) {
        List<Map.Entry<String, Double>> values = new ArrayList<>();
        Matcher matcher = MEASURED.matcher(json(name));
        while (matcher.find()) {
            values.add(Map.entry(matcher.group(1), Double.valueOf(matcher.group(2))));
        }
        return values;
    }

    /** Every calculated value of the model in its order. */
    static List<Double> calculated(String name) {
        List<Double> values = new ArrayList<>();
        Matcher matcher = CALCULATED.matcher(json(name));
        while (matcher.find()) {
            values.add(Double.valueOf(matcher.group(1)));
        }
        return values;
    }

    /** What reading a file leniently gave. */
    static PlateFileReport report(String name) {
        return PlateReaders.report(file(name), ReadingMode.LENIENT);
    }

    /** The Allotrope Simple Model of a file. */
    static AllotropeModel model(String name) {
        return AllotropeModel.of(json(name.substring(0, name.lastIndexOf('.'))));
    }

    private static String json(String name) {
        try (InputStream stream =
                        Objects.requireNonNull(ReferenceExports.class.getResourceAsStream(name + ".json.gz"), name);
                GZIPInputStream unzipped = new GZIPInputStream(stream)) {
            return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
