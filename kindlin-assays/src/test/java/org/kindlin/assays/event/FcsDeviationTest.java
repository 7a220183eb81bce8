package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Finding;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** Files whose keywords and segments disagree, and what of them is read. */
class FcsDeviationTest {
    private final Findings findings = new Findings("f", ReadingMode.LENIENT);

    private List<String> codes() {
        return findings.warnings().stream().map(Finding::code).toList();
    }

    private static FcsText bytesOfThreeEvents() {
        return new FcsText(new byte[] {1, 2, 3, 4, 5, 6}, "$DATATYPE", "I")
                .parameter("A", 8, 256)
                .parameter("B", 8, 256);
    }

    @Test
    void whatFollowsDataIsNoEventWhateverTheTotalSays() {
        byte[] bytes = bytesOfThreeEvents().with("$TOT", "5").bytes(new byte[100]);

        FcsDataSet set = FcsReader.read(bytes, findings).getFirst();

        assertThat(set.raw(set.parameters().getFirst()).toArray()).containsExactly(1, 3, 5);
        assertThat(codes()).containsExactly("total");
    }

    @Test
    void aTotalBeyondDataThatIsCompleteIsRepaired() {
        byte[] bytes = bytesOfThreeEvents().with("$TOT", "5").bytes();

        assertThat(FcsReader.read(bytes, findings).getFirst().events()).isEqualTo(3);
        assertThat(codes()).containsExactly("total");
    }

    @Test
    void eventsBeyondTheTotalAreTold() {
        byte[] bytes = bytesOfThreeEvents().with("$TOT", "2").bytes();

        assertThat(FcsReader.read(bytes, findings).getFirst().events()).isEqualTo(2);
        assertThat(findings.warnings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.problem()).isEqualTo("DATA has room for 3 events; the 2 of $TOT are read"));
    }

    @Test
    void dataCutShortStaysAFault() {
        byte[] bytes = bytesOfThreeEvents().with("$TOT", "3").bytes();

        assertThat(FcsReader.read(Arrays.copyOf(bytes, bytes.length - 2), findings))
                .isEmpty();
        assertThat(findings.faults().all()).hasSize(1);
    }

    @Test
    void floatsBesideIntegersOfOddWidthsAreFloats() {
        int bits = Float.floatToIntBits(-1234.5f);
        long row = 0b1011001101L | 0b100111L << 10 | Integer.toUnsignedLong(bits) << 16;
        byte[] data = ByteBuffer.allocate(8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(row)
                .array();
        byte[] bytes = new FcsText(Arrays.copyOf(data, 6), "$DATATYPE", "I", "$TOT", "1")
                .parameter("A", 10, 1024)
                .parameter("B", 6, 64)
                .parameter("C", 32, 262144)
                .with("$P3DATATYPE", "F")
                .bytes();

        FcsDataSet set = FcsReader.read(bytes, findings).getFirst();

        assertThat(set.parameters().stream().map(p -> set.raw(p).get(0))).containsExactly(717.0, 39.0, -1234.5);
    }

    @Test
    void aSecondDataSetThatCannotBeReadLeavesTheFirst() {
        FcsText first = bytesOfThreeEvents().with("$TOT", "3").with("$NEXTDATA", "1000");
        int length = first.bytes().length;
        byte[] second =
                bytesOfThreeEvents().with("$TOT", "3").with("$MODE", "U").bytes();
        byte[] bytes = first.with("$NEXTDATA", "0" + length).bytes();
        byte[] both = Arrays.copyOf(bytes, bytes.length + second.length);
        System.arraycopy(second, 0, both, bytes.length, second.length);

        List<FcsDataSet> sets = FcsReader.read(both, findings);

        assertThat(sets).hasSize(1);
        assertThat(codes()).containsExactly(FcsReader.UNREAD_SET);
        Findings strict = new Findings("f", ReadingMode.STRICT);
        FcsReader.read(both, strict);
        assertThat(strict.faults().all()).singleElement().asString().contains("data set 2", "mode U");
    }

    /** Three data sets of one, three and two events; the second one's $NEXTDATA counts from where the caller says. */
    private List<Integer> eventsOfThreeSets(boolean isOfFile) {
        FcsText one = bytesOfThreeEvents().with("$TOT", "1").with("$NEXTDATA", "0000");
        FcsText two = bytesOfThreeEvents().with("$TOT", "3").with("$NEXTDATA", "0000");
        int first = one.bytes().length;
        int second = two.bytes(new byte[5000]).length;
        one.with("$NEXTDATA", String.format(Locale.ROOT, "%04d", first));
        two.with("$NEXTDATA", String.format(Locale.ROOT, "%04d", isOfFile ? first + second : second));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(one.bytes());
        file.writeBytes(two.bytes(new byte[5000]));
        file.writeBytes(bytesOfThreeEvents().with("$TOT", "2").bytes());
        return FcsReader.read(file.toByteArray(), findings).stream()
                .map(FcsDataSet::events)
                .toList();
    }

    @Test
    void theNextDataSetIsCountedFromThisOneOrFromTheFile() {
        assertThat(eventsOfThreeSets(false)).containsExactly(1, 3, 2);
        assertThat(codes()).doesNotContain("next-data");
        assertThat(eventsOfThreeSets(true)).containsExactly(1, 3, 2);
        assertThat(codes()).contains("next-data");
    }

    private Optional<Spillover> spillover(String text) {
        byte[] bytes =
                bytesOfThreeEvents().with("$TOT", "3").with("SPILL", text).bytes();
        return SpilloverKeyword.of(FcsReader.read(bytes, findings).getFirst(), findings);
    }

    @Test
    void aSpilloverWithoutInverseIsLeftOut() {
        assertThat(spillover("2,A,B,1,0.5,2,1")).isEmpty();
        assertThat(findings.warnings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("has no inverse"));
    }

    @Test
    void aSpilloverInPercentIsMadeFractions() {
        assertThat(spillover("2,A,B,100,10,2,100").orElseThrow().matrix())
                .isDeepEqualTo(new double[][] {{1, 0.1}, {0.02, 1}});
        assertThat(codes()).containsExactly("spillover");
    }

    @Test
    void separatorsAfterTheLastNumberSayNothing() {
        assertThat(spillover("2,A,B,1,0.1,0.02,1, ,").orElseThrow().matrix())
                .isDeepEqualTo(new double[][] {{1, 0.1}, {0.02, 1}});
        assertThat(findings.warnings()).isEmpty();
    }
}
