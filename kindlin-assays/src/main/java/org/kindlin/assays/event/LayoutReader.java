package org.kindlin.assays.event;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kindlin.fault.Findings;

/** Parameters and byte order to the layout of events, where the size of DATA decides between readings of odd widths. */
final class LayoutReader {
    private LayoutReader() {}

    static Optional<EventLayout> read(
            DataType common, List<FcsParameter> parameters, DataLocation.Frame frame, Findings findings) {
        List<Integer> bits = parameters.stream().map(FcsParameter::bits).toList();
        if (common == DataType.ASCII) {
            return Optional.of(new AsciiRows(bits));
        }
        Optional<ByteOrder> order = order(bits, frame.keywords(), findings);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        EventLayout rows = bits.stream().allMatch(b -> b % Byte.SIZE == 0)
                ? new ByteRows(bits, order.get())
                : oddWidths(bits, order.get(), frame, findings);
        return Optional.of(rows);
    }

    private static Optional<ByteOrder> order(List<Integer> bits, Keywords keywords, Findings findings) {
        String text = keywords.find("$BYTEORD").orElse("");
        Optional<ByteOrder> order = ByteOrder.parse(text);
        int widest =
                bits.stream().mapToInt(b -> Math.ceilDiv(b, Byte.SIZE)).max().orElse(1);
        if (order.isEmpty() && widest == 1) {
            return Optional.of(ByteOrder.littleEndian());
        }
        if (order.isEmpty() || !order.get().covers(widest)) {
            findings.fault(
                    "$BYTEORD",
                    "'" + text + "' is no byte order for numbers of " + widest + " bytes",
                    "export the file again: 1,2,3,4 or 4,3,2,1");
            return Optional.empty();
        }
        return order;
    }

    private static EventLayout oddWidths(
            List<Integer> bits, ByteOrder order, DataLocation.Frame frame, Findings findings) {
        EventLayout packed = new BitRows(bits, order.isAscending());
        long events = frame.keywords().whole("$TOT").orElse(0);
        if (events <= 0 || events > frame.size() * Byte.SIZE || fills(packed, events, frame)) {
            return packed;
        }
        List<UnaryOperator<Integer>> roundings =
                List.of(b -> Byte.SIZE * Math.ceilDiv(b, Byte.SIZE), LayoutReader::wordBits);
        for (UnaryOperator<Integer> rounding : roundings) {
            EventLayout rows = new ByteRows(bits.stream().map(rounding).toList(), order);
            if (fills(rows, events, frame)) {
                findings.repaired(
                        "parameter-bits",
                        "$PnB",
                        "widths of " + bits.getFirst() + " bits in a DATA segment of wider numbers",
                        "read as whole bytes, masked by $PnR");
                return rows;
            }
        }
        return packed;
    }

    private static int wordBits(int bits) {
        return Math.max(Byte.SIZE, bits <= 1 ? 1 : Integer.highestOneBit(bits - 1) << 1);
    }

    private static boolean fills(EventLayout layout, long events, DataLocation.Frame frame) {
        long needed = layout.bytes(events);
        return frame.candidates().stream().anyMatch(range -> range.length() >= needed && range.length() <= needed + 1);
    }
}
