package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;

class EventBlocksTest {
    private static final int EVENTS = 20_011;
    private static final int CHANNELS = 7;
    private static final int BLOCK = 512;

    @TempDir
    private Path folder;

    @Test
    void blocksAreTheColumnsWhateverIsAskedForTogether() throws IOException {
        Path path = Files.write(folder.resolve("a.fcs"), file());
        try (Arena arena = Arena.ofConfined()) {
            FcsDataSet set = FcsReader.map(path, arena, new Findings("test", ReadingMode.STRICT))
                    .getFirst();
            EventBlocks blocks = set.blocks(BLOCK);
            for (int from = 0; from < EVENTS; from += BLOCK) {
                int count = Math.min(BLOCK, EVENTS - from);
                check(set, blocks, from, count, set.parameters());
                check(set, blocks, from, count, set.parameters().subList(2, 5));
            }
            check(set, blocks, 0, BLOCK, set.parameters().reversed());
        }
    }

    private static void check(FcsDataSet set, EventBlocks blocks, int from, int count, List<FcsParameter> parameters) {
        double[][] columns = new double[parameters.size()][BLOCK];
        blocks.read(parameters, from, count, columns);
        for (int p = 0; p < columns.length; p++) {
            double[] expected = new double[BLOCK];
            set.scale(parameters.get(p), from, count, expected);
            assertThat(columns[p]).isEqualTo(expected);
        }
    }

    private static byte[] file() {
        RandomStream random = RandomStream.ofSeed(2);
        List<FcsWriter.Channel> channels = new ArrayList<>();
        for (int c = 0; c < CHANNELS; c++) {
            float[] values = new float[EVENTS];
            for (int i = 0; i < EVENTS; i++) {
                values[i] = (float) random.nextLogNormal(900, 1);
            }
            channels.add(new FcsWriter.Channel("C" + c, "", 262144, new Column.Singles(values)));
        }
        return FcsWriter.bytes(channels, Map.of());
    }
}
