package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Inference;
import org.kindlin.assays.doseresponse.IntervalMethod;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The division index over dose, with viability beside it.
 *
 * @param subject donor, compound and what else tells series apart
 * @param division dose-response of the division index
 * @param viability dose-response of the viability; empty where it is not known of every culture
 * @param tolerated highest dose at which the mean viability is within the stated loss of vehicle, and at all lower ones;
 *     empty without viability or vehicle
 * @param tested highest dose
 */
public record DoseSeries(
        Map<String, String> subject,
        CurveResult division,
        Optional<CurveResult> viability,
        OptionalDouble tolerated,
        double tested) {
    private static final int FEWEST_DOSES = 3;

    /** The series among results: cultures with doses, apart by what tells them apart. */
    static List<DoseSeries> of(List<SampleResult> results, ProliferationProtocol protocol, long seed) {
        Map<Map<String, String>, List<SampleResult>> bySubject = new LinkedHashMap<>();
        for (SampleResult result : results) {
            if (result.sample().dose().isPresent() && result.fit().isPresent()) {
                bySubject
                        .computeIfAbsent(result.sample().subject(), _ -> new ArrayList<>())
                        .add(result);
            }
        }
        List<DoseSeries> series = new ArrayList<>();
        bySubject.forEach((subject, cultures) -> {
            if (cultures.stream().map(DoseSeries::dose).distinct().count() >= FEWEST_DOSES) {
                series.add(of(subject, cultures, protocol, seed));
            }
        });
        return series;
    }

    private static DoseSeries of(
            Map<String, String> subject, List<SampleResult> cultures, ProliferationProtocol protocol, long seed) {
        Map<String, String> named = new LinkedHashMap<>(subject);
        if (!protocol.compound().isEmpty()) {
            named.put("compound", protocol.compound());
        }
        CurveResult division = curve(named, "divisionIndex", "", cultures, DoseSeries::divisionIndex, protocol, seed);
        boolean viable = cultures.stream()
                .allMatch(culture -> culture.sample().viability().isPresent());
        Optional<CurveResult> viability = viable
                ? Optional.of(curve(named, "viability", "%", cultures, DoseSeries::viability, protocol, seed))
                : Optional.empty();
        double tested = cultures.stream().mapToDouble(DoseSeries::dose).max().orElseThrow();
        return new DoseSeries(named, division, viability, tolerated(cultures, protocol), tested);
    }

    private static CurveResult curve(
            Map<String, String> subject,
            String measure,
            String unit,
            List<SampleResult> cultures,
            Function<SampleResult, Double> response,
            ProliferationProtocol protocol,
            long seed) {
        Map<String, String> named = new LinkedHashMap<>(subject);
        named.put("response", measure);
        CurveData data = CurveData.ofDoses(
                named,
                cultures.stream().mapToDouble(DoseSeries::dose).toArray(),
                cultures.stream().mapToDouble(response::apply).toArray());
        Units units = new Units(protocol.unit().symbol(), unit);
        Inference inference = new Inference(
                IntervalMethod.PROFILE,
                protocol.level(),
                Inference.STANDARD.censoringLevel(),
                Inference.STANDARD.bootstrapSamples());
        return CurveAnalysis.analyze(data, CurveProtocol.standard(units).with(inference), seed);
    }

    private static OptionalDouble tolerated(List<SampleResult> cultures, ProliferationProtocol protocol) {
        TreeMap<Double, List<Double>> byDose = new TreeMap<>();
        for (SampleResult culture : cultures) {
            if (culture.sample().viability().isEmpty()) {
                return OptionalDouble.empty();
            }
            byDose.computeIfAbsent(dose(culture), _ -> new ArrayList<>()).add(viability(culture));
        }
        if (byDose.firstKey() > 0) {
            return OptionalDouble.empty();
        }
        double vehicle = mean(byDose.firstEntry().getValue());
        double tolerated = 0;
        for (Map.Entry<Double, List<Double>> level : byDose.entrySet()) {
            if (vehicle - mean(level.getValue()) > protocol.viabilityLoss()) {
                break;
            }
            tolerated = level.getKey();
        }
        return OptionalDouble.of(tolerated);
    }

    /** Mean division index at a dose; empty where no culture had it. */
    OptionalDouble divisionIndexAt(double dose) {
        return division.data().observations().stream()
                .filter(o -> dose == 0 ? o.isZeroDose() : Math.abs(o.logDose() - StrictMath.log10(dose)) < 1e-9)
                .mapToDouble(Observation::response)
                .average();
    }

    private static double mean(List<Double> values) {
        return Descriptive.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double dose(SampleResult culture) {
        return culture.sample().dose().orElseThrow();
    }

    private static double viability(SampleResult culture) {
        return culture.sample().viability().orElseThrow();
    }

    private static double divisionIndex(SampleResult culture) {
        return DivisionIndex.DIVISION_INDEX
                .of(culture.fit().orElseThrow().cells())
                .orElseThrow();
    }

    /** A dose as subjects write it. */
    static String dose(double dose, ProliferationProtocol protocol) {
        return Prose.number(dose) + " " + protocol.unit().symbol();
    }
}
