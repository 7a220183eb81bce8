package org.kindlin.assays;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.fault.Faults;

/** Runs one analysis the only way there is: protocol, read, analyze, figures, document. */
public final class Analysis {

    private Analysis() {}

    /**
     * Analyses files under a protocol.
     *
     * @return the same document, byte for byte, for the same files, settings and seed
     * @throws org.kindlin.fault.InputFaultException with every fault of protocol or files
     */
    public static <P, D, R extends AnalysisResult> AnalysisDocument run(
            Assay<P, D, R> assay, List<InputFile> files, Settings settings, long seed) {
        return perform(assay, files, settings, seed).document();
    }

    /**
     * A finished analysis and what it was made from.
     *
     * @param data the measured values behind the results
     * @param attachments the files made beside the numbers
     */
    public record Performed(AnalysisDocument document, List<DataPoint> data, List<Attachment> attachments) {
        public Performed {
            data = List.copyOf(data);
            attachments = List.copyOf(attachments);
        }
    }

    /** As {@link #run}, with the measured values behind the results. */
    public static <P, D, R extends AnalysisResult> Performed perform(
            Assay<P, D, R> assay, List<InputFile> files, Settings settings, long seed) {
        Faults faults = new Faults();
        Resolved resolved = settings.resolve(assay.keys(), faults);
        faults.throwIfAny();
        P protocol = assay.protocol(resolved, faults);
        faults.throwIfAny();
        D data = assay.read(files, protocol, faults);
        faults.throwIfAny();
        R result = assay.analyze(data, protocol, seed);
        List<InputRecord> inputs = records(files);
        boolean simulated = inputs.stream().anyMatch(InputRecord::simulated);
        AnalysisDocument document = new AnalysisDocument(
                Version.current(),
                assay.name(),
                inputs,
                resolved.entries(),
                seed,
                result.subjects(),
                result.verdicts(),
                result.exclusions(),
                result.methods(),
                assay.figures(result, simulated),
                result.attachments().stream().map(Analysis::record).toList());
        return new Performed(document, result.data(), result.attachments());
    }

    private static AttachmentRecord record(Attachment attachment) {
        RawFile file = new RawFile(attachment.name(), attachment.bytes());
        return new AttachmentRecord(file.path(), file.sha256(), attachment.bytes().length);
    }

    /** Every file once, data before layouts and companions, in the order given. */
    private static List<InputRecord> records(List<InputFile> files) {
        List<RawFile> raw = new ArrayList<>();
        files.forEach(file -> raw.add(file.data()));
        files.forEach(file -> file.layout().ifPresent(raw::add));
        files.forEach(file -> raw.addAll(file.companions().values()));
        return raw.stream().map(RawFile::record).distinct().toList();
    }
}
