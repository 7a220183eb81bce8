package org.kindlin.assays.adhesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;

/** Films whose rates are known. */
class AdhesionAssayTest {

    private static InputFile of(RawFile file, String condition, String role) {
        return new InputFile(file, Optional.empty(), Map.of("condition", condition, "role", role));
    }

    private static AnalysisDocument analyze(InputFile... files) {
        return Analysis.run(new AdhesionAssay(), List.of(files), Settings.of(Map.of()), 1);
    }

    private static double value(AnalysisDocument document, String key, String value, String name) {
        Estimate estimate = document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(estimate.value());
    }

    @Test
    void ratesOfAFilmComeBack() {
        AnalysisDocument document = analyze(of(SyntheticFilm.film("film.tif", 0.35, 0.25, 3), "", ""));
        assertThat(document.simulated()).isTrue();
        assertThat(document.results().getFirst().warning("spoilt-frames")).isEmpty();
        assertThat(value(document, "image", "film.tif", "assemblyRate")).isCloseTo(0.35, within(0.03 * 0.35));
        assertThat(value(document, "image", "film.tif", "disassemblyRate")).isCloseTo(0.25, within(0.03 * 0.25));
    }

    /** A file for each frame: of a film that a layout or a tag names, or of one film where an interval is stated; else pictures. */
    @Test
    void filesOfOneFrameAreAFilm() {
        List<RawFile> frames = SyntheticFilm.frames(0.35, 0.25, 3);
        InputFile[] tagged = frames.stream()
                .map(file -> new InputFile(file, Optional.empty(), Map.of("film", "A", "condition", "vehicle")))
                .toArray(InputFile[]::new);
        AnalysisDocument film =
                Analysis.run(new AdhesionAssay(), List.of(tagged), Settings.of(Map.of("interval", "20 s")), 1);
        assertThat(value(film, "image", "A", "assemblyRate")).isCloseTo(0.35, within(0.03 * 0.35));
        assertThat(value(film, "image", "A", "disassemblyRate")).isCloseTo(0.25, within(0.03 * 0.25));
        List<InputFile> plain = frames.stream().map(InputFile::of).toList();
        AnalysisDocument one = Analysis.run(new AdhesionAssay(), plain, Settings.of(Map.of("interval", "20 s")), 1);
        assertThat(value(one, "image", "frame0.tif", "assemblyRate")).isCloseTo(0.35, within(0.03 * 0.35));
        assertThat(one.results().getFirst().warning("frames-as-film")).isPresent();
        AnalysisDocument pictures = analyze(plain.get(0), plain.get(60));
        assertThat(pictures.results().stream().filter(result -> result.subject().containsKey("image")))
                .hasSizeGreaterThan(1);
    }

    /** A scale bar beside the spots moved their mean area and length, untold. */
    @Test
    void aDrawnScaleBarIsNoAdhesion() {
        RawFile plain = SyntheticFilm.frames(0.35, 0.25, 3).get(60);
        RawFile drawn = SyntheticFilm.withBar(0.35, 0.25, 3, plain.name());
        AnalysisDocument without = analyze(InputFile.of(plain));
        AnalysisDocument with = analyze(InputFile.of(drawn));
        assertThat(with.results().getFirst().warning("scale-bar")).isPresent();
        for (String name : List.of("count", "area", "length")) {
            double expected = value(without, "image", plain.name(), name);
            assertThat(value(with, "image", plain.name(), name)).as(name).isCloseTo(expected, within(0.01 * expected));
        }
    }

    /** Taken along, a frame three times as bright moved rates by 13 to 69 %. */
    @Test
    void aFrameOfAnotherExposureIsLeftOut() {
        AnalysisDocument document = analyze(of(SyntheticFilm.film("film.tif", 0.35, 0.25, 3, 42, 3), "", ""));
        assertThat(value(document, "image", "film.tif", "assemblyRate")).isCloseTo(0.35, within(0.03 * 0.35));
        assertThat(value(document, "image", "film.tif", "disassemblyRate")).isCloseTo(0.25, within(0.03 * 0.25));
        assertThat(document.results()
                        .getFirst()
                        .warning("spoilt-frames")
                        .orElseThrow()
                        .message())
                .contains("in frame 43 of");
        assertThat(document.exclusions()).hasSize(1);
    }

