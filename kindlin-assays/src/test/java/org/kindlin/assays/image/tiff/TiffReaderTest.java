package org.kindlin.assays.image.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.input.RawFile;

/** Files in every encoding, written by {@code src/test/python/tiff_samples.py}, whose encoders share nothing with ours. */
class TiffReaderTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    static byte[] bytes(String name) {
        try (InputStream stream = TiffReaderTest.class.getResourceAsStream(name + ".tif")) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Picture picture(String name) throws ImageDataException {
        return TiffReader.read(new RawFile(name + ".tif", bytes(name)));
    }

    /** What the generator put at a place. */
    private static double truth(String kind, int x, int y, int channel, int page) {
        if (kind.startsWith("f")) {
            return (x - 3 * y + 8 * channel + 16 * page) / 8.0;
        }
        int bits = Integer.parseInt(kind.substring(1));
        long value =
                (x * 701L + y * 1303L + channel * 5003L + page * 311L + (long) x * x / 3) * (bits == 32 ? 70001 : 1);
        long wrapped = Math.floorMod(value, 1L << bits);
        return kind.startsWith("i") ? wrapped - (1L << (bits - 1)) : wrapped;
    }

    private static void assertPlane(ImagePlane plane, String kind, int channel, int page) {
        assertThat(plane.width()).isEqualTo(WIDTH);
        assertThat(plane.height()).isEqualTo(HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float stored = (float) truth(kind, x, y, channel, page);
                if (plane.at(x, y) != stored) {
                    assertThat(plane.at(x, y)).as("%s at %d, %d", kind, x, y).isEqualTo(stored);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"u8", "u16", "u32", "i8", "i16", "i32", "f2", "f4", "f8"})
    void everySampleTypeInBothByteOrders(String kind) throws ImageDataException {
        assertPlane(picture("plain-" + kind + "-little").first().greyPlane(), kind, 0, 0);
        assertPlane(picture("plain-" + kind + "-big").first().greyPlane(), kind, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u1 u1",
                "u4 u4",
                "u12 u12",
                "lzw-u8 u8",
                "lzw-old-u8 u8",
                "deflate-u8 u8",
                "packbits-u8 u8",
                "lzw-predictor-u8 u8",
                "lzw-predictor-u16-big u16",
                "lzw-predictor-rgb u8",
                "deflate-predictor-u16-planar u16",
                "deflate-predictor-u32 u32",
                "lzw-float-predictor-f4 f4",
                "deflate-float-predictor-f4-big f4",
                "deflate-float-predictor-f2 f2",
                "deflate-float-predictor-f8 f8",
                "tiles-u16 u16",
                "tiles-lzw-predictor-u8 u8",
                "tiles-rgb-planar u8",
                "bigtiff-u16 u16",
                "bigtiff-tiles-deflate-f4 f4",
                "white-is-zero u8",
                "fill-order-2 u8",
                "pages u16",
                "palette-grey u8",
                "palette-green u8",
                "imagej-hyperstack u16",
                "imagej-contiguous u16",
                "ome u8"
            })
    void everyEncodingGivesTheSamplesAsStored(String nameAndKind) throws ImageDataException {
        String[] words = nameAndKind.split(" ", -1);
        Picture picture = picture(words[0]);
        for (int page = 0; page < picture.pages().size(); page++) {
            for (int channel = 0; channel < picture.pages().get(page).channels().size(); channel++) {
                assertPlane(picture.pages().get(page).channels().get(channel), words[1], channel, page);
            }
        }
    }

    @Test
    void wideNumbersThatWereRoundedAreTold() throws ImageDataException {
        assertThat(picture("plain-u32-little").findings())
                .extracting(warning -> warning.code())
                .containsExactly("rounded-samples");
        assertThat(picture("plain-f8-big").findings()).isEmpty();
    }

    @Test
    void smallCopiesBesideThePicturesAreLeftOut() throws ImageDataException {
        assertThat(picture("pages").pages()).hasSize(3);
    }

    @Test
    void whiteIsZeroIsSaidAndChangesNoSample() throws ImageDataException {
        assertThat(picture("white-is-zero").whiteIsZero()).isTrue();
        assertThat(picture("plain-u8-big").whiteIsZero()).isFalse();
    }

    @Test
    void aPaletteThatIsNoDisplayTableGivesColours() throws ImageDataException {
        Picture picture = picture("palette-colours");
        assertThat(picture.first().isColour()).isTrue();
        int index = (int) truth("u8", 5, 7, 0, 0);
        assertThat(picture.first().channels().get(1).at(5, 7)).isEqualTo((float) (index * 31 % 256));
    }

    @Test
    void imageJScaleAndTime() throws ImageDataException {
        Picture picture = picture("imagej-hyperstack");
        assertThat(picture.pages()).hasSize(6);
        assertThat(picture.scale().pixelSize().orElseThrow()).isCloseTo(1 / 1.5385, within(1e-12));
        assertThat(picture.scale().frameInterval().orElseThrow()).isEqualTo(90);
        assertThat(picture.scale().channels()).isEqualTo(2);
        assertThat(picture.scale().frames()).isEqualTo(3);
        assertThat(picture.scale().page(1, 0, 2)).isEqualTo(5);
    }

    @Test
    void imageJStackWithOneDirectory() throws ImageDataException {
        Picture picture = picture("imagej-contiguous");
        assertThat(picture.pages()).hasSize(5);
        assertThat(picture.scale().pixelSize().orElseThrow()).isEqualTo(0.5);
        assertThat(picture.scale().frameInterval().orElseThrow()).isEqualTo(120);
    }

    @Test
    void omeScaleTimeAndOrder() throws ImageDataException {
        Picture picture = picture("ome");
        assertThat(picture.scale().pixelSize().orElseThrow()).isEqualTo(0.65);
        assertThat(picture.scale().frameInterval().orElseThrow()).isEqualTo(30);
        assertThat(picture.scale().page(1, 0, 0)).isEqualTo(2);
    }

    @Test
    void aFileCutAnywhereIsRefusedOrWhole() {
        for (String name : new String[] {"lzw-predictor-u8", "tiles-u16", "bigtiff-u16", "plain-f4-big"}) {
            byte[] whole = bytes(name);
            for (int length = 16; length < whole.length; length += 7) {
                RawFile cut = new RawFile("cut.tif", Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> TiffReader.read(cut)).isInstanceOf(ImageDataException.class);
            }
        }
    }

    @Test
    void aHeaderThatAsksForTheWorldGetsNothing() {
        byte[] bytes = bytes("plain-u8-little");
        int width = entry(bytes, 256);
        bytes[width] = (byte) 0xFF;
        bytes[width + 1] = (byte) 0xFF;
        assertThatThrownBy(() -> TiffReader.read(new RawFile("wide.tif", bytes)))
                .isInstanceOf(ImageDataException.class);
    }

    @Test
    void whatIsNotReadIsRefusedByName() {
        byte[] bytes = bytes("plain-u8-little");
        bytes[entry(bytes, 259)] = 4;
        assertThatThrownBy(() -> TiffReader.read(new RawFile("fax.tif", bytes)))
                .isInstanceOf(ImageDataException.class)
                .hasMessageContaining("CCITT group 4");
    }

    @Test
    void samplesThatAreNoNumbersAreRefused() {
        byte[] bytes = bytes("plain-f4-little");
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int samples = file.getInt(file.getInt(entry(bytes, 273))); // of the first strip
        file.putFloat(samples, Float.NaN).putFloat(samples + 40, Float.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> TiffReader.read(new RawFile("holes.tif", bytes)))
                .isInstanceOf(ImageDataException.class)
                .hasMessage("2 of 1073 samples are no finite numbers");
    }

    /** Where the value of a directory's entry stands in a little-endian file. */
    private static int entry(byte[] bytes, int tag) {
        int directory = (bytes[4] & 0xFF) | (bytes[5] & 0xFF) << 8;
        int entries = bytes[directory];
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if (((bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8) == tag) {
                return at + 8;
            }
        }
        throw new IllegalArgumentException("no entry " + tag);
    }
}
