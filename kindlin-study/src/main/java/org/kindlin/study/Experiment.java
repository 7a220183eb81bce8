package org.kindlin.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Fault;

/**
 * One experiment of a study: an assay, its files and its protocol.
 *
 * @param name name within the study; safe as a file name
 * @param assay name of the assay
 * @param title heading in the report; the name where none was given
 * @param note what the reader of the report should know about the data; may be empty
 * @param files data files in order
 * @param protocol protocol keys as text, in the order stated
 * @param line line of study.yaml that the experiment starts on
 * @param protocolLines line of study.yaml for each stated protocol key
 */
public record Experiment(
        String name,
        String assay,
        String title,
        String note,
        List<DataFile> files,
        Map<String, String> protocol,
        int line,
        Map<String, Integer> protocolLines) {

    /**
     * A data file of an experiment.
     *
     * @param path relative to the study folder
     * @param layout plate map or other layout file, relative to the study folder; empty where there is none
     * @param tags what holds for the whole file, such as {@code target=FAK}
     * @param line line of study.yaml that names it
     */
    public record DataFile(String path, String layout, Map<String, String> tags, int line) {
        public DataFile {
            tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        }
    }

    public Experiment {
        files = List.copyOf(files);
        protocol = Collections.unmodifiableMap(new LinkedHashMap<>(protocol));
        protocolLines = Map.copyOf(protocolLines);
    }

    /** The protocol as an assay reads it. */
    public Settings settings() {
        return new Settings(protocol, Study.FILE_NAME, place());
    }

    /** The fault with its line in study.yaml, where it concerns a protocol key; otherwise as it is. */
    public Fault located(Fault fault) {
        if (!fault.file().equals(Study.FILE_NAME) || !fault.place().startsWith(place())) {
            return fault;
        }
        String key = fault.place().substring(place().length()).replaceFirst("^\\.", "");
        boolean saysWhich = key.isEmpty() || fault.problem().contains(key);
        return new Fault(
                fault.file(),
                "line " + protocolLines.getOrDefault(key, line),
                saysWhich ? fault.problem() : key + ": " + fault.problem(),
                fault.remedy());
    }

    private String place() {
        return "experiments." + name + ".protocol";
    }
}
