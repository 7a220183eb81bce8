package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.mixed.Contrast;

/**
 * What a growth study found.
 *
 * @param courses one an animal
 * @param days every arm beside the control on every day
 * @param inhibitions of every arm on the evaluation day
 * @param tumourWeights of every arm against the control
 * @param laws of growth of the arms that they were fitted to
 * @param drugEffect by Simeoni's model, where doses are stated
 * @param evaluationDay day of inhibition and T/C
 * @param detectionLimit in mm3
 */
public record GrowthResult(
        GrowthData study,
        GrowthProtocol protocol,
        ArmRoles roles,
        Model model,
        List<AnimalCourse> courses,
        List<DayComparison> days,
        List<ArmInhibition> inhibitions,
        List<BodyWeights> bodyWeights,
        List<TumourWeights> tumourWeights,
        List<ArmLaws> laws,
        Optional<DrugEffect> drugEffect,
        double evaluationDay,
        double detectionLimit)
        implements AnalysisResult {

    public GrowthResult {
        courses = List.copyOf(courses);
        days = List.copyOf(days);
        inhibitions = List.copyOf(inhibitions);
        bodyWeights = List.copyOf(bodyWeights);
        tumourWeights = List.copyOf(tumourWeights);
        laws = List.copyOf(laws);
    }

    /**
     * The growth model.
     *
     * @param fit empty where it could not be fitted
     * @param problem why it could not be fitted
     * @param family differences that are judged together
     * @param curvatures of log volume by arm, 1/day²
     * @param alternatives interactions under other starts of the lines
     */
    record Model(
            Optional<GrowthFit> fit,
            String problem,
            Optional<ArmFamily> family,
            Map<String, Contrast> curvatures,
            List<Interaction> interactions,
            Map<GrowthProtocol.Baseline, List<Interaction>> alternatives) {}

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>(new ArmSubjects(this).all());
        subjects.addAll(new ModelSubjects(this).all());
        model.family().ifPresent(family -> subjects.addAll(family.results(protocol.level())));
        laws.forEach(arm -> subjects.addAll(arm.results(study.armColumn(), protocol.level())));
        drugEffect.ifPresent(effect -> subjects.addAll(effect.results(protocol.level())));
        subjects.addAll(new DaySubjects(this).all());
        subjects.addAll(new AnimalSubjects(this).all());
        return subjects;
    }

    @Override
    public List<String> verdicts() {
        return new GrowthVerdicts(this).all();
    }

    /** Rows left out by the file, and undetectable readings that the model cannot use. */
    @Override
    public List<Exclusion> exclusions() {
        List<Exclusion> all = new ArrayList<>(study.exclusions());
        for (Animal animal : study.animals()) {
            List<Reading> used = GrowthDesign.rows(animal, protocol.model());
            animal.volumes().stream()
                    .filter(reading -> reading.isUndetectable() && !used.contains(reading))
                    .forEach(reading -> all.add(new Exclusion(
                            reading.file(),
                            reading.place(),
                            "no tumour found in animal " + animal.id() + " on day "
                                    + Prose.number(reading.day())
                                    + (animal.goneToTheEnd().contains(reading)
                                            ? ""
                                            : ", and a measurable one later: below the limit of detection"))));
        }
        return all;
    }

    @Override
    public List<DataPoint> data() {
        return study.points();
    }

    /** The study as SEND domains, where that is asked for. */
    @Override
    public List<Attachment> attachments() {
        if (!protocol.writesSend()) {
            return List.of();
        }
        String mark = study.isSimulated() ? RawFile.SIMULATED_MARK : "";
        return SendWriter.write(study, "KINDLIN", mark).entrySet().stream()
                .map(file -> new Attachment(file.getKey(), "", file.getValue()))
                .toList();
    }

    @Override
    public String methods() {
        return GrowthMethods.of(this);
    }

    /** The animals of an arm with their courses. */
    List<AnimalCourse> of(String arm) {
        return courses.stream()
                .filter(course -> course.animal().arm().equals(arm))
                .toList();
    }
}
