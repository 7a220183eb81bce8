package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.study.record.JournalEntry;
import org.kindlin.study.record.StudyRecord;

/** A run in a process of its own, killed at random instants: what was finished stays, and the next run goes on. */
class KilledRunTest {
    private static final int EXPERIMENTS = 60;
    private static final int KILLS = 6;

    /** The process that is killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            new StudyRunner(StudyFixture.ASSAYS, ReportWriter.none(), RunListener.silent(), InstantSource.system())
                    .run(Path.of(args[0]), RunOptions.usual());
        }
    }

    @Test
    void everyFinishedResultSurvivesAndTheNextRunGoesOn(@TempDir Path folder, @TempDir Path untouched)
            throws Exception {
        StudyFixture study = large(folder);
        StudyFixture twin = large(untouched);
        twin.run(RunOptions.usual());
        Path journal = folder.resolve("out/record/journal.jsonl");
        Random random = new Random(20260101);
        int finished = 0;
        for (int i = 0; i < KILLS && finished < EXPERIMENTS; i++) {
            killOnceItHasWritten(start(folder), journal, finished, random);
            finished = assertReadable(folder, finished);
        }
        assertThat(finished).isPositive();
        study.run(RunOptions.usual());
        assertThat(study.told().stream().filter(told -> told.endsWith("Unchanged")))
                .hasSizeGreaterThanOrEqualTo(finished);
        assertThat(results(study)).isEqualTo(results(twin));
    }

    private static StudyFixture large(Path folder) {
        StudyFixture study = new StudyFixture(folder);
        StringBuilder yaml = new StringBuilder("title: Many\nexperiments:\n");
        for (int i = 0; i < EXPERIMENTS; i++) {
            yaml.append("  e").append(i).append(": {assay: mean, files: data/a.csv}\n");
        }
        study.write("study.yaml", yaml.toString());
        return study;
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until the child has written beyond what was finished before, then a random instant, then kills it. */
    private static void killOnceItHasWritten(Process child, Path journal, int finished, Random random)
            throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (child.isAlive() && lines(journal) <= finished && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(15));
        child.destroyForcibly();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static long lines(Path journal) throws IOException {
        return Files.exists(journal) ? Files.readString(journal).lines().count() : 0;
    }

    /** Every journal entry must lead to an intact analysis; returns how many there are. */
    private static int assertReadable(Path folder, int atLeast) {
        try (StudyRecord record = StudyRecord.view(folder.resolve("out"))) {
            List<JournalEntry> entries = record.journal().entries();
            assertThat(entries).hasSizeGreaterThanOrEqualTo(atLeast);
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(record.find(entry.key())).isPresent());
            return entries.size();
        }
    }

    private static Map<String, List<Byte>> results(StudyFixture study) {
        Map<String, List<Byte>> files = study.outputs();
        files.keySet().removeIf(file -> !file.startsWith("results/") && !file.startsWith("figures/"));
        return files;
    }
}
