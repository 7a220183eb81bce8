package org.kindlin.assays.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredOrientationTest {
    /** Where the stored picture 1 2 / 3 4 / 5 6 belongs, row by row, from the table of tag 274 in TIFF 6.0, page 36. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1 2 3 4 5 6",
        "2, 2, 2 1 4 3 6 5",
        "3, 2, 6 5 4 3 2 1",
        "4, 2, 5 6 3 4 1 2",
        "5, 3, 1 3 5 2 4 6",
        "6, 3, 5 3 1 6 4 2",
        "7, 3, 6 4 2 5 3 1",
        "8, 3, 2 4 6 1 3 5",
        "9, 2, 1 2 3 4 5 6"
    })
    void everyCodePutsRowsAndColumnsWhereTheStandardSays(int code, int width, String samples) {
        ImagePage stored = ImagePage.grey(ImagePlane.of(2, 3, new float[] {1, 2, 3, 4, 5, 6}));
        ImagePage upright = new StoredOrientation(code).upright(stored);
        assertThat(upright.width()).isEqualTo(width);
        List<String> seen = List.of(samples.split(" ", -1));
        for (int i = 0; i < seen.size(); i++) {
            assertThat(upright.greyPlane().samples().at(i)).isEqualTo(Float.parseFloat(seen.get(i)));
        }
    }
}
