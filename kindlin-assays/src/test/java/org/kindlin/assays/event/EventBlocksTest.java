package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.random.RandomStream;

class EventBlocksTest {
    private static final int EVENTS = 20_011;
    private static final int BLOCK = 512;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"7, plain", "7, fastest", "8, fastest", "16, plain", "16, fastest", "19, fastest"})
    void blocksAreTheColumnsWhateverIsAskedForTogether(int channels, String how) throws IOException {
        Path path = Files.write(folder.resolve("a.fcs"), file(channels));
        ColumnKernel kernel = how.equals("plain") ? ColumnKernel.plain() : ColumnKernel.fastest();
        try (FcsFile open = FcsFile.open(path, new Findings("test", ReadingMode.STRICT))) {
            FcsDataSet set = open.dataSets().getFirst();
            EventBlocks.OfSingles blocks = (EventBlocks.OfSingles) set.blocks(kernel);
            for (int from = 0; from < EVENTS; from += BLOCK) {
                int count = Math.min(BLOCK, EVENTS - from);
                check(set, blocks, from, count, set.parameters());
                check(set, blocks, from, count, set.parameters().subList(2, 5));
            }
            check(set, blocks, 0, BLOCK, set.parameters().reversed());
        }
    }

    @Test
    void aFileThatBecomesShorterWhileItIsReadIsToldAndGivesNoNumbers() throws IOException {
        Path path = Files.write(folder.resolve("a.fcs"), file(8));
        try (FcsFile file = FcsFile.open(path, new Findings("test", ReadingMode.STRICT))) {
            FcsDataSet set = file.dataSets().getFirst();
            EventBlocks.OfSingles blocks = (EventBlocks.OfSingles) set.blocks(ColumnKernel.plain());
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - 100);
            }
            check(set, blocks, 0, BLOCK, set.parameters());
            float[][] columns = new float[1][BLOCK];
            assertThatThrownBy(() -> blocks.read(set.parameters().subList(0, 1), EVENTS - BLOCK, BLOCK, columns))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("shorter");
        }
    }

    private static void check(
            FcsDataSet set, EventBlocks.OfSingles blocks, int from, int count, List<FcsParameter> parameters) {
        float[][] columns = new float[parameters.size()][BLOCK];
        blocks.read(parameters, from, count, columns);
        for (int p = 0; p < columns.length; p++) {
            double[] expected = new double[BLOCK];
            set.scale(parameters.get(p), from, count, expected);
            for (int i = 0; i < count; i++) {
                assertThat(columns[p][i]).isEqualTo((float) expected[i]);
            }
        }
    }

    private static byte[] file(int count) {
        RandomStream random = RandomStream.ofSeed(2);
        List<FcsWriter.Channel> channels = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            float[] values = new float[EVENTS];
            for (int i = 0; i < EVENTS; i++) {
                values[i] = (float) random.nextLogNormal(900, 1);
            }
            channels.add(new FcsWriter.Channel("C" + c, "", 262144, new Column.Singles(values)));
        }
        return FcsWriter.bytes(channels, Map.of());
    }
}
