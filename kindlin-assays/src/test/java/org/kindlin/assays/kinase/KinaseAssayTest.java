package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.figures.Figure;
import org.kindlin.figures.export.FigureExport;

/** From files to document. */
class KinaseAssayTest {
    private static AnalysisDocument run(Map<String, String> stated, InputFile... files) {
        return Analysis.run(new KinaseAssay(), List.of(files), Settings.of(stated), 1);
    }

    private static RawFile text(String path, String content) {
        return new RawFile(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** BMG MARS export of a real 384-well ADP2 plate (allotropy test data, MIT), whose layout was not published. */
    private static RawFile transcreener() throws IOException {
        String name = "16-02-29 14-34-46 Transcreener ADP2 FI.csv";
        try (InputStream stream = PlateReaders.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new RawFile("data/transcreener.csv", stream.readAllBytes());
        }
    }

    @Test
    void isRegistered() {
        assertThat(AssayRegistry.find("kinase")).isPresent();
    }

    @Test
    void filesGiveTheSameNumbersAsTheWellsTheyHold() {
        AssayBlock fak = VirtualPlate.of("FAK", 5.6, 1).withStandards("fak.1", 1);
        AssayBlock pyk2 = VirtualPlate.of("Pyk2", 5.6, 1).withStandards("pyk2.1", 2);
        Map<String, String> stated = Map.of("atp", "10 uM", "enzymeConcentration", "1 nM");
        AnalysisDocument document = run(stated, VirtualPlate.asFile(fak), VirtualPlate.asFile(pyk2));
        KinaseProtocol protocol = KinaseProtocolTest.protocol(stated);
        KinaseResult direct = KinaseAnalysis.analyze(VirtualPlate.data(protocol, fak, pyk2), protocol, 1);
        for (int i = 0; i < 2; i++) {
            SubjectResult subject = document.results().get(i);
            assertThat(subject.subject()).containsEntry("target", i == 0 ? "FAK" : "Pyk2");
            double expected =
                    Objects.requireNonNull(direct.potencies().get(i).ic50().value());
            assertThat(subject.estimate("ic50").orElseThrow().value()).isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(document.simulated()).isTrue();
        assertThat(document.figures()).allMatch(figure -> figure.svg().contains("SIMULATED DATA"));
        assertThat(document.verdicts().getFirst()).contains("dual");
        assertThat(document.methods()).contains("16 no-enzyme wells").contains("16 vehicle wells");
    }

    @Test
    void aRealPlateWithoutDosesIsDescribedAndGivesNoIc50() throws IOException {
        AnalysisDocument document =
                run(Map.of("normalization", "none", "readout", "Transcreener ADP2 FI"), InputFile.of(transcreener()));
        assertThat(document.simulated()).isFalse();
        assertThat(document.results())
                .noneMatch(subject -> subject.estimate("ic50").isPresent());
        SubjectResult plate = document.results().getFirst();
        assertThat(plate.warning("no-doses").orElseThrow().message()).contains("16 of its levels");
        SubjectResult row = document.results().get(1);
        assertThat(row.subject()).containsEntry("level", "row A");
        assertThat(row.estimate("n").orElseThrow().value()).isEqualTo(20);
        // mean of the 20 readings of row A in the file
        assertThat(row.estimate("mean").orElseThrow().value()).isCloseTo(23822.8, within(1e-6));
        assertThat(document.verdicts()).anyMatch(sentence -> sentence.startsWith("No IC50"));
        assertThat(document.figures()).extracting(Figure::name).contains("levels-transcreener", "plate-transcreener");
        write(document);
    }

    /** The same plate under a map made for this test: rows as levels, and the controls that rows O and P look like. */
    @Test
    void aRealPlateWithControlsButNoDosesIsNormalized() throws IOException {
        StringBuilder map = new StringBuilder("well,role,compound,level\n");
        for (int row = 0; row < 14; row++) {
            for (int column = 1; column <= 20; column++) {
                map.append((char) ('A' + row))
                        .append(column)
                        .append(",sample,unknown,L")
                        .append(row + 1)
                        .append('\n');
            }
        }
        for (String row : List.of("O", "P")) {
            for (int column = 1; column <= 10; column++) {
                map.append(row).append(column).append(column <= 5 ? ",vehicle,,\n" : ",no-enzyme,,\n");
            }
        }
        InputFile file = new InputFile(
                transcreener(), Optional.of(text("layout/map.csv", map.toString())), Map.of("target", "kinase X"));
        AnalysisDocument document = run(Map.of(), file);
        SubjectResult plate = document.results().getFirst();
        assertThat(plate.quality()).anyMatch(check -> check.check().equals("z-prime") && check.value() != null);
        assertThat(plate.quality()).anySatisfy(check -> {
            assertThat(check.check()).isEqualTo("signal-to-background");
            assertThat(check.value()).isGreaterThan(500);
        });
        SubjectResult first = document.results().get(1);
        assertThat(first.subject()).containsEntry("level", "L1");
        assertThat(first.estimate("mean").orElseThrow().unit()).isEqualTo("%");
        assertThat(first.estimate("mean").orElseThrow().value()).isBetween(60.0, 66.0);
        assertThat(plate.warning("no-doses")).isPresent();
    }

    @Test
    void faultsAreToldAllAtOnceWithTheirPlaces() {
        RawFile data = text("p.csv", ",1,2,3\nA,10,20,30\nB,11,21,31\n");
        assertThatThrownBy(() -> run(Map.of(), InputFile.of(data)))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("has no plate map");
        RawFile map = text("map.csv", """
                well,role,compound,form,concentration,unit
                A1,sample,x,HCl,10,ng/mL
                A2,sample,x,HCl,1,ng/mL
                B1,standard,,,5,uM
                """);
        assertThatThrownBy(() -> run(Map.of(), new InputFile(data, Optional.of(map), Map.of("atp", "none"))))
                .isInstanceOfSatisfying(InputFaultException.class, faults -> {
                    assertThat(faults.faults())
                            .extracting(fault -> fault.place())
                            .contains("well A01", "well A02");
                    assertThat(faults.getMessage())
                            .contains("molar mass")
                            .contains("no usable vehicle well")
                            .contains("no usable no-enzyme or blank well")
                            .contains("'none' is no concentration");
                });
    }

    @Test
    void excludedAndUnreadWellsAreListedAndNotUsed() {
        AssayBlock block = VirtualPlate.of("FAK", 5.6, 1).block("p", 3);
        InputFile whole = VirtualPlate.asFile(block);
        String map = new String(whole.layout().orElseThrow().bytes(), StandardCharsets.UTF_8);
        String excluding = map.lines()
                .map(line -> line.contains(",A03,") ? line.replaceAll(",,$", ",yes,pipetting error") : line)
                .reduce("", (a, b) -> a + b + "\n");
        assertThat(excluding).contains("pipetting error");
        InputFile file = new InputFile(whole.data(), Optional.of(text("m.csv", excluding)), whole.tags());
        AnalysisDocument document = run(Map.of("atp", "10"), file);
        assertThat(document.exclusions())
                .singleElement()
                .satisfies(exclusion -> assertThat(exclusion.toString()).contains("well A03", "pipetting error"));
        assertThat(document.results().getFirst().estimate("df").orElseThrow().value())
                .isEqualTo(48 - 1 - 4);
    }

    private static void write(AnalysisDocument document) throws IOException {
        String folder = System.getProperty("kindlin.figures.out");
        if (folder != null) {
            for (Figure figure : document.figures()) {
                Files.write(Path.of(folder).resolve(figure.name() + ".png"), FigureExport.png(figure, 2));
            }
        }
    }
}
