package org.kindlin.assays.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Files of public trackers with the numbers these or their packages gave. */
class TracksReferenceTest {

    /** TrackMate's own example: 29, 33, 11 and 8 spots. */
    @Test
    void exportedTracksOfTrackMate() {
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.shared("FakeTracks_Tracks.xml"));
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks)
                .extracting(track -> TrackFiles.value(track, "points"))
                .containsExactly(29.0, 33.0, 11.0, 8.0);
        assertThat(tracks.getFirst().estimate("displacement").orElseThrow().unit())
                .isEqualTo("px");
        // frameInterval 1 sec: 28 steps
        assertThat(TrackFiles.value(tracks.getFirst(), "duration")).isCloseTo(28 / 60.0, within(1e-12));
    }

    /** The session holds 184 spots and no tracks; they are linked, and every spot is found again. */
    @Test
    void sessionWithoutTracksIsLinked() {
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.shared("FakeTracks.xml"));
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks.stream()
                        .mapToDouble(track -> TrackFiles.value(track, "points"))
                        .sum())
                .isEqualTo(184);
        assertThat(document.results().getFirst().warning("linked-here")).isPresent();
    }

    /** celltrackR: mean over tracks of speed and of straightness. */
    @Test
    void tCells() {
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.shared("celltrackR_TCells.csv"));
        SubjectResult all = document.results().getFirst();
        assertThat(TrackFiles.value(all, "tracks")).isEqualTo(199);
        assertThat(TrackFiles.value(all, "meanSpeed")).isCloseTo(8.413915, within(5e-7));
        assertThat(TrackFiles.value(all, "straightness")).isCloseTo(0.468743, within(5e-7));
        assertThat(all.estimate("meanSpeed").orElseThrow().unit()).isEqualTo("um/min");
        assertThat(TrackFiles.value(all, "persistenceTime")).isBetween(0.6, 1.2);
    }

    /** Cumulated and net distances that the tracker wrote into every row, at 0.201 um in a pixel. */
    @Test
    void leukocytes() throws IOException {
        RawFile file = TrackFiles.shared("leuko_ghent/p2_pbs.txt.gz");
        AnalysisDocument document = TrackFiles.analyze(Map.of("pixelSize", "0.201"), file);
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(file.bytes())).readAllBytes(),
                StandardCharsets.ISO_8859_1);
        Map<String, String[]> stated = new HashMap<>();
        text.lines().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> stated.put(cells[0], cells));
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks).hasSize(75);
        for (SubjectResult track : tracks) {
            String[] cells = Objects.requireNonNull(stated.get(track.subject().get("track")));
            assertThat(TrackFiles.value(track, "pathLength")).isCloseTo(Double.parseDouble(cells[10]), within(1e-5));
            assertThat(TrackFiles.value(track, "displacement")).isCloseTo(Double.parseDouble(cells[11]), within(1e-5));
        }
    }

    @Test
    void biotracks() {
        AnalysisDocument document = TrackFiles.analyze(
                Map.of(),
                TrackFiles.shared("cmso0001_2B_dp.json"),
                TrackFiles.shared("cmso0001_2B_objects.csv"),
                TrackFiles.shared("cmso0001_2B_links.csv"));
        SubjectResult first = TrackFiles.tracks(document).getFirst();
        assertThat(first.subject()).containsEntry("track", "0");
        assertThat(TrackFiles.value(first, "points")).isEqualTo(22);
        assertThat(first.estimate("displacement").orElseThrow().unit()).isEqualTo("um");
    }
}
