package org.kindlin.study;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.yaml.YamlNode;
import org.kindlin.assays.yaml.YamlTree;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;

/**
 * Reads {@code study.yaml}, and tells all its faults at once, each with its line.
 *
 * <p>The file may come from anybody: it is read as plain text, lists and mappings (see {@link YamlTree}), its size and
 * depth are limited, and its paths stay inside the study folder.
 */
public final class StudyReader {
    /** A larger study file is refused. */
    static final int LARGEST_STUDY_FILE = 1 << 20;

    private static final long DEFAULT_SEED = 1;

    private final Faults faults = new Faults();
    private final List<Assay<?, ?, ?>> assays;

    private StudyReader(List<Assay<?, ?, ?>> assays) {
        this.assays = assays;
    }

    /**
     * The study in a folder.
     *
     * @param study the folder, or the study file in it
     * @throws InputFaultException with every fault of the study file
     */
    public static Study read(Path study) {
        return read(study, AssayRegistry.all());
    }

    /** The study in a folder, its experiments drawn from the given assays. */
    public static Study read(Path study, List<Assay<?, ?, ?>> assays) {
        StudyFolder folder = StudyFolder.of(study);
        RawFile source = folder.read(Study.FILE_NAME, study.toString(), "", LARGEST_STUDY_FILE);
        return read(folder, source, assays);
    }

    /** The study that a file's content tells of. */
    static Study read(StudyFolder folder, RawFile source, List<Assay<?, ?, ?>> assays) {
        return new StudyReader(assays).parse(folder, source);
    }

    private Study parse(StudyFolder folder, RawFile source) {
        Fields fields = new Fields(YamlTree.read(Study.FILE_NAME, text(source), faults), "the study", faults);
        Study study = new Study(
                folder,
                source,
                fields.requiredText("title", "add a line such as 'title: Defactinib on FAK and Pyk2'"),
                fields.text("question").orElse(""),
                compounds(fields),
                seed(fields),
                experiments(fields));
        fields.rejectUnknown();
        if (faults.any()) {
            throw new InputFaultException(
                    faults.all().stream().sorted(Faults.byPlace()).toList());
        }
        return study;
    }

    private static String text(RawFile source) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.bytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputFaultException(new Fault(Study.FILE_NAME, "", "is not UTF-8 text", "save it as UTF-8"));
        }
    }

    private long seed(Fields fields) {
        YamlNode.Entry entry = fields.take("seed").orElse(null);
        if (entry == null) {
            return DEFAULT_SEED;
        }
        String text = fields.text("seed", entry).orElse("");
        try {
            return text.isEmpty() ? DEFAULT_SEED : Long.parseLong(text);
        } catch (NumberFormatException e) {
            fields.fault(entry.line(), "'" + Fields.shown(text) + "' is no seed", "give a whole number, such as 1");
            return DEFAULT_SEED;
        }
    }

    private List<CompoundForm> compounds(Fields fields) {
        List<CompoundForm> compounds = new ArrayList<>();
        fields.take("compounds").ifPresent(entry -> {
            Fields byName = new Fields(entry.value(), "'compounds'", faults);
            byName.rest().forEach((compound, forms) -> {
                Fields byForm = new Fields(forms.value(), "compound '" + Fields.shown(compound) + "'", faults);
                for (Map.Entry<String, YamlNode.Entry> form : byForm.rest().entrySet()) {
                    byForm.text(form.getKey(), form.getValue())
                            .ifPresent(mass -> addForm(compound, form, mass, byForm, compounds));
                }
            });
        });
        return compounds;
    }

    private static void addForm(
            String compound,
            Map.Entry<String, YamlNode.Entry> form,
            String mass,
            Fields fields,
            List<CompoundForm> compounds) {
        try {
            double molarMass = Double.parseDouble(mass.replaceFirst("\\s*g/mol$", ""));
            compounds.add(new CompoundForm(compound, form.getKey(), molarMass));
        } catch (IllegalArgumentException e) {
            fields.fault(
                    form.getValue().line(),
                    "'" + Fields.shown(mass) + "' is no molar mass",
                    "give g/mol, such as 'HCl: 546.95 g/mol'");
        }
    }

    private List<Experiment> experiments(Fields fields) {
        YamlNode.Entry entry = fields.take("experiments").orElse(null);
        if (entry == null) {
            fields.fault(fields.line(), "the study has no 'experiments'", "add 'experiments:' with at least one");
            return List.of();
        }
        Map<String, YamlNode.Entry> byName = new Fields(entry.value(), "'experiments'", faults).rest();
        if (byName.isEmpty()) {
            fields.fault(entry.line(), "'experiments' is empty", "add at least one");
        }
        return new ExperimentReader(assays, faults).read(byName);
    }
}
