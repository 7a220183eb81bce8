package org.kindlin.study.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.record.JournalEntry.Kind;

/**
 * The record of a study: what was found, by the hash of what it was found from.
 *
 * <p>An analysis counts as kept from the moment its journal line is on the disk; its document and figures are there
 * before. One process and one thread writes at a time (see {@link #open}); any
 * thread may look things up meanwhile.
 */
public final class StudyRecord implements AutoCloseable {
    /** The record's folder within the output folder. */
    public static final String FOLDER = "record";

    private final ObjectStore objects;
    private final Journal journal;
    private final InstantSource clock;
    private final Runnable unlock;
    private final List<JournalEntry> entries;
    private final Map<Sha256, JournalEntry> latestByKey = new ConcurrentHashMap<>();

    private StudyRecord(Path folder, InstantSource clock, Runnable unlock) {
        this.objects = new ObjectStore(folder.resolve("objects"));
        this.journal = new Journal(folder.resolve("journal.jsonl"));
        this.clock = clock;
        this.unlock = unlock;
        this.entries = new CopyOnWriteArrayList<>(journal.read().entries());
        entries.forEach(entry -> latestByKey.put(entry.key(), entry));
    }

    /**
     * Opens the record of an output folder for writing, and makes it where there is none.
     *
     * @param out output folder
     * @param clock tells the time of journal entries
     * @throws org.kindlin.fault.InputFaultException if another process writes to it, or nobody can
     */
    public static StudyRecord open(Path out, InstantSource clock) {
        Path folder = out.resolve(FOLDER);
        RecordLock lock = RecordLock.take(folder.resolve("lock"));
        try {
            return new StudyRecord(folder, clock, lock::close);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The record of an output folder as it is now, for reading only. */
    public static StudyRecord view(Path out) {
        return new StudyRecord(out.resolve(FOLDER), () -> Instant.EPOCH, () -> {});
    }

    /** The analysis kept under a key; empty where there is none or any part of it is missing or damaged. */
    public Optional<KeptAnalysis> find(Sha256 key) {
        return entry(key).flatMap(this::kept);
    }

    /** What the journal has of the analysis with this key, intact or not. */
    public Optional<JournalEntry> entry(Sha256 key) {
        return Optional.ofNullable(latestByKey.get(key)).filter(entry -> entry.kind() == Kind.ANALYSIS);
    }

    private Optional<KeptAnalysis> kept(JournalEntry entry) {
        return Optional.ofNullable(entry.outputs().get(JournalEntry.DOCUMENT))
                .flatMap(hash -> objects.find(hash).flatMap(json -> KeptAnalysis.load(hash, json, objects)));
    }

    /** The latest analysis of an experiment, whatever its key. */
    public Optional<JournalEntry> latest(String experiment) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.ANALYSIS && entry.name().equals(experiment))
                .reduce((earlier, later) -> later);
    }

    /** The latest report. */
    public Optional<JournalEntry> latestReport() {
        return entries.stream().filter(entry -> entry.kind() == Kind.REPORT).reduce((earlier, later) -> later);
    }

    /** Keeps a finished analysis: attachments, figures, document, then the journal line that makes it count. */
    public KeptAnalysis keep(String experiment, Sha256 key, Analysis.Performed performed, String figureFolder) {
        AnalysisDocument document = performed.document();
        performed.attachments().forEach(attachment -> objects.put(attachment.bytes()));
        document.figures().forEach(figure -> objects.put(figure.svg().getBytes(StandardCharsets.UTF_8)));
        byte[] json = DocumentJson.write(document, figureFolder);
        Sha256 hash = objects.put(json);
        append(new JournalEntry(clock.instant(), Kind.ANALYSIS, experiment, key, Map.of(JournalEntry.DOCUMENT, hash)));
        return KeptAnalysis.load(hash, json, objects)
                .orElseThrow(() -> new IllegalStateException("what was just kept cannot be found: " + hash));
    }

    /** Notes that a report was written, and the hashes of its files. */
    public void noteReport(Sha256 key, Map<String, Sha256> files) {
        append(new JournalEntry(clock.instant(), Kind.REPORT, "report", key, files));
    }

    public ObjectStore objects() {
        return objects;
    }

    /** The journal as it is on the disk now. */
    public Journal.Content journal() {
        return journal.read();
    }

    private void append(JournalEntry entry) {
        journal.append(entry);
        entries.add(entry);
        latestByKey.put(entry.key(), entry);
    }

    @Override
    public void close() {
        unlock.run();
    }
}
