package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {
    /** The toolkit's own reading of the same font file is the oracle for ours. */
    @ParameterizedTest
    @EnumSource(Typeface.class)
    void widthsEqualThoseOfTheGraphicsToolkit(Typeface face) throws IOException, FontFormatException {
        Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.fontFile()))
                .deriveFont(100f);
        FontRenderContext exact = new FontRenderContext(null, true, true);
        int[] letters = IntStream.concat(IntStream.rangeClosed(' ', '~'), "µαβΔ×−±≥≤éüßñČЖ".chars())
                .toArray();
        Random random = new Random(8);
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
            double expected = font.getStringBounds(text.toString(), exact).getWidth();
            assertThat(face.width(text.toString(), 100)).as(text.toString()).isCloseTo(expected, Offset.offset(0.2));
        }
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void raisedAndLoweredCharactersAreSmaller(Typeface face) {
        assertThat(face.width("IC₅₀", 10)).isCloseTo(face.width("IC", 10) + face.width("50", 7), Offset.offset(1e-9));
        assertThat(face.width("10⁻⁹", 10)).isCloseTo(face.width("10", 10) + face.width("−9", 7), Offset.offset(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void linesAreNeverWiderThanAsked(Typeface face) {
        TextStyle style = new TextStyle(11, face, Colour.TEXT);
        int[] letters = "abc deW₅mi 😀.".codePoints().toArray();
        Random random = new Random(9);
        for (int run = 0; run < 500; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(60, 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
            double width = 20 + 200 * random.nextDouble();
            List<String> lines = style.wrap(text.toString(), width);
            assertThat(lines).allMatch(line -> style.width(line) <= width);
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }
}
