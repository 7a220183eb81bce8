package org.kindlin.assays.plate.map;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.WellRole;

/**
 * Reads a cell that says everything about a well: {@code DMSO}, {@code defactinib 10 nM}, {@code defactinib (HCl) 2 ug/mL
 * #2}, {@code standard ADP 5 uM}, {@code positive staurosporine 1 uM}.
 */
public final class CellText {
    private static final Pattern CELL = Pattern.compile("(?<name>[^()#]{0,80}?)\\s*(?:\\((?<form>[^()]{1,30})\\))?"
            + "(?:(?:^|\\s+|[@;:]\\s*)(?<dose>\\d[\\d.,]*(?:[eE][+-]?\\d{1,3})?\\s?[pnum\\u00b5\\u03bcM%g][\\w/%]{0,6}))?"
            + "\\s*(?:#(?<replicate>\\d{1,3}))?");

    private CellText() {}

    /** The well with what the cell says of it; a cell of no known shape becomes the compound's name. */
    static WellText parse(WellText well, String cell) {
        String text = cell.strip();
        if (text.length() > 200) {
            return well(well, "", text, "", "", "");
        }
        Matcher matcher = CELL.matcher(text);
        if (!matcher.matches()) {
            return well(well, "", text, "", "", "");
        }
        String name = said(matcher, "name");
        String form = said(matcher, "form");
        String dose = said(matcher, "dose");
        String replicate = said(matcher, "replicate");
        Optional<WellRole> whole = WellRole.parse(name);
        if (whole.isPresent()) {
            return well(well, whole.get().label(), "", form, dose, replicate);
        }
        int space = name.indexOf(' ');
        Optional<WellRole> first = space < 0 ? Optional.empty() : WellRole.parse(name.substring(0, space));
        return first.isPresent()
                ? well(well, first.get().label(), name.substring(space + 1).strip(), form, dose, replicate)
                : well(well, "", name, form, dose, replicate);
    }

    private static String said(Matcher matcher, String group) {
        String text = matcher.group(group);
        return text == null ? "" : text.strip();
    }

    private static WellText well(
            WellText well, String role, String compound, String form, String dose, String replicate) {
        return new WellText(
                well.place(), well.plate(), well.address(), role, compound, form, dose, "", "", replicate, "", "");
    }
}
