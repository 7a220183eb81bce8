package org.kindlin.assays.event;

import java.util.regex.Pattern;

/**
 * One parameter of a data set: what a cytometer measured of every event.
 *
 * @param number 1 for the first, as keywords count
 * @param name {@code $PnN}; what gates and spillover refer to
 * @param stain {@code $PnS}, the marker or dye; empty where not stated
 * @param type how its values are stored
 * @param bits {@code $PnB}; for ASCII data the characters of a value, 0 where values are delimited
 * @param mask what of an integer counts: one less than the power of two at or above {@code $PnR}; -1 for all bits
 * @param range {@code $PnR}; 0 where not stated
 * @param amplification {@code $PnE}, linear for floating-point data whatever the keyword says
 * @param gain {@code $PnG}, 1 where not stated
 * @param timeStep seconds per unit of a time parameter; 0 where it is none, or the file does not say
 */
public record FcsParameter(
        int number,
        String name,
        String stain,
        DataType type,
        int bits,
        long mask,
        double range,
        Amplification amplification,
        double gain,
        double timeStep) {
    private static final Pattern NO_DYE = Pattern.compile("(?i)(fsc|ssc|fs|ss|time|width|event).*");

    /** Whether it is the time of the event, which {@code $TIMESTEP} scales. */
    public boolean isTime() {
        return isTime(name);
    }

    /** Whether a parameter of this name is scattered light, time or a count: no dye spills into it. */
    public static boolean showsNoDye(String name) {
        return NO_DYE.matcher(name).matches();
    }

    static boolean isTime(String name) {
        return name.equalsIgnoreCase("time");
    }

    /** Marker and detector as a reader knows them: {@code CD80 (PE-A)}. */
    public String label() {
        return stain.isEmpty() || stain.equals(name) ? name : stain + " (" + name + ")";
    }

    /** The end of the instrument's range on its linear scale; 0 where {@code $PnR} is not stated. */
    public double top() {
        return range > 0 ? scale(range) : 0;
    }

    /** Whether scale values are raw values. */
    public boolean isPlain() {
        return !amplification.isLogarithmic() && (isTime() ? timeStep == 0 || timeStep == 1 : gain == 1);
    }

    /** A raw value on the linear scale of the instrument: amplification undone, divided by gain, time in seconds. */
    double scale(double raw) {
        if (amplification.isLogarithmic()) {
            return amplification.scale(raw, range);
        }
        if (isTime()) {
            return timeStep == 0 ? raw : raw * timeStep;
        }
        return gain == 1 ? raw : raw / gain;
    }

    /** The same of the first values of an array, in place. */
    public void scale(double[] values, int count) {
        if (!isPlain()) {
            for (int i = 0; i < count; i++) {
                values[i] = scale(values[i]);
            }
        }
    }
}
