package org.kindlin.assays.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Files as trackers and people write them: two cells of five positions, of which the first moves 5 in every step. */
class TrackFormatsTest {
    private static final int FRAMES = 5;

    @FunctionalInterface
    private interface Line {
        String of(int cell, int frame, int x, int y);
    }

    private static String table(String header, Line line) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int cell = 0; cell < 2; cell++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                text.append(line.of(cell, frame, (3 + cell) * frame, 4 * frame + 100 * cell))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void assertTwoCells(AnalysisDocument document, String unit, double speed) {
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks).hasSize(2).allMatch(track -> TrackFiles.value(track, "points") == FRAMES);
        assertThat(tracks.getFirst().estimate("meanSpeed").orElseThrow().unit()).isEqualTo(unit);
        assertThat(TrackFiles.value(tracks.getFirst(), "meanSpeed")).isEqualTo(speed);
        assertThat(document.results().getFirst().warning("linked-here")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "track;Time [min];X [µm];Y [µm]",
                "TrackID;time/min;x/um;y/um",
                "Cell ID;\"t, min\";\"x, um\";\"y, um\"",
                "TID;t [min];x [micron];y [micron]",
                "Track #;t_min;x_um;y_um",
            })
    void unitsInTheHeader(String header) {
        String text = table(header, (cell, frame, x, y) -> cell + ";" + 5 * frame + ";" + x + ",0;" + y + ",0");
        assertTwoCells(TrackFiles.analyze(Map.of(), TrackFiles.text("t.csv", text)), "um/min", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " \tTrack n°\tSlice n°\tX\tY",
                "Nr\tTrack Nº\tSlice Nº\tX\tY",
                "Nr\tObject #\tImage Plane\tX\tY",
                "ObjectNumber\tTrackObjects_Label_50\tImageNumber\tLocation_Center_X\tLocation_Center_Y",
            })
    void pixelsAndFrames(String header) {
        String text = table(header, (cell, frame, x, y) -> "1\t" + cell + "\t" + frame + "\t" + x + "\t" + y);
        RawFile file = new RawFile("t.xls", text.getBytes(StandardCharsets.ISO_8859_1));
        assertTwoCells(TrackFiles.analyze(Map.of(), file), "px/frame", 5);
    }

    @Test
    void imarisPositions() {
        String text = "\nPosition\n ==================== \n"
                + table(
                        "Position X,Position Y,Position Z,Unit,Category,Collection,Time,TrackID,ID,",
                        (cell, frame, x, y) -> x + "," + y + ",0,um,Spot,Position," + (frame + 1) + "," + cell + ",7,");
        AnalysisDocument document =
                TrackFiles.analyze(Map.of("frameInterval", "5 min"), TrackFiles.text("i.csv", text));
        assertTwoCells(document, "um/min", 1);
    }

    @Test
    void mTrackJ() {
        String film = "MTrackJ 1.5.1 Data File\nDisplaying true true\nAssembly 1 FF0000\nCluster 1 FF0000\n"
                + points(false) + "End of MTrackJ Data File\n";
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.text("a.mdf", film));
        assertTwoCells(document, "px/frame", 5);
        assertThat(TrackFiles.tracks(document).getFirst().subject()).containsEntry("track", "1.1");

        String stack = "MTrackJ 1.2.0 Data File\nAssembly 1\nCluster 1\n" + points(true);
        AnalysisDocument slices = TrackFiles.analyze(Map.of(), TrackFiles.text("a.mdf", stack));
        assertTwoCells(slices, "px/frame", 5);
        assertThat(slices.results().getFirst().warning("slices-are-frames")).isPresent();

        assertThatThrownBy(() -> TrackFiles.analyze(
                        Map.of(), TrackFiles.text("a.mdf", "MTrackJ 1.2.0 Data File\nTrack 1\nPoint 1 2 x 1 1 1\n")))
                .hasMessageContaining("a.mdf:line 3: 'x' is no usable number");
    }

    private static String points(boolean inSlices) {
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < 2; cell++) {
            text.append("Track ").append(cell + 1).append(" FF0000 true\n");
            for (int frame = 0; frame < FRAMES; frame++) {
                text.append("Point %d %d.0 %d.0 %s 1.0%n"
                        .formatted(
                                frame + 1,
                                (3 + cell) * frame,
                                4 * frame,
                                inSlices ? frame + 1 + ".0 1.0" : "1.0 " + (frame + 1) + ".0"));
            }
        }
        return text.toString();
    }

    /** TrackMate writes the time 0 in every frame of a film whose interval it does not know. */
    @Test
    void timesThatStandStillAreFrames() {
        String spots = table(
                "TRACK_ID,POSITION_X,POSITION_Y,POSITION_T,FRAME\nTrack ID,X,Y,T,Frame\n,(micron),(micron),(sec),",
                (cell, frame, x, y) -> cell + "," + x + "," + y + ",0.0," + frame);
        assertTwoCells(TrackFiles.analyze(Map.of(), TrackFiles.text("spots.csv", spots)), "um/frame", 5);

        StringBuilder session = new StringBuilder("<TrackMate><Model spatialunits=\"micron\" timeunits=\"sec\">");
        StringBuilder tracks = new StringBuilder();
        StringBuilder export =
                new StringBuilder("<Tracks spaceUnits=\"micron\" timeUnits=\"sec\" frameInterval=\"0\">");
        for (int cell = 0; cell < 2; cell++) {
            tracks.append("<Track TRACK_ID=\"").append(cell).append("\">");
            export.append("<particle>");
            for (int frame = 0; frame < FRAMES; frame++) {
                int id = cell * FRAMES + frame;
                session.append("<Spot ID=\"%d\" POSITION_X=\"%d\" POSITION_Y=\"%d\" POSITION_T=\"0.0\" FRAME=\"%d\"/>"
                        .formatted(id, (3 + cell) * frame, 4 * frame, frame));
                export.append(
                        "<detection t=\"%d\" x=\"%d\" y=\"%d\"/>".formatted(frame, (3 + cell) * frame, 4 * frame));
                if (frame > 0) {
                    tracks.append("<Edge SPOT_SOURCE_ID=\"%d\" SPOT_TARGET_ID=\"%d\"/>".formatted(id - 1, id));
                }
            }
            tracks.append("</Track>");
            export.append("</particle>");
        }
        session.append(tracks).append("</Model></TrackMate>");
        export.append("</Tracks>");
        for (StringBuilder xml : List.of(session, export)) {
            AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.text("a.xml", xml.toString()));
            assertTwoCells(document, "um/frame", 5);
            assertThat(document.results().getFirst().warning("frames")).isPresent();
        }
    }

    /** Two daughters under one number, the rows of every other frame exchanged: one of them is followed, not the jumps. */
    @Test
    void aTrackThatBranchesWithoutSayingHow() {
        StringBuilder text = new StringBuilder("track,frame,x,y\n1,0,0,0\n");
        for (int frame = 1; frame < 6; frame++) {
            int first = frame % 2 == 0 ? 1 : -1;
            text.append("1,%d,%d,0%n1,%d,%d,0%n".formatted(frame, 10 * first * frame, frame, -10 * first * frame));
        }
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.text("t.csv", text.toString()));
        assertThat(TrackFiles.value(TrackFiles.tracks(document).getFirst(), "pathLength"))
                .isEqualTo(50);
        assertThat(document.results().getFirst().warning("doubled-positions")).isPresent();
    }

    @Test
    void framesInWhichACellWasNotSeen() {
        AnalysisDocument document = TrackFiles.analyze(
                Map.of(), TrackFiles.text("t.csv", "track,t_min,x_um,y_um\n1,0,0,0\n1,1,NaN,NaN\n1,2,6,8\n"));
        assertThat(TrackFiles.value(TrackFiles.tracks(document).getFirst(), "meanSpeed"))
                .isEqualTo(5);
        assertThat(document.results().getFirst().warning("missing-positions")).isPresent();
    }

    @Test
    void whatIsStatedOfUnitsAndNotUsedIsTold() {
        SubjectResult known = TrackFiles.analyze(
                        Map.of("pixelSize", "0.5", "frameInterval", "5 min"),
                        TrackFiles.text("t.csv", "track,t_min,x_um,y_um\n1,0,0,0\n1,1,3,4\n"))
                .results()
                .getFirst();
        assertThat(known.warning("pixel-size-not-used")).isPresent();
        assertThat(known.warning("frame-interval-not-used")).isPresent();
        SubjectResult stepped = TrackFiles.analyze(
                        Map.of("frameInterval", "5 min"),
                        TrackFiles.text("t.csv", "track,time,x_um,y_um\n1,0,0,0\n1,5,3,4\n"))
                .results()
                .getFirst();
        assertThat(stepped.warning("time-step").orElseThrow().message()).contains("a step is 25");
    }

    @Test
    void otherTablesOfTrackMateAreNamed() {
        assertThatThrownBy(() -> TrackFiles.analyze(
                        Map.of(), TrackFiles.text("e.csv", "TRACK_ID,SPOT_SOURCE_ID,SPOT_TARGET_ID\n0,1,2\n")))
                .hasMessageContaining("e.csv:header: this is TrackMate's table of edges");
        assertThatThrownBy(() -> TrackFiles.analyze(
                        Map.of(), TrackFiles.text("t.csv", "TRACK_ID,TRACK_DURATION,TRACK_X_LOCATION\n0,1,2\n")))
                .hasMessageContaining("this is TrackMate's table of tracks");
    }
}
