package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.kindlin.fault.Findings;

/**
 * Reads list-mode FCS files of versions 2.0 to 3.2. Deviations with one meaning are repaired and told; what cannot be read
 * is a fault. Memory is bounded by the size of the file: no number in the file is believed before the bytes behind it
 * are there.
 */
public final class FcsReader {
    /** More data sets than this are no file of a cytometer. */
    private static final int MOST_DATA_SETS = 10_000;

    /** Code of the warning that a later data set is not read. */
    public static final String UNREAD_SET = "unread-data-set";

    private FcsReader() {}

    /**
     * Reads bytes in memory.
     *
     * @return the data sets in order; empty where a fault was found, which {@code findings} holds
     */
    public static List<FcsDataSet> read(byte[] bytes, Findings findings) {
        return read(MemorySegment.ofArray(bytes), findings);
    }

    /** Reads a segment of memory, wherever it is. */
    public static List<FcsDataSet> read(MemorySegment bytes, Findings findings) {
        List<FcsDataSet> sets = new ArrayList<>();
        OptionalLong start = OptionalLong.of(0);
        while (start.isPresent() && sets.size() < MOST_DATA_SETS) {
            Findings part = findings.ofPart();
            Optional<FcsDataSet> set = dataSet(bytes.asSlice(start.getAsLong()), part);
            if (set.isEmpty() && !sets.isEmpty()) {
                tellUnread(sets.size() + 1, part, findings);
                break;
            }
            findings.addAll(part);
            if (set.isEmpty()) {
                return List.of();
            }
            sets.add(set.get());
            start = next(bytes, start.getAsLong(), set.get(), findings);
        }
        return List.copyOf(sets);
    }

    /** What is wrong with a later data set does not keep the first from being read. */
    private static void tellUnread(int number, Findings part, Findings findings) {
        part.faults()
                .all()
                .forEach(fault -> findings.repaired(
                        UNREAD_SET,
                        fault.place(),
                        "data set " + number + ": " + fault.problem(),
                        "read as far as data set " + (number - 1)));
    }

    /**
     * Where the next data set begins. {@code $NEXTDATA} counts from the beginning of this one (FCS 3.1, section 3.2.20); some
     * writers count from that of the file. Counted so it would point into this data set if the standard were kept, where no
     * header is: a header there means that it is not. What leads to no header leads nowhere.
     */
    private static OptionalLong next(MemorySegment bytes, long start, FcsDataSet set, Findings findings) {
        long offset = set.keywords().whole("$NEXTDATA").orElse(0);
        if (offset <= 0) {
            return OptionalLong.empty();
        }
        if (offset > start && start > 0 && isHeader(bytes, offset)) {
            findings.repaired(
                    "next-data",
                    "$NEXTDATA",
                    "byte " + offset + " is counted from the beginning of the file",
                    "read from there");
            return OptionalLong.of(offset);
        }
        if (offset <= bytes.byteSize() - start && isHeader(bytes, start + offset)) {
            return OptionalLong.of(start + offset);
        }
        findings.repaired(
                "next-data", "$NEXTDATA", "no data set begins at byte " + offset, "read as the last data set");
        return OptionalLong.empty();
    }

    private static boolean isHeader(MemorySegment bytes, long at) {
        return at <= bytes.byteSize() - FcsHeader.LENGTH
                && FcsVersion.of(Latin.text(bytes, at, FcsVersion.LENGTH)).isPresent();
    }

    private static Optional<FcsDataSet> dataSet(MemorySegment bytes, Findings findings) {
        Optional<FcsHeader> header = FcsHeader.read(bytes, findings);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Keywords keywords = keywords(bytes, header.get(), findings);
        Optional<DataType> common = dataType(keywords, findings);
        if (!isListMode(header.get(), keywords, findings) || common.isEmpty()) {
            return Optional.empty();
        }
        List<FcsParameter> parameters = new ParameterReader(keywords, common.get(), findings).read();
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        DataLocation.Frame frame = new DataLocation.Frame(header.get(), keywords, bytes.byteSize());
        Optional<EventLayout> layout = LayoutReader.read(common.get(), parameters, frame, findings);
        return layout.flatMap(found -> DataLocation.find(frame, found, findings)
                .flatMap(location -> dataSet(bytes, frame, parameters, found, location, findings)));
    }

    private static Optional<FcsDataSet> dataSet(
            MemorySegment bytes,
            DataLocation.Frame frame,
            List<FcsParameter> parameters,
            EventLayout layout,
            DataLocation location,
            Findings findings) {
        MemorySegment data = bytes.asSlice(location.begin(), location.length());
        boolean isDelimited = layout instanceof AsciiRows rows && rows.isDelimited();
        if (isDelimited && AsciiRows.numbers(data) < (long) location.events() * parameters.size()) {
            findings.fault(
                    "DATA",
                    AsciiRows.numbers(data) + " numbers for " + location.events() + " events of " + parameters.size()
                            + " parameters",
                    "the file is cut short: copy it again");
            return Optional.empty();
        }
        tellDuplicates(parameters, findings);
        return Optional.of(new FcsDataSet(
                frame.header().version(), frame.keywords(), parameters, location.events(), layout, data));
    }

    private static void tellDuplicates(List<FcsParameter> parameters, Findings findings) {
        List<String> names = parameters.stream().map(FcsParameter::name).toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> findings.repaired(
                        "duplicate-name",
                        "$PnN",
                        "more than one parameter is called '" + name + "'",
                        "the name means the first"));
    }

    private static Keywords keywords(MemorySegment bytes, FcsHeader header, Findings findings) {
        Keywords primary = TextSegment.read(bytes, header.text(), "TEXT", findings);
        ByteRange more = new ByteRange(
                Math.max(0, primary.whole("$BEGINSTEXT").orElse(0)),
                Math.max(0, primary.whole("$ENDSTEXT").orElse(0)));
        if (!more.isStated() || more.length() < 2 || more.equals(header.text())) {
            return primary;
        }
        if (more.end() >= bytes.byteSize() || more.begin() < FcsHeader.LENGTH || more.overlaps(header.text())) {
            findings.repaired(
                    "supplemental-text",
                    "$BEGINSTEXT",
                    "supplemental TEXT at bytes " + more.text() + " is not there",
                    "read without it");
            return primary;
        }
        return primary.and(TextSegment.readMore(bytes, more, findings));
    }

    private static Optional<DataType> dataType(Keywords keywords, Findings findings) {
        String text = keywords.find("$DATATYPE").orElse("");
        Optional<DataType> type = DataType.of(text);
        if (type.isEmpty()) {
            findings.fault(
                    "$DATATYPE",
                    text.isEmpty() ? "not stated" : "'" + text + "' is no data type",
                    "the TEXT segment is damaged: export the file again");
        }
        return type;
    }

    private static boolean isListMode(FcsHeader header, Keywords keywords, Findings findings) {
        String mode = keywords.find("$MODE").orElse("");
        switch (mode.toUpperCase(Locale.ROOT)) {
            case "L" -> {
                return true;
            }
            case "" -> {
                if (header.version() != FcsVersion.FCS3_2) {
                    findings.repaired("mode", "$MODE", "not stated", "read as list mode");
                }
                return true;
            }
            case "C" -> refuse("one correlated multivariate histogram (mode C)", findings);
            case "U" -> refuse("uncorrelated univariate histograms (mode U)", findings);
            default -> refuse("of mode '" + mode + "'", findings);
        }
        return false;
    }

    private static void refuse(String what, Findings findings) {
        findings.fault("$MODE", "the data are " + what + ", not events", "export list-mode data ($MODE L)");
    }
}
