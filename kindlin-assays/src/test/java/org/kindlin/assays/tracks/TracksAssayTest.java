package org.kindlin.assays.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

class TracksAssayTest {
    /** A track that splits at spot 2, and one that the filter left out. */
    private static final String SESSION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <TrackMate version="7.9">
              <Model spatialunits="micron" timeunits="min">
                <AllSpots>
                  <SpotsInFrame frame="0"><Spot ID="1" POSITION_X="0" POSITION_Y="0" POSITION_Z="0" POSITION_T="0" FRAME="0" VISIBILITY="1"/></SpotsInFrame>
                  <Spot ID="2" POSITION_X="3" POSITION_Y="4" POSITION_Z="0" POSITION_T="5" FRAME="1" VISIBILITY="1"/>
                  <Spot ID="3" POSITION_X="3" POSITION_Y="8" POSITION_Z="0" POSITION_T="10" FRAME="2" VISIBILITY="1"/>
                  <Spot ID="4" POSITION_X="9" POSITION_Y="4" POSITION_Z="0" POSITION_T="10" FRAME="2" VISIBILITY="1"/>
                  <Spot ID="5" POSITION_X="3" POSITION_Y="9" POSITION_Z="0" POSITION_T="15" FRAME="3" VISIBILITY="1"/>
                  <Spot ID="6" POSITION_X="12" POSITION_Y="4" POSITION_Z="0" POSITION_T="15" FRAME="3" VISIBILITY="1"/>
                  <Spot ID="7" POSITION_X="50" POSITION_Y="50" POSITION_Z="0" POSITION_T="0" FRAME="0" VISIBILITY="1"/>
                  <Spot ID="8" POSITION_X="51" POSITION_Y="50" POSITION_Z="0" POSITION_T="5" FRAME="1" VISIBILITY="1"/>
                </AllSpots>
                <AllTracks>
                  <Track name="Track_0" TRACK_ID="0">
                    <Edge SPOT_SOURCE_ID="1" SPOT_TARGET_ID="2"/><Edge SPOT_SOURCE_ID="2" SPOT_TARGET_ID="3"/>
                    <Edge SPOT_SOURCE_ID="4" SPOT_TARGET_ID="2"/><Edge SPOT_SOURCE_ID="3" SPOT_TARGET_ID="5"/>
                    <Edge SPOT_SOURCE_ID="4" SPOT_TARGET_ID="6"/>
                  </Track>
                  <Track name="Track_1" TRACK_ID="1"><Edge SPOT_SOURCE_ID="7" SPOT_TARGET_ID="8"/></Track>
                </AllTracks>
                <FilteredTracks><TrackID TRACK_ID="0"/></FilteredTracks>
              </Model>
            </TrackMate>
            """;

    private static String walks(double driftX, String extraHeader, String... extras) {
        RandomStream random = RandomStream.ofSeed(1);
        StringBuilder text = new StringBuilder("track,t_min,x_um,y_um" + extraHeader + "\n");
        for (int g = 0; g < extras.length; g++) {
            for (int track = 0; track < 30; track++) {
                double x = 0;
                double y = 0;
                double vx = random.nextGaussian();
                double vy = random.nextGaussian();
                for (int k = 0; k < 40; k++) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%d,%d,%.5f,%.5f%s%n",
                            track,
                            k * 2,
                            x,
                            y,
                            extras[g].isEmpty() ? "" : "," + extras[g]));
                    vx = 0.8 * vx + 0.6 * random.nextGaussian();
                    vy = 0.8 * vy + 0.6 * random.nextGaussian();
                    x += vx + driftX;
                    y += vy;
                }
            }
        }
        return text.toString();
    }

    @Test
    void branchingTracksAreCutAndFilteredOnesLeftOut() {
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.text("s.xml", SESSION));
        List<SubjectResult> tracks = TrackFiles.tracks(document);
        assertThat(tracks)
                .extracting(track -> track.subject().get("track"))
                .containsExactly("Track_0.1", "Track_0.2", "Track_0.3");
        assertThat(tracks)
                .extracting(track -> TrackFiles.value(track, "points"))
                .containsExactly(2.0, 2.0, 2.0);
        assertThat(TrackFiles.value(tracks.getFirst(), "displacement")).isEqualTo(5);
        assertThat(TrackFiles.value(tracks.getFirst(), "meanSpeed")).isEqualTo(1);
        assertThat(document.results().getFirst().warning("branching")).isPresent();
    }

    @Test
    void groupsReplicatesAndGradient() {
        String text = walks(0.3, ",drug,dish", "none,a", "none,b", "none,c", "defactinib,a");
        AnalysisDocument document = TrackFiles.analyze(
                Map.of("by", "drug", "replicate", "dish", "gradient", "0"), TrackFiles.text("w.csv", text));
        SubjectResult none = document.results().getFirst();
        assertThat(none.subject()).containsEntry("drug", "none");
        Estimate speed = none.estimate("speed").orElseThrow();
        assertThat(speed.method()).contains("mean over replicates");
        assertThat(speed.unit()).isEqualTo("um/min");
        assertThat(Objects.requireNonNull(
                        none.estimate("chemotaxisIndex").orElseThrow().low()))
                .isPositive();
        assertThat(none.tests().getFirst().p()).isLessThan(0.001);
        SubjectResult treated = document.results().get(1);
        assertThat(treated.warning("cells-as-replicates")).isPresent();
        assertThat(document.figures()).extracting("name").contains("mean-squared-displacement", "tracks-01", "rose-02");
        assertThat(TrackFiles.tracks(document)).hasSize(120);
    }

    @Test
    void rowsInAnyOrderGiveTheSame() {
        String text = walks(0, "", "");
        List<String> lines = text.lines().toList();
        StringBuilder reversed = new StringBuilder(lines.getFirst() + "\n");
        for (int i = lines.size() - 1; i > 0; i--) {
            reversed.append(lines.get(i)).append('\n');
        }
        SubjectResult forward = TrackFiles.analyze(Map.of(), TrackFiles.text("a.csv", text))
                .results()
                .getFirst();
        SubjectResult backward = TrackFiles.analyze(Map.of(), TrackFiles.text("a.csv", reversed.toString()))
                .results()
                .getFirst();
        assertThat(TrackFiles.value(backward, "persistenceTime"))
                .isCloseTo(TrackFiles.value(forward, "persistenceTime"), within(1e-6));
    }

    @Test
    void trackMateTableWithItsExtraHeaders() {
        String text = """
                LABEL,ID,TRACK_ID,POSITION_X,POSITION_Y,POSITION_Z,POSITION_T
                Label,Spot ID,Track ID,X,Y,Z,T
                Label,Spot ID,Track ID,X,Y,Z,T
                ,,,(micron),(micron),(micron),(sec)
                a,1,0,0,0,0,0
                b,2,0,3,4,0,60
                c,3,,9,9,0,60
                """;
        AnalysisDocument document = TrackFiles.analyze(Map.of(), TrackFiles.text("spots.csv", text));
        SubjectResult track = TrackFiles.tracks(document).getFirst();
        assertThat(TrackFiles.value(track, "meanSpeed")).isEqualTo(5);
        assertThat(track.estimate("meanSpeed").orElseThrow().unit()).isEqualTo("um/min");
    }

    @Test
    void positionsWithoutTracksAreLinked() {
        StringBuilder text = new StringBuilder("frame,x,y\n");
        for (int f = 0; f < 12; f++) {
            text.append(f + "," + f + ",0\n" + f + "," + f + ",40\n");
        }
        AnalysisDocument document =
                TrackFiles.analyze(Map.of("linkDistance", "3"), TrackFiles.text("d.csv", text.toString()));
        assertThat(TrackFiles.tracks(document)).hasSize(2).allMatch(track -> TrackFiles.value(track, "points") == 12);
        assertThat(document.results().getFirst().warning("linked-here")).isPresent();
        assertThat(document.results().getFirst().warning("pixels")).isPresent();
        assertThat(document.results().getFirst().warning("frames")).isPresent();
    }

    @Test
    void cellsThatStandStillHaveNoWalk() {
        SubjectResult all = TrackFiles.analyze(
                        Map.of(), TrackFiles.text("s.csv", "track,t_s,x_um,y_um\n1,0,1,1\n1,1,1,1\n1,2,1,1\n"))
                .results()
                .getFirst();
        assertThat(all.estimate("speed").orElseThrow().value()).isNull();
        assertThat(all.estimate("straightness").orElseThrow().value()).isNull();
        assertThat(all.warning("no-walk")).isPresent();
    }

    @Test
    void faultsNameFileAndRemedy() {
        assertThatThrownBy(() -> TrackFiles.analyze(Map.of(), TrackFiles.text("x.csv", "a,b\n1,2\n")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("no column is named like time");
        assertThatThrownBy(() -> TrackFiles.analyze(Map.of(), TrackFiles.text("x.xml", "<TrackMate><Model>")))
                .hasMessageContaining("damaged or cut off");
        assertThatThrownBy(() -> TrackFiles.analyze(Map.of(), TrackFiles.text("x.xml", "<other/>")))
                .hasMessageContaining("not TrackMate's");
        assertThatThrownBy(() -> TrackFiles.analyze(
                        Map.of(), TrackFiles.text("x.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Tracks>&b;</Tracks>")))
                .hasMessageContaining("x.xml");
        assertThatThrownBy(() -> TrackFiles.analyze(
                        Map.of(),
                        TrackFiles.text(
                                "x.xml", "<Tracks><particle><detection t='1' x='q' y='1'/></particle></Tracks>")))
                .hasMessageContaining("no usable x: 'q'");
        assertThatThrownBy(() -> TrackFiles.analyze(Map.of(), TrackFiles.text("dp.json", "{\"resources\":[]}")))
                .hasMessageContaining("cmso_objects_table");
        assertThatThrownBy(() -> TrackFiles.analyze(
                        Map.of(),
                        TrackFiles.text("a.csv", "track,t_s,x_um,y_um\n1,0,1,1\n1,1,2,1\n"),
                        TrackFiles.text("b.csv", "track,t,x,y\n1,0,1,1\n1,1,2,1\n")))
                .hasMessageContaining("other files in um and min");
        assertThatThrownBy(() -> TrackFiles.analyze(Map.of(), TrackFiles.text("a.csv", "track,t,x,y\n1,0,1e300,1\n")))
                .hasMessageContaining("1e300");
    }
}
