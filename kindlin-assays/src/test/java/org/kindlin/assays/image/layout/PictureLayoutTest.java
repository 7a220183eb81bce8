package org.kindlin.assays.image.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

/** Which row of which table speaks of a picture. */
class PictureLayoutTest {
    private static final Key<String> KEY = Key.file("layout", "");

    private final Faults faults = new Faults();

    private static RawFile table(String path, String... rows) {
        return new RawFile(path, String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
    }

    private static InputFile picture(String path, Optional<RawFile> layout) {
        return new InputFile(new RawFile(path, new byte[1]), layout, Map.of());
    }

    private PictureLayout one(String... rows) {
        return PictureLayout.read(List.of(picture("x.tif", Optional.of(table("l.csv", rows)))), KEY, faults);
    }

    private String said(PictureLayout layout, String path, String picture) {
        return layout.row(picture(path, Optional.empty()), picture)
                .map(row -> row.text("said"))
                .orElse("nothing");
    }

    private List<String> faults() {
        return faults.all().stream().map(Fault::toString).toList();
    }

    @Test
    void theClosestNameCounts() {
        PictureLayout layout = one("image,said", "A1,all", "A1.tif page 2,second", "A1.b,other");
        assertThat(said(layout, "d/A1.tif", "A1.tif page 1")).isEqualTo("all");
        assertThat(said(layout, "d/A1.tif", "A1.tif page 2")).isEqualTo("second");
        assertThat(said(layout, "d/A1.b.tif", "A1.b.tif")).isEqualTo("other");
        assertThat(faults()).isEmpty();
        assertThat(layout.unused()).isEmpty();
    }

    @Test
    void foldersTellFilesOfOneNameApart() {
        PictureLayout layout = one("image,said", "day1/f.tif,first", "day2\\f.tif,second", "far/away/g.tif,third");
        assertThat(said(layout, "data/day1/f.tif", "f.tif")).isEqualTo("first");
        assertThat(said(layout, "data/day2/f.tif", "f.tif")).isEqualTo("second");
        assertThat(said(layout, "g.tif", "g.tif")).isEqualTo("third");
    }

    @Test
    void eachFileMayHaveItsOwnTable() {
        List<InputFile> files = List.of(
                picture("a.tif", Optional.of(table("1.csv", "image,said", "a,one"))),
                picture("b.tif", Optional.of(table("2.csv", "image,said", "b,two"))));
        PictureLayout layout = PictureLayout.read(files, KEY, faults);
        assertThat(files.stream()
                        .map(file -> layout.row(file, file.data().name())
                                .orElseThrow()
                                .text("said")))
                .containsExactly("one", "two");
    }

    @Test
    void whatIsNotThereIsTold() {
        PictureLayout layout = one("image,said", "a,one", "b,two", "c,three");
        assertThat(said(layout, "a.tif", "a.tif")).isEqualTo("one");
        assertThat(said(layout, "d.tif", "d.tif")).isEqualTo("nothing");
        assertThat(faults()).singleElement().asString().contains("l.csv", "d.tif");
        assertThat(layout.unused())
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("2 pictures", "b, c");
    }

    @Test
    void doubledAndNamelessRowsAreFaults() {
        one("image,said", "a,one", "a,two", ",three");
        assertThat(faults()).hasSize(2);
        assertThat(faults().getFirst()).contains("line 3", "line 2");
        assertThat(faults().getLast()).contains("line 4");
    }

    @Test
    void aTableWithoutPicturesIsAFault() {
        one("well,said", "a,one");
        assertThat(faults()).singleElement().asString().contains("image");
    }

    @Test
    void rolesAndDoses() {
        PictureLayout layout = one("image,role,dose", "a,Vehicle,0", "b,contrl,-1", "c,blank,1 uM", "d,,");
        Role[] roles = Arrays.stream(new String[] {"a", "b", "c", "d"})
                .map(name -> layout.row(picture(name + ".tif", Optional.empty()), name + ".tif")
                        .orElseThrow())
                .map(row -> {
                    row.dose(faults);
                    return row.role(Role.OF_CELLS, faults);
                })
                .toArray(Role[]::new);
        assertThat(roles).containsExactly(Role.CONTROL, Role.SAMPLE, Role.SAMPLE, Role.SAMPLE);
        assertThat(faults()).hasSize(4);
        assertThat(String.join("\n", faults())).contains("contrl", "-1", "blank", "1 uM");
    }
}
