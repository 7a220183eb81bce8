package org.kindlin.assays.image.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.image.BitMask;

class ImageReaderTest {
    private static Picture read(byte[] bytes) {
        return ImageReader.read(new RawFile("image", bytes), new Faults()).orElseThrow();
    }

    @Test
    void aGreyPngComesBackAsItWent() {
        byte[] samples = new byte[13 * 7];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 37);
        }
        ImagePlane plane = read(PngWriter.grey(13, 7, samples, "")).first().greyPlane();
        for (int i = 0; i < samples.length; i++) {
            assertThat(plane.samples().at(i)).isEqualTo(samples[i] & 0xFF);
        }
    }

    @Test
    void aColouredPngComesBackAsItWent() {
        byte[] samples = new byte[3 * 5 * 4];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 11);
        }
        Picture picture = read(PngWriter.rgb(5, 4, samples, ""));
        assertThat(picture.first().isColour()).isTrue();
        assertThat(picture.first().channels().get(2).at(4, 3)).isEqualTo(samples[59] & 0xFF);
    }

    @Test
    void aMaskComesBackWhiteInside() {
        float[] values = new float[70 * 3];
        values[70 + 3] = 1;
        values[70 + 66] = 1;
        BitMask mask = BitMask.above(values, 70, 3, 0);
        ImagePlane plane = read(PngWriter.mask(mask, "")).first().greyPlane();
        assertThat(plane.at(3, 1)).isEqualTo(255);
        assertThat(plane.at(4, 1)).isZero();
        assertThat(plane.notBlack()).isEqualTo(mask);
    }

    @Test
    void aMaskSaysThatItIsSimulated() {
        byte[] mask = PngWriter.mask(BitMask.none(2, 2), RawFile.SIMULATED_MARK);
        assertThat(new RawFile("mask.png", mask).simulated()).isTrue();
    }

    @Test
    void whatIsNoImageIsOneFault() {
        for (String text : new String[] {"", "lane,band", "BM....", "II*\0", "\u0089PNG\r\n\u001a\n", "%PDF-1.7"}) {
            Faults faults = new Faults();
            RawFile file = new RawFile("x.tif", text.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(ImageReader.read(file, faults)).isEmpty();
            assertThat(faults.all()).hasSize(1);
        }
    }

    @Test
    void ruinedImagesAreReadOrRefused() {
        int files = 3000;
        assertThat(new ImageFuzz(1).run(files)).isBetween(files / 10, files - files / 10);
    }

    /** The reader of the JDK fills what is missing with grey, and only murmurs. */
    @Test
    void aJpegThatWasCutOffIsRefused() throws IOException {
        BufferedImage picture = new BufferedImage(200, 160, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 200 * 160; i++) {
            picture.getRaster().setSample(i % 200, i / 200, 0, i * 7 % 251);
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "jpg", stream)).isTrue();
        byte[] whole = stream.toByteArray();
        assertThat(read(whole).first().width()).isEqualTo(200);
        Faults faults = new Faults();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThat(ImageReader.read(new RawFile("half.jpg", half), faults)).isEmpty();
        assertThat(faults.all()).hasSize(1);
    }

    /** Large masks of one bit pack to a thousandth; what a header may ask for is reckoned from the bits of its pixels. */
    @Test
    void aLargeMaskThatPacksToNextToNothingIsRead() {
        float[] values = new float[2000 * 1500];
        Arrays.fill(values, 2000 * 300, 2000 * 900, 1);
        byte[] png = PngWriter.mask(BitMask.above(values, 2000, 1500, 0), "");
        assertThat(png.length).isLessThan(2000);
        ImagePlane plane = read(png).first().greyPlane();
        assertThat(plane.at(1000, 299)).isZero();
        assertThat(plane.at(1000, 300)).isEqualTo(255);
    }

    private static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(40, 24, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 40 * 24; i++) {
            picture.getRaster().setSample(i % 40, i / 40, 0, 5 * (i % 40));
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "jpg", stream)).isTrue();
        return stream.toByteArray();
    }

    /** A segment with the Exif block of a camera that was held on its side, right after the first marker. */
    private static byte[] exif(byte[] jpeg, int orientation) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        out.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        out.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
        out.putShort((short) orientation).putShort((short) 0).putInt(0);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    @Test
    void aPhotographTakenOnItsSideIsPutUprightAndSaysSo() throws IOException {
        Picture turned = read(exif(jpeg(), 6));
        assertThat(turned.first().width()).isEqualTo(24);
        assertThat(turned.first().greyPlane().at(3, 39)).isGreaterThan(180);
        assertThat(turned.first().greyPlane().at(3, 0)).isLessThan(15);
        assertThat(turned.findings()).extracting(Warning::code).contains("stored-orientation");
        assertThat(read(exif(jpeg(), 1)).findings()).extracting(Warning::code).containsExactly("lossy-image");
    }

    /** Told by the header alone, before the decoder of the JDK takes inks for something else. */
    @Test
    void kindsOfJpegThatAreNotReadAreRefusedByName() throws IOException {
        byte[] jpeg = jpeg();
        int frame = 2;
        while ((jpeg[frame + 1] & 0xFF) != 0xC0) {
            frame += 2 + ((jpeg[frame + 2] & 0xFF) << 8 | (jpeg[frame + 3] & 0xFF));
        }
        assertThat(refusal(with(jpeg, frame + 9, 4))).contains("CMYK");
        assertThat(refusal(with(jpeg, frame + 4, 12))).contains("12 bits");
        assertThat(refusal(with(jpeg, frame + 1, 0xC9))).contains("arithmetically");
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static String refusal(byte[] bytes) {
        Faults faults = new Faults();
        assertThat(ImageReader.read(new RawFile("x.jpg", bytes), faults)).isEmpty();
        assertThat(faults.all()).hasSize(1);
        return faults.all().getFirst().toString();
    }
}
