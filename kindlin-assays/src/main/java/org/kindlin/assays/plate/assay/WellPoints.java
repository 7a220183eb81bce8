package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;

/**
 * The wells of plates as data points, row by row, those left out among them.
 *
 * @param doseUnit unit of the amounts of samples
 * @param standardUnit unit of the amounts of standards
 * @param responseUnit unit of responses
 */
public record WellPoints(String doseUnit, String standardUnit, String responseUnit) {

    /** Wells whose samples are in nM. */
    public static WellPoints nanomolar(String standardUnit, String responseUnit) {
        return new WellPoints("nM", standardUnit, responseUnit);
    }

    /** The points of a block. */
    public List<DataPoint> of(ResponseBlock block) {
        return of(block, "");
    }

    /** The points of a block whose controls define no scale: signals without responses, all left out for that reason. */
    public List<DataPoint> ofUnusable(ResponseBlock block, String reason) {
        return of(block, reason);
    }

    private List<DataPoint> of(ResponseBlock block, String unusable) {
        List<Placed> points = new ArrayList<>();
        for (AssayWell well : block.block().wells()) {
            points.add(new Placed(
                    well.address(), point(block, well, OptionalDouble.of(well.signal()), unusable, unusable)));
        }
        block.block()
                .leftOut()
                .forEach((address, well) -> points.add(
                        new Placed(address, point(block, well.contents(), well.signal(), unusable, well.reason()))));
        return points.stream().sorted().map(Placed::point).toList();
    }

    private record Placed(WellAddress address, DataPoint point) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            return address.compareTo(other.address);
        }
    }

    private DataPoint point(
            ResponseBlock block, AssayWell well, OptionalDouble signal, String unusable, String exclusion) {
        boolean hasResponse = unusable.isEmpty() && signal.isPresent() && well.role() != WellRole.STANDARD;
        return new DataPoint(
                block.block().file(),
                block.block().plate(),
                "well " + well.address(),
                subject(block, well),
                well.role().label(),
                Amount.of(well.amount(), well.role() == WellRole.STANDARD ? standardUnit : doseUnit),
                Amount.of(signal, block.block().read().unit()),
                hasResponse ? Amount.finite(block.response(well), responseUnit) : Amount.none(responseUnit),
                exclusion);
    }

    private static Map<String, String> subject(ResponseBlock block, AssayWell well) {
        String target = block.block().target();
        if (well.role() != WellRole.SAMPLE) {
            return target.isEmpty() ? Map.of() : Map.of(block.kind().key(), target);
        }
        Map<String, String> subject = new LinkedHashMap<>(block.subject(well).subject());
        if (!well.level().isEmpty()) {
            subject.put("level", well.level());
        }
        return subject;
    }
}
