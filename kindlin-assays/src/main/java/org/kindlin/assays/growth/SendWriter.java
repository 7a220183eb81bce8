package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.xport.XportTable;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.assays.xport.XportTable.Variable;
import org.kindlin.assays.xport.XportWriter;

/**
 * A growth study as the domains TX, DM, TF, BW, EX and DS of CDISC SEND, each a SAS transport file of version 5. EX holds what each animal
 * was given (SENDIG: one record per constant dosing interval); of an animal whose doses are not known it names the arm as treatment and
 * leaves the dose missing. Days are counted without a day 0. It is no submission package: define.xml, dates and controlled terms are the
 * sponsor's.
 */
public final class SendWriter {
    private static final Variable STUDY = text("STUDYID", "Study Identifier");
    private static final Variable DOMAIN = text("DOMAIN", "Domain Abbreviation");
    private static final Variable ANIMAL = text("USUBJID", "Unique Subject Identifier");
    /** CDISC's word for a form or route that is not known. */
    static final String UNKNOWN = "UNKNOWN";

    private static final Variable SET = text("SETCD", "Set Code");

    private final GrowthData study;
    private final String studyId;
    private final String label;

    private SendWriter(GrowthData study, String studyId, String label) {
        this.study = study;
        this.studyId = studyId;
        this.label = label;
    }

    /**
     * Every file by name.
     *
     * @param studyId identifier of the study
     * @param label put into every data set's label, such as the mark of simulated data; at most 30 characters
     */
    public static Map<String, byte[]> write(GrowthData study, String studyId, String label) {
        SendWriter writer = new SendWriter(study, studyId, label);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (XportTable table : List.of(writer.tx(), writer.dm(), writer.tf(), writer.bw(), writer.ex(), writer.ds())) {
            files.put(table.name().toLowerCase(Locale.ROOT) + ".xpt", XportWriter.write(table));
        }
        return files;
    }

    private String label(String domain) {
        return label.isEmpty() ? domain : label + ", " + domain;
    }

    private static Variable text(String name, String label) {
        return new Variable(name, label, false);
    }

    private static Variable number(String name, String label) {
        return new Variable(name, label, true);
    }

    private String set(String arm) {
        return Integer.toString(study.arms().indexOf(arm) + 1);
    }

    private XportTable tx() {
        List<List<Value>> rows = new ArrayList<>();
        for (String arm : study.arms()) {
            rows.add(List.of(
                    Value.of(studyId),
                    Value.of("TX"),
                    Value.of(set(arm)),
                    Value.of(arm),
                    Value.of(rows.size() + 1),
                    Value.of("GRPLBL"),
                    Value.of("Group Label"),
                    Value.of(arm)));
        }
        return new XportTable(
                "TX",
                label("TX"),
                List.of(
                        STUDY,
                        DOMAIN,
                        SET,
                        text("SET", "Set Description"),
                        number("TXSEQ", "Sequence Number"),
                        text("TXPARMCD", "Trial Set Parameter Short Name"),
                        text("TXPARM", "Trial Set Parameter"),
                        text("TXVAL", "Trial Set Parameter Value")),
                rows);
    }

    private XportTable dm() {
        List<List<Value>> rows = new ArrayList<>();
        for (Animal animal : study.animals()) {
            rows.add(List.of(
                    Value.of(studyId),
                    Value.of("DM"),
                    Value.of(animal.id()),
                    Value.of(set(animal.arm())),
                    Value.of(animal.arm()),
                    Value.of(set(animal.arm()))));
        }
        return new XportTable(
                "DM",
                label("DM"),
                List.of(
                        STUDY,
                        DOMAIN,
                        ANIMAL,
                        text("ARMCD", "Planned Arm Code"),
                        text("ARM", "Description of Planned Arm"),
                        SET),
                rows);
    }

    private XportTable tf() {
        List<List<Value>> rows = new ArrayList<>();
        for (Animal animal : study.animals()) {
            for (Reading reading : animal.volumes()) {
                double volume = reading.volume().orElseThrow();
                rows.add(List.of(
                        Value.of(studyId),
                        Value.of("TF"),
                        Value.of(animal.id()),
                        Value.of(rows.size() + 1),
                        Value.of("TUMVOL"),
                        Value.of("Tumor Volume"),
                        Value.of(CsvText.number(volume)),
                        Value.of("mm3"),
                        Value.of(volume),
                        Value.of("mm3"),
                        Value.of(StudyDays.withoutZero(reading.day()))));
            }
        }
        return new XportTable("TF", label("TF"), findings("TF"), rows);
    }

    private static List<Variable> findings(String domain) {
        return List.of(
                STUDY,
                DOMAIN,
                ANIMAL,
                number(domain + "SEQ", "Sequence Number"),
                text(domain + "TESTCD", "Test Short Name"),
                text(domain + "TEST", "Test Name"),
                text(domain + "ORRES", "Result in Original Units"),
                text(domain + "ORRESU", "Original Units"),
                number(domain + "STRESN", "Numeric Result in Standard Units"),
                text(domain + "STRESU", "Standard Units"),
                number(domain + "DY", "Study Day of Collection"));
    }

