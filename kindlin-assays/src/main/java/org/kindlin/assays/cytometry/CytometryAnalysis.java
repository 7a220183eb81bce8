package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.automatic.GoodTime;
import org.kindlin.assays.event.flowjo.FlowJoStatistic;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.event.gating.SpectrumMatrix;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** Events to populations, populations to counts, frequencies and medians. */
final class CytometryAnalysis {
    private static final int MOST_NAMED = 12;

    private final GateStatistics statistics;
    private final boolean several;

    private CytometryAnalysis(CytometryProtocol protocol, boolean several) {
        this.statistics = new GateStatistics(protocol);
        this.several = several;
    }

    static CytometryResult analyze(CytometryData data, CytometryProtocol protocol, long seed) {
        CytometryAnalysis analysis =
                new CytometryAnalysis(protocol, data.samples().size() > 1);
        List<GatedSample> gated = GateDrawing.draw(data.samples(), protocol, seed).stream()
                .map(sample -> new GatedSample(sample, sample.gating().populations()))
                .toList();
        List<SubjectResult> subjects = new ArrayList<>();
        gated.forEach(sample -> subjects.add(analysis.file(sample)));
        gated.forEach(sample -> subjects.addAll(analysis.gates(sample)));
        Polarisation polarisation = PolarisationAnalysis.analyze(gated, protocol, seed);
        subjects.addAll(polarisation.results());
        if (protocol.medians()) {
            gated.forEach(sample -> subjects.addAll(analysis.medians(sample)));
        }
        List<Attachment> attachments = new ArrayList<>();
        data.estimated().ifPresent(matrix -> {
            subjects.addAll(SpilloverReport.subjects(matrix));
            attachments.add(SpilloverReport.table(matrix.spillover()));
        });
        attachments.addAll(DrawnGatesFile.of(gated));
        if (protocol.memberships()) {
            attachments.add(MembershipTable.of(gated));
        }
        return new CytometryResult(
                protocol,
                gated,
                polarisation,
                subjects,
                verdicts(gated, polarisation),
                attachments,
                BadTimeRemoval.exclusions(gated),
                CytometryMethods.of(protocol, gated, polarisation));
    }

    private static List<String> verdicts(List<GatedSample> gated, Polarisation polarisation) {
        List<String> sentences = new ArrayList<>(PolarisationSentences.verdicts(polarisation));
        if (gated.size() > MOST_NAMED) {
            long events = gated.stream()
                    .mapToLong(sample -> sample.sample().set().events())
                    .sum();
            sentences.add(gated.size() + " files, " + events + " events.");
            return sentences;
        }
        for (GatedSample sample : gated) {
            sentences.add(sample.sample().name() + ": " + sample.sample().set().events() + " events in "
                    + sample.sample().set().parameters().size() + " channels, "
                    + sample.populations().size() + " gates.");
        }
        return sentences;
    }

    private SubjectResult file(GatedSample sample) {
        List<Warning> warnings = new ArrayList<>(sample.sample().findings().stream()
                .map(finding -> new Warning(finding.code(), finding.text()))
                .toList());
        warnings.addAll(EventQuality.warnings(sample.sample(), sample.sample().hasGate(GoodTime.GATE)));
        if (!DrawnGatesFile.isGatingMl(sample.sample())
                && !sample.sample().drawn().isEmpty()) {
            warnings.add(new Warning(
                    "gates-not-written", "the drawn gates lie inside gates on a scale that Gating-ML does not have"));
        }
        return new SubjectResult(
                Map.of("file", sample.sample().name()),
                List.of(Estimate.descriptive("events", sample.sample().set().events(), "1", "events in the file")),
                List.of(),
                EventQuality.checks(sample.sample()),
                warnings);
    }

    /** Several files are told apart by their names; one need not be. */
    private Map<String, String> subject(GatedSample sample, String gate) {
        Map<String, String> subject = new LinkedHashMap<>();
        if (several) {
            subject.put("file", sample.sample().name());
        }
        if (!gate.isEmpty()) {
            subject.put("gate", gate);
        }
        return subject;
    }

    private List<SubjectResult> gates(GatedSample sample) {
        return sample.populations().values().stream()
                .map(population -> statistics.counts(
                        subject(sample, population.id()),
                        population,
                        sample,
                        sample.sample().stored().getOrDefault(population.id(), List.of())))
                .toList();
    }

    /** Every channel as measured, and compensated as the gates see it; of all events where there are no gates. */
    private List<SubjectResult> medians(GatedSample sample) {
        List<SubjectResult> medians = new ArrayList<>();
        Map<String, int[]> events = new LinkedHashMap<>();
        if (sample.populations().isEmpty()) {
            events.put("", IntStream.range(0, sample.sample().set().events()).toArray());
        }
        for (Population population : sample.populations().values()) {
            events.put(population.id(), population.members().indices());
        }
        for (FcsParameter parameter : sample.sample().set().parameters()) {
            double[] column = sample.sample().set().scale(parameter).toArray();
            events.forEach((gate, indices) -> medians.add(statistics.median(
                    GateStatistics.with(subject(sample, gate), "channel", parameter.name()),
                    indices,
                    column,
                    stored(sample, gate, parameter.name()))));
        }
        for (SpectrumMatrix matrix : sample.sample().gating().compensations()) {
            for (String fluorochrome : matrix.fluorochromes()) {
                medians.addAll(compensated(sample, events, matrix.id(), fluorochrome));
            }
        }
        return medians;
    }

    private List<SubjectResult> compensated(
            GatedSample sample, Map<String, int[]> events, String compensation, String fluorochrome) {
        double[] column = sample.sample().gating().column(fluorochrome, compensation);
        List<SubjectResult> medians = new ArrayList<>();
        events.forEach((gate, indices) -> {
            Map<String, String> channel = GateStatistics.with(subject(sample, gate), "channel", fluorochrome);
            String name = compensation.equals(Dimension.AS_IN_FILE) ? "FCS" : compensation;
            medians.add(statistics.median(
                    GateStatistics.with(channel, "compensation", name),
                    indices,
                    column,
                    stored(sample, gate, fluorochrome)));
        });
        return medians;
    }

    private static OptionalDouble stored(GatedSample sample, String gate, String channel) {
        return sample.sample().stored().getOrDefault(gate, List.of()).stream()
                .filter(statistic ->
                        statistic.name().equals("Median") && statistic.channel().equals(channel))
                .mapToDouble(FlowJoStatistic::value)
                .findFirst();
    }
}
