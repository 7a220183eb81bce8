package org.kindlin.study.export.crate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.study.FinishedStudy;
import org.kindlin.study.export.ExportFile;

/** A study as an RO-Crate 1.1 ({@code https://w3id.org/ro/crate/1.1}). */
public final class RoCrate {
    private RoCrate() {}

    /**
     * Every file of the crate; the metadata file comes last, so that a folder without it is not yet a crate.
     *
     * @param licence of the crate: an SPDX identifier or a URL; empty where none is stated
     */
    public static List<ExportFile> of(FinishedStudy study, Optional<String> licence) {
        CrateContents contents = CrateContents.of(study);
        List<ExportFile> files = new ArrayList<>();
        contents.files().values().forEach(file -> files.add(new ExportFile(file.path(), file.content())));
        byte[] metadata = CrateMetadata.of(study, contents, licence).getBytes(StandardCharsets.UTF_8);
        files.add(new ExportFile(CrateMetadata.FILE_NAME, metadata));
        return List.copyOf(files);
    }
}
