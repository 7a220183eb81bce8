package org.kindlin.assays.pharmacokinetics;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit a column's header says: {@code conc (ng/mL)}, {@code time_h}, {@code conc_ng_mL}, {@code dose [mg/kg]}. */
final class HeaderUnit {
    private static final Pattern BRACKETED = Pattern.compile(".*[(\\[]\\s*([^)\\]]{1,12})\\s*[)\\]]\\s*");

    private HeaderUnit() {}

    static <T> Optional<T> of(String header, Function<String, Optional<T>> parser) {
        Matcher bracketed = BRACKETED.matcher(header);
        if (bracketed.matches()) {
            return parser.apply(bracketed.group(1));
        }
        String[] parts = header.strip().split("[_\\s.]+", -1);
        if (parts.length >= 3) {
            Optional<T> ratio = parser.apply(parts[parts.length - 2] + "/" + parts[parts.length - 1]);
            if (ratio.isPresent()) {
                return ratio;
            }
        }
        return parts.length >= 2 ? parser.apply(parts[parts.length - 1]) : Optional.empty();
    }

    /** The header without its unit. */
    static String stem(String header) {
        return header.strip().toLowerCase(Locale.ROOT).split("[_\\s.(\\[]+", -1)[0];
    }
}
