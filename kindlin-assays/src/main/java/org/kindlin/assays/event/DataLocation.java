package org.kindlin.assays.event;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.kindlin.fault.Findings;

/**
 * Where the DATA segment lies and how many events it holds.
 *
 * <p>HEADER and TEXT often disagree. The pair is taken that does not overlap TEXT, lies inside the file and holds
 * {@code $TOT} events; where both do, the one that begins nearest after TEXT.
 *
 * @param begin offset of the first event from the beginning of the data set
 * @param length bytes of the segment
 * @param events events in it
 */
record DataLocation(long begin, long length, int events) {

    /** What is known of a data set before its events are found. */
    record Frame(FcsHeader header, Keywords keywords, long size) {
        ByteRange inText() {
            return new ByteRange(
                    Math.max(0, keywords.whole("$BEGINDATA").orElse(0)),
                    Math.max(0, keywords.whole("$ENDDATA").orElse(0)));
        }

        List<ByteRange> candidates() {
            return Stream.of(inText(), header.data())
                    .filter(range -> range.isStated() && range.begin() >= FcsHeader.LENGTH)
                    .distinct()
                    .toList();
        }

        boolean isFree(ByteRange range, long needed) {
            return !new ByteRange(range.begin(), range.begin() + Math.max(0, needed - 1)).overlaps(header.text());
        }
    }

    /** Finds the segment; empty, with a fault, where the file does not hold it. */
    static Optional<DataLocation> find(Frame frame, EventLayout layout, Findings findings) {
        OptionalLong total = frame.keywords().whole("$TOT");
        if (total.isPresent() && total.getAsLong() < 0) {
            findings.fault("$TOT", total.getAsLong() + " events", "give a file that says how many events it has");
            return Optional.empty();
        }
        if (frame.candidates().isEmpty()) {
            return nowhere(total, findings);
        }
        if (total.isEmpty() || total.getAsLong() == 0) {
            return uncounted(frame, layout, total, findings);
        }
        long needed = needed(layout, total.getAsLong());
        Optional<ByteRange> range = chosen(frame, needed);
        if (range.isEmpty() || range.get().length() < needed - 1) {
            Optional<DataLocation> counted = miscounted(frame, layout, total.getAsLong(), findings);
            if (counted.isPresent()) {
                return counted;
            }
        }
        if (range.isEmpty()) {
            findings.fault("DATA", tooShort(frame, needed, total.getAsLong()), "the file is cut short: copy it again");
            return Optional.empty();
        }
        tellRepair(frame, range.get(), needed, findings);
        tellMore(range.get(), layout, total.getAsLong(), findings);
        return located(frame, range.get(), needed, total.getAsLong(), findings);
    }

