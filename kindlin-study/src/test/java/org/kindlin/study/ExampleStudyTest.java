package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.AssayRegistry;

/** The study that comes with Kindlin is read without a fault, and every file it names is there. */
class ExampleStudyTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("kindlin.root", ".."), "examples", "defactinib");

    @Test
    void everyExperimentAndFileOfTheExampleIsThere() {
        Study study = StudyReader.read(EXAMPLE, AssayRegistry.all());
        assertThat(study.experiments()).isNotEmpty().allSatisfy(experiment -> {
            assertThat(experiment.files()).isNotEmpty();
            experiment
                    .files()
                    .forEach(file -> assertThat(Files.isRegularFile(EXAMPLE.resolve(file.path())))
                            .as(file.path())
                            .isTrue());
        });
    }
}