    /** All adhesions share a kink, as where a drug is added: nothing jumps and comes back. */
    @Test
    void onlyFramesThatJumpAreSpoilt() {
        List<Turnover.Course> kinked = List.of(course(0, 1), course(0, 1), course(0, 1));
        assertThat(SpoiltFrames.of(kinked, 40, 0.5).isEmpty()).isTrue();
        for (int frame : new int[] {0, 1, 20, 38}) {
            List<Turnover.Course> one = List.of(course(frame, 0), course(frame, 0.5), course(frame, 0.7));
            assertThat(SpoiltFrames.of(one, 40, 0.5).stream().toArray()).containsExactly(frame);
            assertThat(SpoiltFrames.of(one.subList(0, 2), 40, 0.5).isEmpty()).isTrue();
        }
    }

    private static Turnover.Course course(int exposed, double factor) {
        double[] minutes = new double[40];
        double[] intensity = new double[40];
        for (int t = 0; t < minutes.length; t++) {
            minutes[t] = t / 2.0;
            intensity[t] = Math.exp(-0.08 * Math.max(0, minutes[t] - 10)) * (t == exposed ? factor : 1);
        }
        return new Turnover.Course(minutes, intensity, minutes, intensity);
    }

    @Test
    void slowerDisassemblyIsSaidToBeSlower() {
        AnalysisDocument document = analyze(
                of(SyntheticFilm.film("a.tif", 0.35, 0.25, 5), "vehicle", "control"),
                of(SyntheticFilm.film("b.tif", 0.35, 0.12, 6), "defactinib", "sample"));
        assertThat(value(document, "relativeTo", "control", "disassemblyRateRatio"))
                .isCloseTo(0.48, within(0.04));
        assertThat(document.verdicts().getFirst()).contains("come apart more slowly");
    }

    @Test
    void aLineInTheLogarithmIsFoundExactly() {
        double[] minutes = new double[40];
        double[] intensity = new double[40];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = i / 2.0;
            intensity[i] = 500 * Math.exp(-0.3 * Math.max(0, 6 - minutes[i]) - 0.1 * Math.max(0, minutes[i] - 11));
        }
        TurnoverFit fit = TurnoverFit.of(minutes, intensity).orElseThrow();
        assertThat(fit.assembly().orElseThrow()).isCloseTo(0.3, within(1e-9));
        assertThat(fit.disassembly().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(fit.rise()).isEqualTo(6);
        assertThat(fit.fall()).isEqualTo(11);
    }

    /** Of a course without noise the logarithm's lines are bent by a rest of ground; the refinement finds both. */
    @Test
    void aRestOfGroundDoesNotMoveTheRates() {
        double[] minutes = new double[80];
        double[] intensity = new double[80];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = i / 2.0;
            intensity[i] =
                    12 + 500 * Math.exp(-0.3 * Math.max(0, 12.2 - minutes[i]) - 0.2 * Math.max(0, minutes[i] - 17.7));
        }
        TurnoverFit lines = TurnoverFit.of(minutes, intensity).orElseThrow();
        TurnoverFit refined = TurnoverRefinement.of(lines, new Turnover.Course(minutes, intensity, minutes, intensity));
        assertThat(lines.assembly().orElseThrow()).isLessThan(0.29);
        assertThat(refined.assembly().orElseThrow()).isCloseTo(0.3, within(1e-6));
        assertThat(refined.disassembly().orElseThrow()).isCloseTo(0.2, within(1e-6));
        assertThat(refined.rise()).isCloseTo(12.2, within(1e-5));
        assertThat(refined.fall()).isCloseTo(17.7, within(1e-5));
    }

    @Test
    void anEllipseHasItsLengthAndDirection() {
        int across = 60;
        int[] members = IntStream.range(0, across * across)
                .filter(i -> {
                    int row = i / across;
                    double dx = i % across - 30.0;
                    double dy = row - 30.0;
                    double u = (dx - dy) / Math.sqrt(2); // up to the right: rows count downward
                    double v = (dx + dy) / Math.sqrt(2);
                    return u * u / 225 + v * v / 16 <= 1;
                })
                .toArray();
        Adhesion adhesion = Adhesion.of(members, across);
        assertThat(adhesion.length()).isCloseTo(30, within(1.0)); // of a raster
        assertThat(adhesion.width()).isCloseTo(8, within(0.5));
        assertThat(adhesion.angle()).isCloseTo(45, within(1.0));
    }
}
