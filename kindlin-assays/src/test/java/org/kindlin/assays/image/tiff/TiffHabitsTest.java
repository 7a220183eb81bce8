package org.kindlin.assays.image.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;

/** What programs write beside the standard, and what they write wrongly. */
class TiffHabitsTest {
    private static Picture read(TiffBuilder builder) throws ImageDataException {
        return TiffReader.read(new RawFile("x.tif", builder.file()));
    }

    private static TiffBuilder picture(int page) {
        TiffBuilder builder = new TiffBuilder();
        return builder.grey(TiffBuilder.samples(page));
    }

    private static void assertPages(Picture picture, int... pages) {
        assertThat(picture.pages()).hasSize(pages.length);
        for (int i = 0; i < pages.length; i++) {
            ImagePlane plane = picture.pages().get(i).greyPlane();
            for (int j = 0; j < plane.samples().length(); j++) {
                assertThat(plane.samples().at(j)).isEqualTo(TiffBuilder.sample(j, pages[i]));
            }
        }
    }

    private static byte[] stack(int pages) {
        ByteBuffer all = ByteBuffer.allocate(pages * TiffBuilder.WIDTH * TiffBuilder.HEIGHT);
        for (int page = 0; page < pages; page++) {
            all.put(TiffBuilder.samples(page));
        }
        return all.array();
    }

    @Test
    void masksAndSmallCopiesByEitherEntryAreNoPictures() throws ImageDataException {
        TiffBuilder builder = picture(0).end();
        builder.grey(TiffBuilder.samples(5)).longs(TiffTag.NEW_SUBFILE_TYPE, 4).end();
        builder.grey(TiffBuilder.samples(6)).shorts(TiffTag.SUBFILE_TYPE, 2).end();
        builder.grey(TiffBuilder.samples(1)).shorts(TiffTag.SUBFILE_TYPE, 1).end();
        assertPages(read(builder), 0, 1);
    }

    @Test
    void aChainThatComesBackToItselfIsDamage() {
        TiffBuilder builder =
                picture(0).end().grey(TiffBuilder.samples(1)).end().closed();
        assertThatThrownBy(() -> read(builder))
                .isInstanceOf(ImageDataException.class)
                .hasMessageContaining("comes back");
    }

