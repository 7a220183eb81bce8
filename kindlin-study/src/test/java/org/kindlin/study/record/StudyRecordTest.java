package org.kindlin.study.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.figures.Figure;
import org.kindlin.study.record.JournalEntry.Kind;

class StudyRecordTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path out;

    @Test
    void whatIsKeptIsFoundByItsKeyAlsoLater() {
        Sha256 key = Sha256.of("key");
        try (StudyRecord record = StudyRecord.open(out, () -> NOON)) {
            assertThat(record.find(key)).isEmpty();
            record.keep("kinase", key, new Analysis.Performed(document("a"), List.of(), List.of()), "figures/kinase");
            assertThat(record.find(key).orElseThrow().document()).isEqualTo(document("a"));
        }
        try (StudyRecord record = StudyRecord.view(out)) {
            assertThat(record.find(key).orElseThrow().document()).isEqualTo(document("a"));
            assertThat(record.latest("kinase").orElseThrow().time()).isEqualTo(NOON);
            assertThat(record.latest("other")).isEmpty();
        }
    }

    @Test
    void aJournalCutAtAnyByteKeepsEveryEarlierEntryAndTakesNewOnes() throws IOException {
        Path file = out.resolve("journal.jsonl");
        Journal journal = new Journal(file);
        List<JournalEntry> entries = List.of(entry("first"), entry("second \"µ\""), entry("third"));
        entries.forEach(journal::append);
        byte[] whole = Files.readAllBytes(file);
        int[] ends = {end(whole, 1), end(whole, 2), end(whole, 3)};
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int intact = length >= ends[2] - 1 ? 3 : length >= ends[1] - 1 ? 2 : length >= ends[0] - 1 ? 1 : 0;
            assertThat(journal.read().entries()).as("cut at " + length).isEqualTo(entries.subList(0, intact));
            assertThat(journal.read().unreadable()).allMatch(Journal.Unreadable::torn);

            if (length % 11 == 0) { // every append waits for the disk
                journal.append(entry("next"));
                assertThat(journal.read().entries()).hasSize(intact + 1).last().isEqualTo(entry("next"));
            }
        }
    }

    @Test
    void noAlteredByteOfAJournalLinePasses() throws IOException {
        Path file = out.resolve("journal.jsonl");
        Journal journal = new Journal(file);
        journal.append(entry("first"));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length - 1; i++) {
            byte[] altered = whole.clone();
            altered[i] ^= 1;
            Files.write(file, altered);
            assertThat(journal.read().entries()).as("byte " + i).isEmpty();
            assertThat(journal.read().unreadable()).as("byte " + i).isNotEmpty();
        }
    }

    @Test
    void anObjectCutOrAlteredAtAnyByteIsNeverTakenForTheWhole() throws IOException {
        ObjectStore objects = new ObjectStore(out);
        byte[] content = "the content of an object".getBytes(StandardCharsets.UTF_8);
        Sha256 name = objects.put(content);
        Path file = objects.file(name);
        for (int length = 0; length < content.length; length++) {
            Files.write(file, Arrays.copyOf(content, length));
            assertThat(objects.state(name)).isEqualTo(ObjectStore.State.DAMAGED);
            assertThat(objects.find(name)).isEmpty();
        }
        assertThat(objects.put(content)).isEqualTo(name);
        assertThat(objects.find(name)).hasValue(content);
        Files.delete(file);
        assertThat(objects.state(name)).isEqualTo(ObjectStore.State.MISSING);
    }

    @Test
    void aLeftoverOfAKilledWriterDoesNoHarm() throws IOException {
        Path file = out.resolve("result.json");
        Files.writeString(
                out.resolve(".result.json" + AtomicFiles.TEMPORARY), "half of a much longer text than the new one");
        AtomicFiles.write(file, "new".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("new");
        assertThat(out.toFile().list()).containsExactly("result.json");
    }

    private static int end(byte[] text, int lines) {
        int seen = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' && ++seen == lines) {
                return i + 1;
            }
        }
        throw new AssertionError("fewer lines");
    }

    private static JournalEntry entry(String name) {
        return new JournalEntry(
                NOON, Kind.ANALYSIS, name, Sha256.of("key " + name), Map.of(JournalEntry.DOCUMENT, Sha256.of(name)));
    }

    private static AnalysisDocument document(String methods) {
        return new AnalysisDocument(
                "0.1.0",
                "kinase",
                List.of(),
                List.of(),
                1,
                List.of(),
                List.of(),
                List.of(),
                methods,
                List.of(new Figure("curve", "Curve", "Caption", 100, 50, "<svg>µ</svg>")));
    }
}
