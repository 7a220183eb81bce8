package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.InputFaultException;

/** What a layout names and the pictures do not hold, and the other way round. */
class LayoutTest {
    private static final int ROW = 60;

    private static RawFile text(String name, String content) {
        return new RawFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static InputFile picture(String name, SyntheticBlot blot, RawFile layout) {
        return new InputFile(new RawFile(name + ".png", blot.png()), Optional.of(layout), Map.of("target", name));
    }

    private static AnalysisDocument analyze(Map<String, String> settings, InputFile... files) {
        return Analysis.run(new BlotAssay(), List.of(files), Settings.of(settings), 1);
    }

    /** pFAK of these heights over FAK alike in all lanes that hold anything. */
    private static AnalysisDocument ratios(Map<String, String> settings, String layout, double... heights) {
        double[] total =
                Arrays.stream(heights).map(height -> height > 0 ? 100 : 0).toArray();
        RawFile table = text("layout.csv", layout);
        return analyze(
                settings,
                picture("pFAK", new SyntheticBlot(heights.length, 40).bands(ROW, heights), table),
                picture("FAK", new SyntheticBlot(heights.length, 40).bands(ROW, total), table));
    }

    private static void assertRefused(Map<String, String> settings, String layout, String... parts) {
        assertThatThrownBy(() -> ratios(settings, layout, 100, 80, 60, 40))
                .isInstanceOf(InputFaultException.class)
                .message()
                .contains(parts);
    }

    private static String lanes(int from, int to) {
        StringBuilder rows = new StringBuilder("lane,role\n");
        for (int lane = from; lane <= to; lane++) {
            rows.append(lane).append(lane == from ? ",reference\n" : ",sample\n");
        }
        return rows.toString();
    }

    private static Optional<Warning> warning(AnalysisDocument document, String image, String code) {
        return document.results().stream()
                .filter(result -> image.equals(result.subject().get("image")))
                .flatMap(result -> result.warning(code).stream())
                .findFirst();
    }

    private static double ratio(AnalysisDocument document, int lane) {
        return Objects.requireNonNull(
                lane(document, lane).estimate("ratio").orElseThrow().value());
    }

    private static SubjectResult lane(AnalysisDocument document, int lane) {
        return document.results().stream()
                .filter(result -> String.valueOf(lane).equals(result.subject().get("lane"))
                        && result.estimate("ratio").isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPictureThatIsNotThereIsAFault() {
        assertRefused(
                Map.of(),
                "lane,image,role\n1,pFAK,reference\n1,FAK,reference\n2,pFAK-2,sample\n3,pFAK-2,sample\n",
                "layout.csv:line 4: there is no picture 'pFAK-2' (the pictures are: pFAK.png, FAK.png;");
    }

    @Test
    void moreLanesThanThePictureHoldsAreAFault() {
        assertRefused(
                Map.of(),
                lanes(1, 7),
                "layout.csv:line 6: lane 5 is not there: 4 lanes were found in pFAK.png, where the layout counts 7",
                "role empty");
        assertRefused(
                Map.of("lanes", "4"),
                lanes(1, 5),
                "layout.csv:line 6: lane 5 is beyond the number of lanes, stated as 4");
    }

    @Test
    void rowsThatContradictEachOtherAreFaults() {
        assertRefused(Map.of(), "lane\n1\n2\n2\n", "layout.csv:line 4: lane 2 of pFAK.png stands in line 3 too");
        assertRefused(
                Map.of(), "lane,row\n1,60\n2,600\n", "line 3: row 600.0 lies beyond pFAK.png, which has 160 rows");
        assertRefused(
                Map.of(),
                "lane,target,row\n1,pFAK,60\n1,FAK,\n",
                "line 3: lane 1 of pFAK.png holds several targets, and nothing says which band is FAK");
        assertRefused(
                Map.of("loadingControl", "tubulin"),
                lanes(1, 4),
                "no row has the loading control 'tubulin' for its target (the targets are: pFAK, FAK)");
    }

    /** A ladder on the left and a spare lane on the right: eight lanes are seen, and keep their numbers. */
    @Test
    void lanesThatTheLayoutDoesNotNameAreToldAndMoveNoNumbers() {
        AnalysisDocument document = ratios(Map.of(), lanes(2, 7), 55, 100, 80, 60, 50, 40, 30, 90);
        assertThat(warning(document, "pFAK.png", "not-in-layout").orElseThrow().message())
                .contains("lanes 1, 8 of pFAK.png");
        assertThat(ratio(document, 2)).isCloseTo(1, within(0.02));
        assertThat(ratio(document, 7)).isCloseTo(0.3, within(0.02));
    }

    @Test
    void aLayoutThatNamesEveryLaneIsToldNothing() {
        AnalysisDocument document = ratios(Map.of(), lanes(1, 6), 100, 80, 60, 50, 40, 30);
        for (String code : List.of("not-in-layout", "lanes-arranged", "lanes-uncertain")) {
            assertThat(warning(document, "pFAK.png", code)).isEmpty();
        }
    }

    /** Six of eight lanes show pFAK, with room for the others on both sides: only the layout can tell which. */
    @Test
    void uncertainNumbersEnterNoRatioUnlessTheLayoutSaysWhichLanesAreEmpty() {
        double[] heights = {0, 0, 100, 80, 60, 50, 40, 30, 0, 0};
        AnalysisDocument doubtful = ratios(Map.of(), lanes(1, 8), heights);
        assertThat(warning(doubtful, "pFAK.png", "lanes-uncertain")).isPresent();
        assertThat(lane(doubtful, 2).estimate("ratio").orElseThrow().value()).isNull();
        assertThat(lane(doubtful, 2).warning("no-ratio").orElseThrow().message())
                .contains("uncertain");

        String known = "lane,role\n1,empty\n2,empty\n3,reference\n4,\n5,\n6,\n7,\n8,\n9,empty\n10,empty\n";
        AnalysisDocument told = ratios(Map.of(), known, heights);
        assertThat(warning(told, "pFAK.png", "lanes-uncertain")).isEmpty();
        for (int lane = 3; lane <= 8; lane++) {
            assertThat(ratio(told, lane)).isCloseTo(heights[lane - 1] / 100, within(0.02));
        }
    }

    /** Empty lanes that stand beyond a region drawn tightly round the others. */
    @Test
    void emptyLanesMayLieBeyondThePicture() {
        String layout = "lane,role\n1,empty\n2,reference\n3,\n4,\n5,empty\n6,\n7,empty\n8,empty\n";
        AnalysisDocument document = ratios(Map.of("region", "60,0,220,160"), layout, 0, 100, 80, 60, 0, 50, 0, 0);
        assertThat(ratio(document, 6)).isCloseTo(0.5, within(0.02));
        assertThat(warning(document, "pFAK.png", "lanes-uncertain")).isEmpty();
    }

    /** Every picture has as many lanes as its own rows name. */
    @Test
    void picturesDifferInTheirLanes() {
        StringBuilder layout = new StringBuilder("lane,image,target,role,blot\n");
        List<InputFile> files = new ArrayList<>();
        int[] counts = {4, 8};
        for (int blot = 1; blot <= 2; blot++) {
            for (String target : List.of("pFAK", "FAK")) {
                for (int lane = 1; lane <= counts[blot - 1]; lane++) {
                    String role = lane == 1 ? "reference" : "sample";
                    layout.append(String.format("%d,%s-%d,%s,%s,%d%n", lane, target, blot, target, role, blot));
                }
            }
        }
        RawFile table = text("layout.csv", layout.toString());
        for (int blot = 1; blot <= 2; blot++) {
            double[] heights = new double[counts[blot - 1]];
            Arrays.fill(heights, 100);
            for (String target : List.of("pFAK", "FAK")) {
                SyntheticBlot drawn = new SyntheticBlot(heights.length, 40).bands(ROW, heights);
                files.add(new InputFile(
                        new RawFile(target + "-" + blot + ".png", drawn.png()), Optional.of(table), Map.of()));
            }
        }
        AnalysisDocument document = analyze(Map.of(), files.toArray(InputFile[]::new));
        for (InputFile file : files) {
            assertThat(warning(document, file.data().name(), "lanes-arranged")).isEmpty();
        }
    }

    @Test
    void eachFileMayHaveALayoutOfItsOwn() {
        SyntheticBlot blot = new SyntheticBlot(3, 40).bands(ROW, 100, 50, 25);
        AnalysisDocument document = analyze(
                Map.of(),
                picture("pFAK", blot, text("a.csv", "lane,role\n1,reference\n2,\n3,\n")),
                picture("FAK", blot, text("b.csv", "lane,role\n1,\n2,\n3,ladder\n")));
        assertThat(ratio(document, 2)).isCloseTo(1, within(0.02));
        assertThat(lane(document, 3).estimate("ratio").orElseThrow().value()).isNull();
    }

    /** Named after their files, {@code pFAK-1} and {@code FAK-1} are no pair that was asked for. */
    @Test
    void targetsThatEnterNoRatioAreTold() {
        RawFile table = text("layout.csv", lanes(1, 3));
        SyntheticBlot blot = new SyntheticBlot(3, 40).bands(ROW, 100, 50, 25);
        AnalysisDocument document = analyze(Map.of(), picture("pFAK-1", blot, table), picture("FAK-1", blot, table));
        assertThat(warning(document, "pFAK-1.png", "no-ratios").orElseThrow().message())
                .startsWith("pFAK-1, FAK-1 enter no ratio: the ratios asked for are pFAK/FAK");
        assertThat(warning(ratios(Map.of(), lanes(1, 3), 100, 50, 25), "pFAK.png", "no-ratios"))
                .isEmpty();
    }

    @Test
    void aPictureWithoutARowAndWeightsWithoutALadderAreTold() {
        AnalysisDocument document = ratios(
                Map.of(), "lane,image,role,weight\n1,pFAK,reference,125\n2,pFAK,,125\n3,pFAK,,125\n", 100, 80, 60);
        assertThat(warning(document, "FAK.png", "not-in-layout")).isPresent();
        assertThat(warning(document, "pFAK.png", "weights-unused")).isPresent();
    }
}
