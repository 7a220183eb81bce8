package org.kindlin.assays.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Cells found in films: TrackMate's example, and films drawn here. */
class CellFilmTest {
    private static final int SIDE = 120;
    private static final int FRAMES = 12;

    /** TrackMate finds 184 spots with the same diameter; four of its tracks have 29, 33, 11 and 8. */
    @Test
    void everySpotOfTrackMatesExampleAndNoOther() {
        AnalysisDocument document =
                TrackFiles.analyze(Map.of("spotDiameter", "8"), TrackFiles.shared("FakeTracks.tif"));
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks.stream()
                        .mapToDouble(track -> TrackFiles.value(track, "points"))
                        .sum())
                .isEqualTo(184);
        AnalysisDocument theirs = TrackFiles.analyze(Map.of(), TrackFiles.shared("FakeTracks.xml"));
        assertThat(tracks)
                .extracting(track -> TrackFiles.value(track, "points"))
                .containsExactlyInAnyOrderElementsOf(TrackFiles.tracks(theirs).stream()
                        .map(track -> TrackFiles.value(track, "points"))
                        .toList());
        assertThat(document.results().getFirst().warning("detected-here")).isPresent();
    }

    /** Cells on straight lines, columns {@code 2 + frame * step} apart from their start. */
    private static List<short[]> film(int cells, double step, int missing, boolean dark) {
        RandomStream random = RandomStream.ofSeed(cells);
        List<short[]> film = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            short[] samples = new short[SIDE * SIDE];
            for (int i = 0; i < samples.length; i++) {
                double light = 0;
                for (int cell = 0; cell < cells; cell++) {
                    int row = i / SIDE;
                    double dx = i % SIDE - (20 + step * frame + 0.37 * cell);
                    double dy = row - (15 + 22.0 * cell);
                    boolean isSeen = frame != missing || cell > 0;
                    light += isSeen ? 800 * Math.exp(-(dx * dx + dy * dy) / (2 * 2.5 * 2.5)) : 0;
                }
                double value = 3000 + (dark ? -light : light) + 15 * random.nextGaussian();
                samples[i] = (short) Math.round(value);
            }
            film.add(samples);
        }
        return film;
    }

    private static RawFile file(List<short[]> film) {
        return new RawFile("film.tif", TiffWriter.stack(SIDE, SIDE, film, 0.5, 120, RawFile.SIMULATED_MARK));
    }

    @Test
    void speedsInTheUnitsOfTheFile() {
        AnalysisDocument document = TrackFiles.analyze(Map.of(), file(film(4, 1.7, -1, false)));
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks).hasSize(4);
        for (SubjectResult track : tracks) {
            assertThat(TrackFiles.value(track, "points")).isEqualTo(FRAMES);
            // 1.7 px of 0.5 um in 2 min
            assertThat(TrackFiles.value(track, "displacement")).isCloseTo(1.7 * 11 * 0.5, within(0.1));
            assertThat(TrackFiles.value(track, "meanSpeed")).isCloseTo(1.7 * 0.5 / 2, within(0.02));
        }
    }

    @Test
    void darkCellsAndAGap() {
        AnalysisDocument document =
                TrackFiles.analyze(Map.of("darkCells", "true", "spotDiameter", "7"), file(film(3, 1.2, 5, true)));
        assertThat(TrackFiles.tracks(document))
                .extracting(track -> TrackFiles.value(track, "points"))
                .containsExactlyInAnyOrder(FRAMES - 1.0, (double) FRAMES, (double) FRAMES);
    }

    @Test
    void aDaughterIsNamedAfterItsParent() {
        StringBuilder csv = new StringBuilder("frame,x,y\n");
        for (int frame = 0; frame < 10; frame++) {
            csv.append(frame).append(',').append(2 * frame).append(",10\n");
            if (frame >= 5) {
                csv.append(frame)
                        .append(',')
                        .append(2 * frame)
                        .append(',')
                        .append(8 - 2 * (frame - 5))
                        .append('\n');
            }
        }
        AnalysisDocument document =
                TrackFiles.analyze(Map.of("splits", "true"), TrackFiles.text("spots.csv", csv.toString()));
        assertThat(TrackFiles.tracks(document))
                .extracting(track -> track.subject().get("track"))
                .containsExactly("1", "2 from 1");
    }

    @Test
    void filesOfOneFrameAreOneFilm() {
        List<RawFile> files = new ArrayList<>();
        for (short[] frame : film(2, 2, -1, false)) {
            files.add(new RawFile(
                    "frame" + files.size() + ".tif",
                    TiffWriter.stack(SIDE, SIDE, List.of(frame), 0.5, 120, RawFile.SIMULATED_MARK)));
        }
        AnalysisDocument document = TrackFiles.analyze(Map.of(), files.toArray(RawFile[]::new));
        assertThat(TrackFiles.tracks(document)).hasSize(2);
    }

    @Test
    void noiseAloneHasNoTracks() {
        assertThatThrownBy(() -> TrackFiles.analyze(Map.of("spotDiameter", "7"), file(film(0, 1, -1, false))))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("detections");
    }
}