    private XportTable bw() {
        List<List<Value>> rows = new ArrayList<>();
        for (Animal animal : study.animals()) {
            for (Reading reading : animal.readings()) {
                reading.weight()
                        .ifPresent(weight -> rows.add(List.of(
                                Value.of(studyId),
                                Value.of("BW"),
                                Value.of(animal.id()),
                                Value.of(rows.size() + 1),
                                Value.of("BW"),
                                Value.of("Body Weight"),
                                Value.of(CsvText.number(weight)),
                                Value.of("g"),
                                Value.of(weight),
                                Value.of("g"),
                                Value.of(StudyDays.withoutZero(reading.day())))));
            }
        }
        return new XportTable("BW", label("BW"), findings("BW"), rows);
    }

    private XportTable ex() {
        List<List<Value>> rows = new ArrayList<>();
        for (Animal animal : study.animals()) {
            if (animal.dosing().isEmpty()) {
                rows.add(exposure(rows.size() + 1, animal, unknown(animal.arm())));
            }
            for (DosingInterval interval : animal.dosing()) {
                rows.add(exposure(rows.size() + 1, animal, interval));
            }
        }
        return new XportTable(
                "EX",
                label("EX"),
                List.of(
                        STUDY,
                        DOMAIN,
                        ANIMAL,
                        number("EXSEQ", "Sequence Number"),
                        text("EXTRT", "Name of Actual Treatment"),
                        number("EXDOSE", "Dose per Administration"),
                        text("EXDOSU", "Dose Units"),
                        text("EXDOSFRM", "Dose Form"),
                        text("EXDOSFRQ", "Dosing Frequency per Interval"),
                        text("EXROUTE", "Route of Administration"),
                        text("EXTRTV", "Treatment Vehicle"),
                        number("EXSTDY", "Study Day of Start of Treatment"),
                        number("EXENDY", "Study Day of End of Treatment")),
                rows);
    }

    private static DosingInterval unknown(String arm) {
        return new DosingInterval(
                arm, OptionalDouble.empty(), "", Optional.empty(), new DosingInterval.Formulation("", "", ""));
    }

    private List<Value> exposure(int number, Animal animal, DosingInterval interval) {
        Optional<DosingSchedule> schedule = interval.schedule();
        return List.of(
                Value.of(studyId),
                Value.of("EX"),
                Value.of(animal.id()),
                Value.of(number),
                Value.of(interval.treatment()),
                interval.dose().isPresent() ? Value.of(interval.dose().getAsDouble()) : Value.missing(),
                Value.of(interval.unit()),
                Value.of(orUnknown(interval.formulation().form())),
                Value.of(schedule.map(found -> found.frequency().term()).orElse("")),
                Value.of(orUnknown(interval.formulation().route())),
                Value.of(interval.formulation().vehicle()),
                schedule.map(found -> Value.of(StudyDays.withoutZero(found.firstDay())))
                        .orElse(Value.missing()),
                schedule.map(found -> Value.of(StudyDays.withoutZero(found.lastDay())))
                        .orElse(Value.missing()));
    }

    private static String orUnknown(String term) {
        return term.isEmpty() ? UNKNOWN : term;
    }

    private XportTable ds() {
        List<List<Value>> rows = new ArrayList<>();
        for (Animal animal : study.animals()) {
            String term = animal.departure().map(gone -> gone.reason().label()).orElse("scheduled end");
            OptionalDouble last =
                    animal.readings().stream().mapToDouble(Reading::day).max();
            double day = animal.departure().map(Animal.Departure::day).orElse(last.orElse(0));
            rows.add(List.of(
                    Value.of(studyId),
                    Value.of("DS"),
                    Value.of(animal.id()),
                    Value.of(rows.size() + 1),
                    Value.of(term),
                    Value.of(decoded(animal)),
                    Value.of(StudyDays.withoutZero(day))));
        }
        return new XportTable(
                "DS",
                label("DS"),
                List.of(
                        STUDY,
                        DOMAIN,
                        ANIMAL,
                        number("DSSEQ", "Sequence Number"),
                        text("DSTERM", "Reported Term for the Disposition Event"),
                        text("DSDECOD", "Standardized Disposition Term"),
                        number("DSSTDY", "Study Day of Disposition Event")),
                rows);
    }

    /** Terms of the controlled list where there is one. */
    private static String decoded(Animal animal) {
        return animal.departure()
                .map(gone -> switch (gone.reason()) {
                    case TOXICITY -> "MORIBUND SACRIFICE";
                    case SCHEDULED -> "TERMINAL SACRIFICE";
                    case ACCIDENT -> "ACCIDENTAL DEATH";
                    case TUMOUR_SIZE, ULCERATION, OTHER -> "NON-MORIBUND SACRIFICE";
                })
                .orElse("TERMINAL SACRIFICE");
    }
}
