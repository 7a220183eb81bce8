package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/**
 * 39 files of some twenty instruments. Expected: number of events and parameters, the sum of raw values, and a hash of all
 * of them row by row in double precision, as FlowIO, fcsparser, flowCore and the Bioconductor reader agree; where they
 * do not, the column {@code resolution} says who is right (shared/reference/cytometry/fcs_zoo/expected.csv).
 */
class FcsZooTest {
    /** The list notes that these two are damaged: no reader gets events from them. */
    private static final Set<String> DAMAGED =
            Set.of("fcsparser/corrupted_corrupted.fcs", "fcsparser/cytek-nl-2000_sample_header.fcs");

    @TestFactory
    List<DynamicTest> everyFileReadsToTheExpectedEvents() {
        return CytometryReference.table("fcs_zoo/expected.csv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> compare(row)))
                .toList();
    }

    private static void compare(NamedCsvRecord row) throws Exception {
        String name = row.getField("file");
        Findings findings = new Findings(name, ReadingMode.LENIENT);
        List<FcsDataSet> sets = FcsReader.read(CytometryReference.bytes("fcs_zoo/" + name), findings);
        if (DAMAGED.contains(name)) {
            assertThat(sets).isEmpty();
            assertThat(findings.faults().all()).hasSize(1);
            return;
        }
        assertThat(findings.faults().all()).isEmpty();
        FcsDataSet set = sets.getFirst();
        assertThat(set.events()).isEqualTo(Integer.parseInt(row.getField("events")));
        if (!row.getField("params").isEmpty()) {
            assertThat(set.parameters()).hasSize(Integer.parseInt(row.getField("params")));
        }
        List<double[]> columns =
                set.parameters().stream().map(p -> set.raw(p).toArray()).toList();
        double expected = expectedSum(row);
        assertThat(sum(columns)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        String hash = row.getField("flowio_sha256_16_of_float64_row_major");
        if (!hash.isEmpty()) {
            assertThat(hash(columns, set.events())).isEqualTo(hash);
        }
    }

    /**
     * One file states 10 bits and stores 16. The only reader that has a sum for it, fcsparser, reads bytes instead: its sum is
     * that of the first 4 x 27072 bytes. The file's second data set holds the same events at 20 bits, and says who is right.
     */
    private static final String TEN_BITS_IN_SIXTEEN = "cytoflow/Beckman Coulter - Cytomics FC500.LMD";

    @Test
    void tenBitsStoredInSixteenAreTheUpperBitsOfTheSecondDataSet() {
        Findings findings = new Findings("lmd", ReadingMode.LENIENT);
        List<FcsDataSet> sets = FcsReader.read(CytometryReference.bytes("fcs_zoo/" + TEN_BITS_IN_SIXTEEN), findings);

        for (int scatter : List.of(0, 1)) {
            double[] ten =
                    sets.get(0).raw(sets.get(0).parameters().get(scatter)).toArray();
            double[] twenty =
                    sets.get(1).raw(sets.get(1).parameters().get(scatter)).toArray();
            assertThat(ten)
                    .hasSize(27072)
                    .containsExactly(
                            Arrays.stream(twenty).map(v -> Math.floor(v / 1024)).toArray());
        }
        assertThat(findings.warnings()).anyMatch(finding -> finding.code().equals("parameter-bits"));
    }

    private static double expectedSum(NamedCsvRecord row) {
        if (row.getField("file").equals(TEN_BITS_IN_SIXTEEN)) {
            return 50_094_207;
        }
        for (String reader : List.of("flowio_sum", "fcsparser_sum", "flowCore_sum")) {
            if (!row.getField(reader).isEmpty()) {
                return Double.parseDouble(row.getField(reader));
            }
        }
        throw new AssertionError("no reader has a sum for " + row.getField("file"));
    }

    private static double sum(List<double[]> columns) {
        double sum = 0;
        for (double[] column : columns) {
            for (double value : column) {
                sum += value;
            }
        }
        return sum;
    }

    private static String hash(List<double[]> columns, int events) throws Exception {
        ByteBuffer rows =
                ByteBuffer.allocate(Double.BYTES * events * columns.size()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events; i++) {
            for (double[] column : columns) {
                rows.putDouble(column[i]);
            }
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(rows.array());
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
