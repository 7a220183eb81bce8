package org.kindlin.assays.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.fault.Findings;

/** Keywords to parameters; what is missing or contradicts itself is a fault or a repair. */
final class ParameterReader {
    private static final int WIDEST = 64;
    private static final int LONGEST_NUMBER = 64;
    private static final String INCOMPLETE = "the TEXT segment is incomplete: export the file again";

    private final Keywords keywords;
    private final Findings findings;
    private final DataType common;
    private final double timeStep;

    ParameterReader(Keywords keywords, DataType common, Findings findings) {
        this.keywords = keywords;
        this.common = common;
        this.findings = findings;
        this.timeStep = keywords.number("$TIMESTEP").orElse(0);
    }

    /** Every parameter; empty, with a fault, where the keywords do not describe any. */
    List<FcsParameter> read() {
        long count = keywords.whole("$PAR").orElse(0);
        if (count < 1 || count > keywords.asMap().size()) {
            findings.fault("$PAR", "'" + keywords.find("$PAR").orElse("") + "' parameters", INCOMPLETE);
            return List.of();
        }
        List<FcsParameter> parameters = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            parameter(number).ifPresent(parameters::add);
        }
        boolean isTimed = parameters.stream().anyMatch(FcsParameter::isTime);
        if (isTimed && timeStep <= 0) {
            findings.note("time-step", "time has no $TIMESTEP; it stays in units of the instrument's clock");
        }
        return parameters.size() == count ? parameters : List.of();
    }

    private Optional<FcsParameter> parameter(int number) {
        return type(number).flatMap(type -> parameter(number, type));
    }

    private Optional<FcsParameter> parameter(int number, DataType type) {
        int bits = bits(number, type);
        if (bits < 0) {
            return Optional.empty();
        }
        double range = range(number, type);
        String name = keywords.ofParameter(number, "N").orElse("");
        if (name.isEmpty()) {
            findings.repaired("parameter-name", "$P" + number + "N", "no name", "called P" + number);
            name = "P" + number;
        }
        return Optional.of(new FcsParameter(
                number,
                name,
                keywords.ofParameter(number, "S").orElse(""),
                type,
                bits,
                type == DataType.INTEGER ? mask(range, bits) : -1,
                range,
                amplification(number, type, range),
                gain(number),
                FcsParameter.isTime(name) && timeStep > 0 ? timeStep : 0));
    }

    /** How the values are stored; empty after a fault. */
    private Optional<DataType> type(int number) {
        Optional<String> own = keywords.ofParameter(number, "DATATYPE");
        if (own.isEmpty() || common == DataType.ASCII) {
            return Optional.of(common);
        }
        Optional<DataType> type = DataType.of(own.get()).filter(t -> t != DataType.ASCII);
        if (type.isEmpty()) {
            findings.fault("$P" + number + "DATATYPE", "'" + own.get() + "' is no data type", "I, F or D");
        }
        return type;
    }

    /** Bits of a value, or characters of an ASCII one; -1 after a fault. */
    private int bits(int number, DataType type) {
        String place = "$P" + number + "B";
        String text = keywords.ofParameter(number, "B").orElse("");
        if (type == DataType.ASCII && text.equals("*")) {
            return 0;
        }
        int stated = Math.clamp(keywords.whole(place).orElse(-1), -1, Integer.MAX_VALUE);
        if (type.bits() != 0) {
            if (stated != type.bits()) {
                findings.repaired(
                        "parameter-bits",
                        place,
                        "'" + text + "' bits of a " + type.bits() + "-bit number",
                        "read as " + type.bits() + " bits");
            }
            return type.bits();
        }
        if (stated < 1 || stated > (type == DataType.ASCII ? LONGEST_NUMBER : WIDEST)) {
            findings.fault(place, "'" + text + "' is no width of a value", INCOMPLETE);
            return -1;
        }
        return stated;
    }

    private double range(int number, DataType type) {
        OptionalDouble stated = keywords.number("$P" + number + "R");
        if (stated.isEmpty() || stated.getAsDouble() <= 0) {
            if (type == DataType.INTEGER) {
                findings.repaired(
                        "parameter-range",
                        "$P" + number + "R",
                        "'" + keywords.ofParameter(number, "R").orElse("") + "' is no range",
                        "values are not masked");
            }
            return 0;
        }
        return stated.getAsDouble();
    }

    /** All bits below the power of two at or above the range (FCS 3.1, section 3.3.38); all bits without a range. */
    static long mask(double range, int bits) {
        if (range <= 0 || bits > WIDEST || range >= StrictMath.pow(2, Math.min(bits, WIDEST - 1))) {
            return bits >= WIDEST ? -1 : (1L << bits) - 1;
        }
        long needed = (long) Math.ceil(range) - 1;
        return needed == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(needed);
    }

    private Amplification amplification(int number, DataType type, double range) {
        String place = "$P" + number + "E";
        Optional<String> text = keywords.find(place);
        if (text.isEmpty()) {
            return Amplification.LINEAR;
        }
        String[] parts = text.get().split(",", 3);
        OptionalDouble decades = Keywords.parse(parts[0].strip());
        OptionalDouble zero = parts.length > 1 ? Keywords.parse(parts[1].strip()) : OptionalDouble.of(0);
        if (decades.isEmpty() || zero.isEmpty()) {
            findings.repaired("amplification", place, "'" + text.get() + "' is no amplification", "read as linear");
            return Amplification.LINEAR;
        }
        if (decades.getAsDouble() <= 0) {
            return Amplification.LINEAR;
        }
        return logarithmic(place, text.get(), type, range, decades.getAsDouble(), zero.getAsDouble());
    }

    private Amplification logarithmic(
            String place, String text, DataType type, double range, double decades, double zero) {
        if (type != DataType.INTEGER) {
            findings.repaired(
                    "amplification",
                    place,
                    "'" + text + "' on values that are not integers",
                    "read as linear: floating-point values are on the linear scale already");
            return Amplification.LINEAR;
        }
        if (range <= 0) {
            findings.repaired("amplification", place, "'" + text + "' without a range", "read as linear");
            return Amplification.LINEAR;
        }
        if (zero > 0) {
            return new Amplification(decades, zero);
        }
        findings.repaired(
                "amplification", place, "'" + text + "' gives channel 0 no value", "read as 1, as FCS 3.1 says");
        return new Amplification(decades, 1);
    }

    private double gain(int number) {
        double gain = keywords.number("$P" + number + "G").orElse(1);
        if (gain > 0) {
            return gain;
        }
        findings.repaired("gain", "$P" + number + "G", "gain " + gain, "read as 1");
        return 1;
    }
}
