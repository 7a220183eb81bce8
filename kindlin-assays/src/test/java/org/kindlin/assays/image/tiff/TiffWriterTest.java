package org.kindlin.assays.image.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;

/** What is written is read back. */
class TiffWriterTest {
    private static final short[] RISING = {0, 1, 2, 3, 4, 5, 6, 7, 250};
    private static final short[] FALLING = {255, 8, 7, 6, 5, 4, 3, 2, 1};

    private static Picture read(TiffWriter.Pages kind, int pages) {
        List<short[]> samples = java.util.stream.IntStream.range(0, pages)
                .mapToObj(i -> i % 2 == 0 ? RISING : FALLING)
                .toList();
        Faults faults = new Faults();
        byte[] bytes = TiffWriter.stack(kind, 3, 3, samples, 0.25, 30, "SIMULATED DATA");
        Picture picture = ImageReader.read(new RawFile("a.tif", bytes), faults).orElseThrow();
        assertThat(faults.all()).isEmpty();
        return picture;
    }

    @Test
    void pagesOfEightBitsWithAnOddNumberOfPixels() {
        Picture picture = read(new TiffWriter.Pages(8, 1), 3);
        assertThat(picture.series()).hasSize(3);
        assertThat(picture.series().get(0).at(2, 2)).isEqualTo(250);
        assertThat(picture.series().get(1).at(0, 0)).isEqualTo(255);
        assertThat(picture.scale().frameInterval()).hasValue(30);
        assertThat(picture.scale().pixelSize().orElseThrow()).isEqualTo(0.25);
    }

    @Test
    void channelsAlternate() {
        Picture picture = read(new TiffWriter.Pages(16, 2), 4);
        assertThat(picture.scale().channels()).isEqualTo(2);
        assertThat(picture.series()).hasSize(2).allMatch(plane -> plane.at(2, 2) == 250);
    }
}
