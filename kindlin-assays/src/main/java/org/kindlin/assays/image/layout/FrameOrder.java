package org.kindlin.assays.image.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.NaturalOrder;

/**
 * The order of a film's frames that are files of their own, where nothing states their times. A shell lists {@code t12} before {@code
 * t4}; names that differ in one number alone are put into the order of that number.
 */
public final class FrameOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private FrameOrder() {}

    /**
     * The frames in order; pages of one file stay as they are.
     *
     * @param fileName of the file that a frame is from
     * @param findings gets a warning where the order was changed, or is neither that of the names nor plain
     */
    public static <T> List<T> of(List<T> frames, Function<T, String> fileName, List<Warning> findings) {
        List<String> names = frames.stream().map(fileName).distinct().toList();
        List<String> natural = names.stream().sorted(NaturalOrder.NAMES).toList();
        int varying = varyingNumbers(names);
        if (varying == 0 || natural.equals(names)) {
            return frames;
        }
        if (varying > 1) {
            findings.add(new Warning(
                    "frame-order",
                    "frames are taken in the order given, which is not that of their names (" + names.getFirst()
                            + " before " + names.get(1) + "): state their times if that is not the order in time"));
            return frames;
        }
        findings.add(new Warning(
                "frames-ordered",
                "frames were put into the order of the numbers in their names, from " + natural.getFirst() + " to "
                        + natural.getLast() + "; they were given from " + names.getFirst() + " to " + names.getLast()));
        return frames.stream()
                .sorted(Comparator.comparing(fileName, NaturalOrder.NAMES))
                .toList();
    }

    /** How many of the numbers in names change, where names are alike but for numbers; 0 where they are not. */
    private static int varyingNumbers(List<String> names) {
        Set<String> texts = new HashSet<>();
        List<List<String>> numbers = new ArrayList<>();
        for (String name : names) {
            Matcher matcher = NUMBER.matcher(name);
            texts.add(matcher.replaceAll("#"));
            numbers.add(matcher.reset().results().map(found -> found.group()).toList());
        }
        if (texts.size() != 1) {
            return 0;
        }
        int varying = 0;
        for (int i = 0; i < numbers.getFirst().size(); i++) {
            int at = i;
            boolean varies = numbers.stream().map(of -> of.get(at)).distinct().count() > 1;
            varying += varies ? 1 : 0;
        }
        return varying;
    }
}
