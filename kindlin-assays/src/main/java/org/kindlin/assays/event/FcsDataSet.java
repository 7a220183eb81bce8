package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.column.ColumnKernel;

/**
 * One data set of an FCS file: keywords, parameters and events. Columns are decoded from the segment when they are asked
 * for; nothing is kept but the segment itself.
 */
public final class FcsDataSet {
    private final FcsVersion version;
    private final Keywords keywords;
    private final List<FcsParameter> parameters;
    private final int events;
    private final EventLayout layout;
    private final MemorySegment data;
    private final Optional<EventBytes.FileRegion> region;

    FcsDataSet(
            FcsVersion version,
            Keywords keywords,
            List<FcsParameter> parameters,
            int events,
            EventLayout layout,
            MemorySegment data) {
        this(version, keywords, parameters, events, layout, data, Optional.empty());
    }

    private FcsDataSet(
            FcsVersion version,
            Keywords keywords,
            List<FcsParameter> parameters,
            int events,
            EventLayout layout,
            MemorySegment data,
            Optional<EventBytes.FileRegion> region) {
        this.version = version;
        this.keywords = keywords;
        this.parameters = List.copyOf(parameters);
        this.events = events;
        this.layout = layout;
        this.data = data;
        this.region = region;
    }

    /**
     * The same data set, whose events are read from a file where they are passed through in order.
     *
     * @param mapping of the whole file, from which this set was read
     */
    FcsDataSet passedThrough(FileChannel file, MemorySegment mapping) {
        EventBytes.FileRegion there =
                new EventBytes.FileRegion(file, data.address() - mapping.address(), data.byteSize());
        return new FcsDataSet(version, keywords, parameters, events, layout, data, Optional.of(there));
    }

    public FcsVersion version() {
        return version;
    }

    public Keywords keywords() {
        return keywords;
    }

    public List<FcsParameter> parameters() {
        return parameters;
    }

    /** Number of events. */
    public int events() {
        return events;
    }

    /** Index of the parameter of this name ({@code $PnN}); the first where several have it; empty where none. */
    public Optional<FcsParameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Values as stored: masked channel numbers of integers, numbers of the other types. */
    public Column raw(FcsParameter parameter) {
        return layout.decode(data, events, parameter);
    }

    /** Integers exactly, for parameters of 64 bits whose values a double cannot hold. */
    public long[] integers(FcsParameter parameter) {
        return layout.integers(data, events, parameter);
    }

    /** Values on the instrument's linear scale: logarithmic amplification undone, divided by gain, time in seconds. */
    public Column scale(FcsParameter parameter) {
        Column raw = raw(parameter);
        if (parameter.isPlain()) {
            return raw;
        }
        double[] values = raw.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = parameter.scale(values[i]);
        }
        return new Column.Doubles(values);
    }

    /**
     * The same in blocks.
     *
     * @param kernel takes rows of floats apart; as the blocks, not to be shared among threads
     */
    public EventBlocks blocks(ColumnKernel kernel) {
        boolean isSingle = parameters.stream().allMatch(parameter -> parameter.type() == DataType.FLOAT);
        return layout instanceof ByteRows rows && rows.isInOrder() && isSingle
                ? new EventBlocks.OfSingles(rows, parameters.size(), bytes(), kernel)
                : new EventBlocks.OfAnyType(this);
    }

    private EventBytes bytes() {
        return region.<EventBytes>map(EventBytes.InFile::new).orElseGet(() -> new EventBytes.InMemory(data));
    }

    /** Scale values of events {@code from .. from + count - 1}, written to the front of an array: for work in blocks. */
    public void scale(FcsParameter parameter, long from, int count, double[] values) {
        layout.read(data, from, count, parameter, values);
        parameter.scale(values, count);
    }
}
