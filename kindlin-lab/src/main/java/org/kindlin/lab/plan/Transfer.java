package org.kindlin.lab.plan;

/**
 * One movement of liquid.
 *
 * @param stage which part of the plan it belongs to
 * @param handler what moves it
 * @param mix whether the destination is mixed afterwards
 */
public record Transfer(Stage stage, LiquidHandler handler, Place from, Place to, Volume volume, boolean mix) {

    /** The parts of a plan that move single liquids; bulk reagents are poured by step. */
    public enum Stage {
        STOCK("stock to series"),
        SERIES("series in DMSO"),
        INTERMEDIATE("DMSO into buffer"),
        ASSAY("onto the assay plate");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
