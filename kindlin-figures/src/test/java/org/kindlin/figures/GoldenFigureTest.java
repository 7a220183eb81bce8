package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of figure against its stored text. After a wanted change, look at the figures and store them anew:
 * {@code mvn -pl kindlin-figures test -Dtest=GoldenFigureTest -Dkindlin.golden.write=true}.
 */
class GoldenFigureTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    static Stream<String> names() {
        return Gallery.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void equalsItsStoredText(String name) throws IOException {
        String svg = Gallery.figure(name).svg();
        Path golden = GOLDEN.resolve(name + ".svg");
        if (Boolean.getBoolean("kindlin.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("names")
    void doesNotDependOnTheLocale(String name) {
        Locale before = Locale.getDefault();
        String here = Gallery.figure(name).svg();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Gallery.figure(name).svg()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }
}