    private static long needed(EventLayout layout, long events) {
        try {
            return layout.bytes(events);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    private static Optional<ByteRange> chosen(Frame frame, long needed) {
        List<ByteRange> inside = frame.candidates().stream()
                .filter(range -> range.begin() + needed <= frame.size() && frame.isFree(range, needed))
                .sorted(Comparator.comparingLong(range -> distance(frame, range)))
                .toList();
        return inside.stream()
                .filter(range -> range.length() >= needed)
                .findFirst()
                .or(() -> inside.stream().findFirst());
    }

    /**
     * {@code $TOT} is beyond every segment stated, but a segment inside the file is a whole number of events: what follows it
     * are no events, whatever {@code $TOT} says.
     */
    private static Optional<DataLocation> miscounted(Frame frame, EventLayout layout, long total, Findings findings) {
        Optional<ByteRange> range = frame.candidates().stream()
                .filter(r -> r.length() > 1 && r.end() <= frame.size() && frame.isFree(r, r.length()))
                .filter(r -> layout.bytes(events(layout, r.length())) >= r.length() - 1)
                .min(Comparator.comparingLong(r -> distance(frame, r)));
        if (range.isEmpty()) {
            return Optional.empty();
        }
        long events = events(
                layout,
                Math.min(range.get().length(), frame.size() - range.get().begin()));
        findings.repaired("total", "$TOT", total + " events", "DATA holds " + events + " events");
        return located(frame, range.get(), layout.bytes(events), events, findings);
    }

    /** Whole events in so many bytes; none where their size varies. */
    private static long events(EventLayout layout, long bytes) {
        return layout.bitsPerEvent() == 0 ? 0 : Byte.SIZE * bytes / layout.bitsPerEvent();
    }

    private static void tellMore(ByteRange range, EventLayout layout, long total, Findings findings) {
        long room = events(layout, range.length());
        if (room > total) {
            findings.note("total", "DATA has room for " + room + " events; the " + total + " of $TOT are read");
        }
    }

    /** Bytes between the end of TEXT and the segment; a segment before TEXT is further than any after it. */
    private static long distance(Frame frame, ByteRange range) {
        long gap = range.begin() - frame.header().text().end();
        return gap > 0 ? gap : frame.size() - gap;
    }

    private static void tellRepair(Frame frame, ByteRange range, long needed, Findings findings) {
        ByteRange header = frame.header().data();
        ByteRange text = frame.inText();
        boolean differ = header.isStated() && text.isStated() && !header.equals(text);
        if (differ) {
            findings.repaired(
                    "data-offsets",
                    "HEADER",
                    "DATA at bytes " + header.text() + ", in TEXT at " + text.text(),
                    "read from byte " + range.begin());
        }
        boolean oneMore = range.length() == needed + 1;
        if (range.length() < needed || (oneMore && range.begin() + needed == frame.size())) {
            findings.repaired(
                    "data-end",
                    "DATA",
                    "bytes " + range.text() + " for " + needed + " bytes of events",
                    "read as many bytes as the events take");
        }
    }

    private static Optional<DataLocation> located(
            Frame frame, ByteRange range, long bytes, long events, Findings findings) {
        if (events > Integer.MAX_VALUE - 8) {
            findings.fault("$TOT", events + " events", "split the file: at most 2147483639 events are read");
            return Optional.empty();
        }
        long length = bytes == 0 ? Math.min(range.length(), frame.size() - range.begin()) : bytes;
        return Optional.of(new DataLocation(Math.min(range.begin(), frame.size()), Math.max(0, length), (int) events));
    }

    private static Optional<DataLocation> nowhere(OptionalLong total, Findings findings) {
        if (total.isPresent() && total.getAsLong() == 0) {
            return Optional.of(new DataLocation(0, 0, 0));
        }
        findings.fault("HEADER", "no DATA segment in HEADER or TEXT", "the file is incomplete: export it again");
        return Optional.empty();
    }

    /** {@code $TOT} may be absent before FCS 3.0, and a writer that streams leaves it 0: then the segment says. */
    private static Optional<DataLocation> uncounted(
            Frame frame, EventLayout layout, OptionalLong total, Findings findings) {
        Optional<ByteRange> range = frame.candidates().stream()
                .filter(r -> r.begin() + r.length() <= frame.size() + 1 && frame.isFree(r, r.length()))
                .min(Comparator.comparingLong(r -> distance(frame, r)));
        if (range.isEmpty()) {
            if (total.isPresent()) {
                return Optional.of(new DataLocation(0, 0, 0));
            }
            findings.fault("DATA", tooShort(frame, 1, 1), "the file is cut short: copy it again");
            return Optional.empty();
        }
        long available =
                Math.min(range.get().length(), frame.size() - range.get().begin());
        long events = events(layout, available);
        boolean counts = layout.bitsPerEvent() == 0 || layout.bytes(events) < available - 1;
        if (counts && total.isEmpty()) {
            findings.fault("$TOT", "not stated, and DATA is no whole number of events", "export the file again");
            return Optional.empty();
        }
        long found = total.isPresent() && counts ? 0 : events;
        if (total.isEmpty() || found > 0) {
            findings.repaired("total", "$TOT", total.isEmpty() ? "not stated" : "0", "DATA holds " + found + " events");
        }
        return located(frame, range.get(), layout.bytes(found), found, findings);
    }

    private static String tooShort(Frame frame, long needed, long events) {
        return "DATA at "
                + String.join(
                        " or ",
                        frame.candidates().stream()
                                .map(range -> "bytes " + range.text())
                                .toList())
                + " does not hold " + events + " events of " + needed + " bytes in a file of " + frame.size()
                + " bytes";
    }
}
