package org.kindlin.figures;

/** A group of control wells, outlined on a heat map under its name. */
public record WellRole(String name, Colour colour, Dash dash) {
    public static final WellRole VEHICLE = new WellRole("vehicle", Colour.BLACK, Dash.SOLID);
    public static final WellRole POSITIVE = new WellRole("positive control", Palette.VERMILLION, Dash.SOLID);
    public static final WellRole BLANK = new WellRole("blank", Palette.SKY, Dash.SOLID);
    public static final WellRole STANDARD = new WellRole("standard", Palette.PURPLE, Dash.SOLID);
}
