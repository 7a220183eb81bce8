package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.ControlArm;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.workbook.TidyFile;
import org.kindlin.assays.xport.XportReader;
import org.kindlin.assays.xport.XportTidy;
import org.kindlin.fault.Faults;

/** Reads responses by what the columns are: counts, patients, lesions, SDTM and ADaM domains, or a ledger in YAML. */
final class ResponseReader {
    private final ResponseProtocol protocol;
    private final Faults faults;
    private final ResponseTables tables = new ResponseTables();
    private final List<TidyTable> lesionDomains = new ArrayList<>();

    private ResponseReader(ResponseProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static ResponseData read(List<InputFile> files, ResponseProtocol protocol, Faults faults) {
        ResponseReader reader = new ResponseReader(protocol, faults);
        files.stream().flatMap(file -> reader.tables(file.data()).stream()).forEach(reader::read);
        reader.tables.lesions.addAll(SdtmLesions.of(reader.lesionDomains, faults));
        reader.tables.patients.addAll(LesionTable.patients(reader.tables.lesions, protocol));
        reader.tables.allocate();
        if (!faults.any()
                && reader.tables.patients.isEmpty()
                && reader.tables.counts.isEmpty()
                && reader.tables.trials.isEmpty()) {
            faults.add(files.getFirst().data().path(), "", "no patient has a response", "fill them in");
        }
        return reader.data();
    }

    private List<TidyTable> tables(RawFile file) {
        if (LedgerYaml.isYaml(file)) {
            return LedgerYaml.read(file, faults, tables.exclusions).stream().toList();
        }
        return XportReader.isXport(file)
                ? XportTidy.read(file, faults)
                : TidyFile.read(file, faults).stream().toList();
    }

    private void read(TidyTable table) {
        ResponseProtocol.Columns names = protocol.columns();
        if (has(table, "usubjid") && has(table, "rfstdtc", "rficdtc", "actarmcd", "armcd") && !has(table, "paramcd")) {
            tables.demographics(table);
        } else if (has(table, "trtestcd") || has(table, "tutestcd")) {
            lesionDomains.add(table);
        } else if (has(table, "rstestcd")) {
            tables.patients.addAll(CdiscResponses.ofRs(table, protocol, faults));
        } else if (has(table, "paramcd")) {
            tables.patients.addAll(CdiscResponses.ofAdam(table, protocol, faults));
        } else if (has(table, "lesion") && has(table, "day", "visit day", "dy")) {
            tables.lesions.addAll(LesionTable.read(table, protocol, faults));
        } else if (table.column(names.responders().orElse("responders"), "x").isPresent()
                && names.response().isEmpty()) {
            CountTable.read(table, protocol, tables, faults);
        } else {
            PatientTable.read(table, protocol, tables, faults);
        }
    }

    private static boolean has(TidyTable table, String... names) {
        return table.column(names).isPresent();
    }

    private ResponseData data() {
        List<String> arms = new ArrayList<>();
        tables.patients.forEach(patient -> addOnce(arms, patient.arm()));
        tables.counts.forEach(count -> addOnce(arms, count.arm()));
        List<String> ordered = tables.areTrials ? arms : ordered(arms);
        return new ResponseData(
                ordered,
                tables.areTrials,
                tables.patients,
                tables.counts,
                tables.trials,
                TargetLimits.of(tables.lesions),
                tables.exclusions,
                points());
    }

    private static void addOnce(List<String> arms, String arm) {
        if (!arms.contains(arm)) {
            arms.add(arm);
        }
    }

    /** The reference first: as stated, a control by its name, else the last to come, since tables put the new treatment first. */
    private List<String> ordered(List<String> arms) {
        Optional<String> stated = protocol.reference();
        if (stated.isPresent() && !arms.contains(stated.get())) {
            faults.add(
                    "--set",
                    "reference",
                    "there is no arm '" + stated.get() + "' to compare with",
                    "the arms are: " + String.join(", ", arms));
            return arms;
        }
        if (arms.size() > 1) {
            String reference = stated.or(
                            () -> arms.stream().filter(ControlArm::isNamedBy).findFirst())
                    .orElse(arms.getLast());
            arms.remove(reference);
            arms.addFirst(reference);
        }
        return arms;
    }

    private List<DataPoint> points() {
        return tables.patients.stream()
                .map(patient -> new DataPoint(
                        "",
                        "",
                        "patient " + patient.id(),
                        patient.arm().isEmpty() ? Map.of() : Map.of("arm", patient.arm()),
                        patient.best().code(),
                        Amount.none(""),
                        patient.bestChange().isPresent()
                                ? Amount.of(patient.bestChange().getAsDouble(), "%")
                                : Amount.none("%"),
                        Amount.of(patient.best().isResponse() ? 1 : 0, ""),
                        ""))
                .toList();
    }

    /** The column that names the patient. */
    static Optional<TidyColumn> id(TidyTable table, ResponseProtocol protocol, Faults faults) {
        return protocol.columns()
                .id()
                .map(name -> table.required(name, faults))
                .orElseGet(() -> table.column("id", "patient", "patient id", "subject", "subject id", "usubjid"));
    }

    /** The column that names the arm; none where there is one arm. */
    static Optional<TidyColumn> arm(TidyTable table, ResponseProtocol protocol, Faults faults) {
        return protocol.columns()
                .arm()
                .map(name -> table.required(name, faults))
                .orElseGet(() -> table.column("arm", "cohort", "actarm", "trt01a", "treatment"));
    }
}
