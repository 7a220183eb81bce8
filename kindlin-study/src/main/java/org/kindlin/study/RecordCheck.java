package org.kindlin.study;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.json.FigureFile;
import org.kindlin.study.record.Journal;
import org.kindlin.study.record.JournalEntry;
import org.kindlin.study.record.ObjectStore.State;
import org.kindlin.study.record.Sha256;
import org.kindlin.study.record.StudyRecord;

/** Recomputes the hashes of a record and of the copies beside it. */
final class RecordCheck {
    private final StudyRecord record;
    private final OutputFolder folder;
    private final Set<Sha256> told = new HashSet<>();

    RecordCheck(StudyRecord record, OutputFolder folder) {
        this.record = record;
        this.folder = folder;
    }

    /** What is wrong with one analysis: its document, its figures, and their copies. */
    List<Finding> analysis(JournalEntry entry) {
        List<Finding> findings = new ArrayList<>(lost(entry, ""));
        Sha256 hash = document(entry);
        copy(OutputFolder.resultFile(entry.name()), hash).ifPresent(findings::add);
        for (FigureFile figure : figures(hash)) {
            String file = OutputFolder.figureFolder(entry.name()) + "/" + figure.name() + ".svg";
            copy(file, new Sha256(figure.sha256())).ifPresent(findings::add);
        }
        for (AttachmentRecord attachment : attachments(hash)) {
            String file = OutputFolder.attachmentFolder(entry.name()) + "/" + attachment.name();
            copy(file, new Sha256(attachment.sha256())).ifPresent(findings::add);
        }
        return findings;
    }

    /** What is wrong with the journal, the report, and whatever else the record keeps that was not told yet. */
    List<Finding> rest() {
        List<Finding> findings = new ArrayList<>();
        Journal.Content journal = record.journal();
        journal.unreadable().forEach(line -> findings.add(new Finding.JournalUnreadable(line.line(), line.torn())));
        journal.entries().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.ANALYSIS)
                .forEach(entry -> findings.addAll(lost(entry, "earlier ")));
        Map<String, Sha256> report =
                record.latestReport().map(ReportBasis::files).orElse(Map.of());
        report.forEach((file, hash) -> copy(file, hash).ifPresent(findings::add));
        return findings;
    }

    /** The document of an entry without its drawings; empty where it is lost. */
    Optional<AnalysisDocument> read(JournalEntry entry) {
        Sha256 hash = document(entry);
        return record.objects().find(hash).map(json -> DocumentJson.read(hash.hex(), json, this::svg));
    }

    List<FigureFile> figures(JournalEntry entry) {
        return figures(document(entry));
    }

    private String svg(FigureFile figure) {
        byte[] svg = record.objects().find(new Sha256(figure.sha256())).orElse(new byte[0]);
        return new String(svg, StandardCharsets.UTF_8);
    }

    private List<FigureFile> figures(Sha256 document) {
        return record.objects()
                .find(document)
                .map(json -> DocumentJson.figures(document.hex(), json))
                .orElse(List.of());
    }

    private List<AttachmentRecord> attachments(Sha256 document) {
        return record.objects()
                .find(document)
                .map(json -> DocumentJson.attachments(document.hex(), json))
                .orElse(List.of());
    }

    private List<Finding> lost(JournalEntry entry, String which) {
        List<Finding> findings = new ArrayList<>();
        Sha256 hash = document(entry);
        lost(which + "result of " + entry.name(), hash).ifPresent(findings::add);
        for (FigureFile figure : figures(hash)) {
            String what = which + "figure " + figure.name() + " of " + entry.name();
            lost(what, new Sha256(figure.sha256())).ifPresent(findings::add);
        }
        for (AttachmentRecord attachment : attachments(hash)) {
            String what = which + "attachment " + attachment.name() + " of " + entry.name();
            lost(what, new Sha256(attachment.sha256())).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> lost(String what, Sha256 hash) {
        if (!told.add(hash)) {
            return Optional.empty();
        }
        State state = record.objects().state(hash);
        return state == State.INTACT ? Optional.empty() : Optional.of(new Finding.ObjectLost(what, hash, state));
    }

    private Optional<Finding> copy(String file, Sha256 expected) {
        Optional<Sha256> found = folder.hash(file);
        return found.equals(Optional.of(expected))
                ? Optional.empty()
                : Optional.of(new Finding.CopyDiffers(file, found.isEmpty()));
    }

    /** The hash of an analysis's document. */
    static Sha256 document(JournalEntry entry) {
        Sha256 hash = entry.outputs().get(JournalEntry.DOCUMENT);
        if (hash == null) {
            throw new IllegalStateException("the journal has an analysis of " + entry.name() + " without a document");
        }
        return hash;
    }
}
