package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindlin.assays.response.LesionRow.Kind;
import org.kindlin.assays.response.LesionRow.State;

/**
 * Response by RECIST 1.1 (Eisenhauer et al., Eur J Cancer 45:228, 2009) from the lesions of one patient.
 *
 * <p>Target lesions: CR when all are gone and nodes are below 10 mm, PR when the sum of diameters is at least 30 % below
 * baseline, PD when it is at least 20 % and 5 mm above its least so far (the nadir, baseline included). New lesions and
 * unequivocal progression of others are PD, and so is a target that comes back after all were gone. With a target lesion not measured the visit is not evaluable, unless what was
 * measured is progression already.
 */
final class Recist {
    private static final double PARTIAL = 0.7;
    private static final double PROGRESSION = 1.2;
    private static final double PROGRESSION_MM = 5;
    private static final double NODE_MM = 10;
    /** Diameters are given to the millimetre or its tenth; a sum of them may miss a threshold by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private final List<LesionRow> rows;
    private final ResponseProtocol protocol;
    private final Set<String> targets;
    private final double baseline;

    private Recist(List<LesionRow> rows, ResponseProtocol protocol) {
        this.rows = rows;
        this.protocol = protocol;
        List<LesionRow> before = rows.stream()
                .filter(row -> row.day() <= 0 && row.kind() == Kind.TARGET)
                .toList();
        targets = before.stream().map(LesionRow::lesion).collect(Collectors.toSet());
        Map<String, Double> latest = new TreeMap<>();
        before.stream()
                .sorted(Comparator.comparingDouble(LesionRow::day))
                .forEach(row -> latest.put(row.lesion(), row.diameter()));
        baseline = latest.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static Patient of(List<LesionRow> rows, ResponseProtocol protocol) {
        Recist recist = new Recist(rows, protocol);
        List<Visit> visits = recist.visits();
        Best best = BestResponse.of(visits, protocol);
        OptionalDouble change = visits.stream()
                .mapToDouble(Visit::change)
                .filter(c -> !Double.isNaN(c))
                .min();
        Optional<Span> pfs = Optional.of(recist.until(visits, 0));
        Optional<Span> duration = best.isResponse()
                ? BestResponse.first(visits, protocol).map(day -> recist.until(visits, day))
                : Optional.empty();
        return new Patient(rows.getFirst().id(), rows.getFirst().arm(), best, change, duration, pfs, visits);
    }

    private List<Visit> visits() {
        TreeMap<Double, List<LesionRow>> days = rows.stream()
                .filter(row -> row.day() > 0 && row.kind() != Kind.DEATH && row.kind() != Kind.NEW_THERAPY)
                .collect(Collectors.groupingBy(LesionRow::day, TreeMap::new, Collectors.toList()));
        List<Visit> visits = new ArrayList<>();
        double nadir = baseline;
        for (var day : days.entrySet()) {
            Visit visit = visit(day.getKey(), day.getValue(), nadir);
            visits.add(visit);
            nadir = Double.isNaN(visit.sum()) ? nadir : Math.min(nadir, visit.sum());
        }
        return visits;
    }

    private Visit visit(double day, List<LesionRow> found, double nadir) {
        List<LesionRow> measured = found.stream()
                .filter(row -> row.kind() == Kind.TARGET && targets.contains(row.lesion()))
                .filter(row -> !Double.isNaN(row.diameter()))
                .toList();
        double sum = measured.stream().mapToDouble(LesionRow::diameter).sum();
        boolean complete = measured.stream().map(LesionRow::lesion).distinct().count() == targets.size();
        boolean fresh = found.stream().anyMatch(row -> row.kind() == Kind.NEW);
        Best target = target(measured, sum, complete, nadir);
        Best overall = overall(target, others(found), fresh);
        boolean known = complete && !targets.isEmpty();
        double change = known && baseline > 0 ? 100 * (sum - baseline) / baseline : Double.NaN;
        return new Visit(day, known ? sum : Double.NaN, change, overall);
    }

    private Best target(List<LesionRow> measured, double sum, boolean complete, double nadir) {
        boolean progressed =
                sum >= PROGRESSION * nadir - ROUNDING && sum >= nadir + PROGRESSION_MM - ROUNDING && !targets.isEmpty();
        boolean back = nadir == 0 && sum > 0; // after all targets were gone
        if (progressed || back) {
            return Best.PROGRESSIVE;
        }
        if (!complete) {
            return Best.NOT_EVALUABLE;
        }
        boolean gone =
                measured.stream().allMatch(row -> row.diameter() == 0 || (row.isNode() && row.diameter() < NODE_MM));
        if (gone) {
            return Best.COMPLETE;
        }
        return sum <= PARTIAL * baseline + ROUNDING ? Best.PARTIAL : Best.STABLE;
    }

    /** What the non-target lesions say together; PRESENT is neither complete response nor progression. */
    private Optional<State> others(List<LesionRow> found) {
        Set<String> known = rows.stream()
                .filter(row -> row.kind() == Kind.NON_TARGET)
                .map(LesionRow::lesion)
                .collect(Collectors.toSet());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<LesionRow> seen =
                found.stream().filter(row -> row.kind() == Kind.NON_TARGET).toList();
        if (seen.stream().anyMatch(row -> row.state() == State.PROGRESSED)) {
            return Optional.of(State.PROGRESSED);
        }
        boolean all = seen.stream()
                        .filter(row -> row.state() != State.NOT_EVALUABLE)
                        .map(LesionRow::lesion)
                        .distinct()
                        .count()
                == known.size();
        if (seen.stream().anyMatch(row -> row.state() == State.PRESENT)) {
            return Optional.of(State.PRESENT);
        }
        return Optional.of(all ? State.ABSENT : State.NOT_EVALUABLE);
    }

