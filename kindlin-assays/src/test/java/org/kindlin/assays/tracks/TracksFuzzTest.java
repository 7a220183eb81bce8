package org.kindlin.assays.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Ruined files of every format end in a document or in faults, never otherwise. */
class TracksFuzzTest {
    /** Number of inputs; a long hand run sets the property. */
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 150);

    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 3);

    private static final String TABLE = """
            track,t_s,x_um,y_um,z
            1,0,1,1,0
            1,10,2,1,0
            1,20,3,2,0
            2,0,9,1,0
            2,10,8,3,0
            2,20,8,4,0
            """;
    private static final String DETECTIONS = "frame,x,y\n0,1,1\n0,9,1\n1,2,1\n1,8,2\n2,3,2\n2,7,2\n";
    private static final String EXPORT = """
            <?xml version="1.0"?><Tracks nTracks="1" spaceUnits="um" frameInterval="2.0" timeUnits="sec">
            <particle nSpots="3"><detection t="0" x="1" y="2" z="0"/><detection t="1" x="2" y="2" z="0"/>
            <detection t="2" x="3" y="1" z="0"/></particle></Tracks>""";
    private static final String SESSION = """
            <TrackMate><Model spatialunits="um" timeunits="s"><AllSpots>
            <Spot ID="1" POSITION_X="1" POSITION_Y="1" POSITION_T="0" FRAME="0"/>
            <Spot ID="2" POSITION_X="2" POSITION_Y="1" POSITION_T="1" FRAME="1"/>
            <Spot ID="3" POSITION_X="3" POSITION_Y="2" POSITION_T="2" FRAME="2"/></AllSpots>
            <AllTracks><Track TRACK_ID="0"><Edge SPOT_SOURCE_ID="1" SPOT_TARGET_ID="2"/>
            <Edge SPOT_SOURCE_ID="2" SPOT_TARGET_ID="3"/></Track></AllTracks></Model></TrackMate>""";
    private static final String JSON = """
            {"cmso_space_unit":"um","resources":[{"name":"cmso_objects_table","path":"objects.csv"},
            {"name":"cmso_links_table","path":"links.csv"}]}""";
    private static final String OBJECTS =
            "cmso_object_id,cmso_frame_id,cmso_x_coord,cmso_y_coord\n1,0,1,1\n2,1,2,1\n3,2,3,2\n";
    private static final String LINKS = "cmso_link_id,cmso_object_id\n0,1\n0,2\n0,3\n";
    private static final String MTRACKJ = """
            MTrackJ 1.5.1 Data File
            Cluster 1
            Track 1
            Point 1 1 1 1 1 1
            Point 2 2 1 1 2 1
            Point 3 3 2 1 3 1
            """;
    private static final String IMARIS = """
            Position
            ====================
            Position X,Position Y,Position Z,Unit,Time,TrackID,ID
            1,1,0,um,1,7,1
            2,1,0,um,2,7,2
            3,2,0,um,3,7,3
            """;
    private static final String[] PIECES = {
        ",", "\n", "-", "1e308", "NaN", "0", "\"", "<", ">", "&", "1e-300", "\u0000", "]", "{", "'", "track", "Edge",
        "\t"
    };

    @Test
    void ruinedInputIsAFaultOrAResult() {
        RandomStream stream = RandomStream.ofSeed(SEED);
        int documents = 0;
        for (int i = 0; i < INPUTS; i++) {
            RandomStream own = stream.child(i);
            try {
                TrackFiles.analyze(Map.of(), files(own));
                documents++;
            } catch (InputFaultException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(documents).isGreaterThan(INPUTS / 20);
    }

    private static RawFile[] files(RandomStream stream) {
        return switch (stream.nextInt(7)) {
            case 0 -> one("t.csv", TABLE, stream);
            case 1 -> one("d.csv", DETECTIONS, stream);
            case 2 -> one("e.xml", EXPORT, stream);
            case 3 -> one("s.xml", SESSION, stream);
            case 4 -> one("m.mdf", MTRACKJ, stream);
            case 5 -> one("i.csv", IMARIS, stream);
            default -> {
                int ruined = stream.nextInt(3);
                yield new RawFile[] {
                    TrackFiles.text("dp.json", ruined == 0 ? ruined(JSON, stream) : JSON),
                    TrackFiles.text("objects.csv", ruined == 1 ? ruined(OBJECTS, stream) : OBJECTS),
                    TrackFiles.text("links.csv", ruined == 2 ? ruined(LINKS, stream) : LINKS)
                };
            }
        };
    }

    private static RawFile[] one(String name, String text, RandomStream stream) {
        return new RawFile[] {TrackFiles.text(name, ruined(text, stream))};
    }

    private static String ruined(String text, RandomStream stream) {
        StringBuilder ruined = new StringBuilder(text);
        for (int i = 0; i < 1 + stream.nextInt(3); i++) {
            int at = stream.nextInt(ruined.length());
            switch (stream.nextInt(3)) {
                case 0 -> ruined.insert(at, PIECES[stream.nextInt(PIECES.length)]);
                case 1 -> ruined.delete(at, Math.min(ruined.length() - 1, at + stream.nextInt(12)));
                default -> ruined.setCharAt(at, (char) (32 + stream.nextInt(95)));
            }
        }
        return ruined.toString();
    }
}
