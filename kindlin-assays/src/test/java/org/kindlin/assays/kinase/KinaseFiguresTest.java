package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.figures.Figure;
import org.kindlin.figures.export.FigureExport;

class KinaseFiguresTest {
    private static final Map<String, String> STATED = Map.of("atp", "10", "enzymeConcentration", "1");

    private static final KinaseResult RESULT = twoTargets();

    private static KinaseResult twoTargets() {
        KinaseProtocol protocol = KinaseProtocolTest.protocol(STATED);
        KinaseData data = VirtualPlate.data(
                protocol,
                VirtualPlate.of("FAK", 5.6, 1).withStandards("fak-1", 1),
                VirtualPlate.of("FAK", 5.6, 1).withStandards("fak-2", 2),
                VirtualPlate.of("Pyk2", 14, 1).withStandards("pyk2-1", 3));
        return KinaseAnalysis.analyze(data, protocol, 1);
    }

    @Test
    void everythingIsDrawnOnceAndMarkedSimulated() {
        List<Figure> figures = KinaseFigures.draw(RESULT, true);
        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "curves-defactinib-free-base",
                        "potency",
                        "selectivity",
                        "standard-curve",
                        "plate-fak-1",
                        "inhibition-fak-1",
                        "plate-fak-2",
                        "inhibition-fak-2",
                        "plate-pyk2-1",
                        "inhibition-pyk2-1",
                        "residuals-fak-1",
                        "residuals-fak-2",
                        "residuals-pyk2-1");
        assertThat(figures).allMatch(figure -> figure.svg().contains("SIMULATED DATA"));
        assertThat(KinaseFigures.draw(RESULT, false))
                .noneMatch(figure -> figure.svg().contains("SIMULATED DATA"));
    }

    @Test
    void theSameResultDrawsTheSameText() {
        assertThat(KinaseFigures.draw(RESULT, true)).isEqualTo(KinaseFigures.draw(RESULT, true));
    }

    @Test
    void everyKindOfFigureRenders() throws IOException {
        String folder = System.getProperty("kindlin.figures.out");
        for (Figure figure : KinaseFigures.draw(RESULT, true)) {
            if (folder == null && figure.name().endsWith("-2")) {
                continue; // plates are drawn alike
            }
            byte[] png = FigureExport.png(figure, folder == null ? 0.5 : 2);
            assertThat(png).hasSizeGreaterThan(1_000);
            if (folder != null) {
                Files.write(Path.of(folder).resolve(figure.name() + ".png"), png);
            }
        }
    }
}