    @Test
    void aPaletteFilledUpTo255OnlyGivesItsColours() throws ImageDataException {
        int[] colours = new int[3 * 256];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i % 256 * 31 * (1 + i / 256) % 256;
        }
        Picture picture = read(picture(0)
                .shorts(TiffTag.PHOTOMETRIC, 3)
                .shorts(TiffTag.COLOUR_MAP, colours)
                .end());
        assertThat(picture.first().isColour()).isTrue();
        assertThat(picture.first().channels().get(1).at(3, 0)).isEqualTo(TiffBuilder.sample(3, 0) * 62 % 256);
    }

    /** Found by fuzzing: index -67 of a palette. */
    @Test
    void coloursOfSignedSamplesAreRefused() {
        int[] colours = new int[3 * 256];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i % 256 * 31 * (1 + i / 256) % 256;
        }
        TiffBuilder signed = picture(0)
                .shorts(TiffTag.PHOTOMETRIC, 3)
                .shorts(TiffTag.SAMPLE_FORMAT, 2)
                .shorts(TiffTag.COLOUR_MAP, colours)
                .end();
        assertThatThrownBy(() -> read(signed))
                .isInstanceOf(ImageDataException.class)
                .hasMessageContaining("palette");
    }

    @Test
    void aStripOfPlainSamplesIsAsLongAsThePictureWhateverItsCount() throws ImageDataException {
        assertPages(read(picture(2).longs(TiffTag.STRIP_BYTE_COUNTS, 0).end()), 2);
        TiffBuilder cut = picture(2).longs(TiffTag.STRIP_OFFSETS, 200).end();
        assertThatThrownBy(() -> read(cut)).isInstanceOf(ImageDataException.class);
    }

    @Test
    void aPredictorWithoutLzwOrDeflateIsLeftAloneAndTold() throws ImageDataException {
        Picture picture = read(picture(0).shorts(TiffTag.PREDICTOR, 2).end());
        assertPages(picture, 0);
        assertThat(picture.findings()).extracting(Warning::code).containsExactly("predictor-ignored");
    }

    @Test
    void anOrientationIsUndoneAndTold() throws ImageDataException {
        Picture picture = read(picture(0).shorts(TiffTag.ORIENTATION, 8).end());
        assertThat(picture.first().width()).isEqualTo(TiffBuilder.HEIGHT);
        assertThat(picture.first().greyPlane().at(0, TiffBuilder.WIDTH - 1)).isEqualTo(TiffBuilder.sample(0, 0));
        assertThat(picture.findings()).extracting(Warning::code).containsExactly("stored-orientation");
    }

    @Test
    void metaMorphCountsItsPicturesByAnEntry() throws ImageDataException {
        TiffBuilder builder = new TiffBuilder();
        ByteBuffer planes = ByteBuffer.allocate(3 * 24).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 3; i++) { // the clock passes midnight
            planes.putInt(0).putInt(1).putInt(2_460_000 + (i == 0 ? 0 : 1)).putInt(i == 0 ? 86_395_000 : 5000 * i);
            planes.putInt(0).putInt(0);
        }
        ByteBuffer width =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(13).putInt(20);
        int widthAt = builder.data(width.array());
        int unitAt = builder.data(new byte[] {2, 0, 0, 0, 'u', 'm'});
        builder.grey(builder.data(stack(3)));
        builder.words(5, TiffTag.METAMORPH_PLANES, 3, words(planes.array()));
        builder.words(4, TiffTag.METAMORPH_SETTINGS, 3, 3, 1, 4, widthAt, 6, unitAt);
        Picture picture = read(builder.end());
        assertPages(picture, 0, 1, 2);
        assertThat(picture.scale().pixelSize().orElseThrow()).isCloseTo(0.65, within(1e-12));
        assertThat(picture.scale().frameInterval().orElseThrow()).isEqualTo(7.5);
        assertThat(picture.scale().frames()).isEqualTo(3);
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return words;
    }

    @Test
    void zeissLsmStatesMetresAndSeconds() throws ImageDataException {
        ByteBuffer info = ByteBuffer.allocate(120).order(ByteOrder.LITTLE_ENDIAN);
        info.putInt(0, 0x0040_0494C)
                .putInt(16, 1)
                .putInt(24, 2)
                .putDouble(40, 2e-7)
                .putDouble(112, 30);
        TiffBuilder builder =
                picture(0).bytes(7, TiffTag.ZEISS_LSM, info.array()).end();
        builder.grey(TiffBuilder.samples(9)).longs(TiffTag.NEW_SUBFILE_TYPE, 1).end();
        Picture picture = read(builder.grey(TiffBuilder.samples(1)).end());
        assertPages(picture, 0, 1);
        assertThat(picture.scale().pixelSize().orElseThrow()).isCloseTo(0.2, within(1e-12));
        assertThat(picture.scale().frameInterval().orElseThrow()).isEqualTo(30);
    }

    @Test
    void aStackOfImageJWithoutItsPicturesIsToldOrRefused() throws ImageDataException {
        String text = "ImageJ=1.54p\nimages=5\nframes=5\n";
        Picture picture = read(picture(0).description(text).end());
        assertPages(picture, 0);
        assertThat(picture.findings()).extracting(Warning::code).containsExactly("missing-pictures");
        TiffBuilder cut = new TiffBuilder();
        cut.description(text).grey(300).end();
        cut.data(new byte[300 - cut.file().length]);
        cut.data(stack(4));
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(ImageDataException.class)
                .hasMessageContaining("5 pictures");
    }

    @Test
    void theMicroSignMayBeLatin1() throws ImageDataException {
        TiffBuilder builder = picture(0).rational(TiffTag.X_RESOLUTION, 4, 1);
        builder.text(TiffTag.DESCRIPTION, "ImageJ=1.47v\nunit=\u00b5m\n", StandardCharsets.ISO_8859_1);
        assertThat(read(builder.end()).scale().pixelSize().orElseThrow()).isEqualTo(0.25);
    }

    private static String ome(String start, String prefix, String blocks, int frames, String more) {
        return start + "<" + prefix + "OME xmlns" + (prefix.isEmpty() ? "" : ":o") + "=\"x\"><" + prefix + "Image><"
                + prefix + "Pixels DimensionOrder=\"XYCZT\" SizeC=\"1\" SizeZ=\"1\" SizeT=\"" + frames
                + "\" PhysicalSizeX=\"6.5\" PhysicalSizeXUnit=\"\u00c5\">" + blocks + "</" + prefix + "Pixels></"
                + prefix
                + "Image>" + more + "</" + prefix + "OME>";
    }

    @Test
    void picturesOfOmeComeInTheOrderThatItStates() throws ImageDataException {
        String blocks = "<TiffData IFD=\"2\" FirstT=\"0\"/><TiffData IFD=\"0\" FirstT=\"1\" PlaneCount=\"2\"/>";
        TiffBuilder builder =
                picture(0).description(ome("\uFEFF", "", blocks, 3, "")).end();
        builder.grey(TiffBuilder.samples(1)).end().grey(TiffBuilder.samples(2)).end();
        Picture picture = read(builder);
        assertPages(picture, 2, 0, 1);
        assertThat(picture.scale().pixelSize().orElseThrow()).isCloseTo(6.5e-4, within(1e-15));
    }

    @Test
    void theFirstOfSeveralImagesIsReadAndTheOthersAreTold() throws ImageDataException {
        String second = "<Image><Pixels SizeT=\"1\"><TiffData IFD=\"1\"/></Pixels></Image>";
        TiffBuilder builder = picture(0)
                .description(ome("", "", "<TiffData IFD=\"0\"/>", 1, second))
                .end();
        Picture picture = read(builder.grey(TiffBuilder.samples(1)).end());
        assertPages(picture, 0);
        assertThat(picture.findings()).extracting(Warning::code).containsExactly("more-images");
    }

    @Test
    void omeUnderAPrefixAndInSeveralFilesIsUnderstood() throws ImageDataException {
        String uuid = "<o:TiffData IFD=\"0\" FirstT=\"%d\"><o:UUID FileName=\"%d.tif\">u</o:UUID></o:TiffData>";
        String blocks = uuid.formatted(0, 0) + uuid.formatted(1, 1);
        Picture picture =
                read(picture(0).description(ome("", "o:", blocks, 2, "")).end());
        assertPages(picture, 0);
        assertThat(picture.scale().pixelSize()).isPresent();
    }
}