    /** Tables 1 and 2 of RECIST 1.1. */
    private Best overall(Best target, Optional<State> others, boolean fresh) {
        if (fresh
                || target == Best.PROGRESSIVE
                || others.filter(State.PROGRESSED::equals).isPresent()) {
            return Best.PROGRESSIVE;
        }
        boolean othersGone = others.isEmpty() || others.get() == State.ABSENT;
        if (targets.isEmpty()) {
            return others.map(state -> switch (state) {
                        case ABSENT -> Best.COMPLETE;
                        case NOT_EVALUABLE -> Best.NOT_EVALUABLE;
                        case PRESENT, PROGRESSED -> Best.NEITHER;
                    })
                    .orElse(Best.NOT_EVALUABLE);
        }
        return target == Best.COMPLETE && !othersGone ? Best.PARTIAL : target;
    }

    /** The time from a day to progression or death, else to the last evaluable assessment, by the censoring rules. */
    private Span until(List<Visit> visits, double from) {
        Optional<Double> death = first(Kind.DEATH);
        double therapy = first(Kind.NEW_THERAPY).orElse(Double.POSITIVE_INFINITY);
        double last = from;
        for (Visit visit : visits) {
            if (visit.day() < from || visit.day() > therapy) {
                continue;
            }
            if (visit.overall() == Best.PROGRESSIVE) {
                return missed(last, visit.day())
                        ? new Span(last - from, false, "two assessments missed before progression")
                        : new Span(visit.day() - from, true, "progression");
            }
            last = visit.overall() == Best.NOT_EVALUABLE ? last : Math.max(last, visit.day());
        }
        if (death.isPresent() && death.get() <= therapy) {
            return missed(last, death.get())
                    ? new Span(last - from, false, "two assessments missed before death")
                    : new Span(death.get() - from, true, "death");
        }
        boolean treated = therapy < Double.POSITIVE_INFINITY;
        return new Span(
                last - from, false, treated ? "new therapy" : last == from ? "no assessment" : "last assessment");
    }

    /** Whether more than two planned intervals lie between. */
    private boolean missed(double last, double event) {
        return protocol.assessmentDays().isPresent()
                && event - last > 2 * protocol.assessmentDays().getAsDouble();
    }

    private Optional<Double> first(Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(LesionRow::day)
                .sorted()
                .findFirst();
    }
}
