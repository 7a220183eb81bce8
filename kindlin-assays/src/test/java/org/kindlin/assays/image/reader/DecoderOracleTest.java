package org.kindlin.assays.image.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import mil.nga.tiff.Rasters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;

/** Real images against two readers of other people, each where it reads the file right. */
class DecoderOracleTest {

    private static Picture read(RawFile file) {
        return ImageReader.read(file, new Faults()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blots/gelgenie_ladder_reference_gel.tif",
                "wound/A3ROI2_Slow_frame0000_980x980_16bit.tif",
                "counts/BBBC005/A15_C61_F1_s01_w1.TIF",
                "tracks/FakeTracks.tif"
            })
    void sameSamplesAsImageJ(String name) {
        Optional<RawFile> file = ReferenceImages.find(name);
        if (file.isEmpty()) {
            return;
        }
        ImagePlus theirs =
                new Opener().openTiff(new ByteArrayInputStream(file.get().bytes()), "image");
        Picture ours = read(file.get());
        assertThat(ours.pages()).hasSize(theirs.getStackSize());
        for (int page = 0; page < ours.pages().size(); page++) {
            ImageProcessor processor = theirs.getStack().getProcessor(page + 1);
            ImagePlane plane = ours.pages().get(page).greyPlane();
            int different = 0;
            for (int i = 0; i < plane.samples().length(); i++) {
                different += processor.getf(i) == plane.samples().at(i) ? 0 : 1;
            }
            assertThat(different).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wound/A3ROI2_Slow_frame0001_980x980_16bit.tif",
                "counts/BBBC005/H17_C70_F23_s02_w1.TIF",
                "counts/BBBC039_example_image.tif"
            })
    void sameSamplesAsTheGeospatialReader(String name) throws IOException {
        Optional<RawFile> file = ReferenceImages.find(name);
        if (file.isEmpty()) {
            return;
        }
        Rasters theirs = mil.nga.tiff.TiffReader.readTiff(file.get().bytes())
                .getFileDirectory()
                .readRasters();
        ImagePlane plane = read(file.get()).first().channels().getFirst();
        int different = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                different += theirs.getFirstPixelSample(x, y).floatValue() == plane.at(x, y) ? 0 : 1;
            }
        }
        assertThat(different).isZero();
    }
}
