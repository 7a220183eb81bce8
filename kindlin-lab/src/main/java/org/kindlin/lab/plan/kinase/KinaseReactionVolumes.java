package org.kindlin.lab.plan.kinase;

import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.lab.plan.Volume;

/**
 * How a well of a kinase assay is filled: one fifth diluted compound, two fifths enzyme with substrate, two fifths ATP;
 * then as much ADP-Glo reagent as reaction and twice as much detection reagent (1 : 1 : 2).
 *
 * @param direct whether compounds come as nanolitres of DMSO, so that enzyme and ATP take a half each
 */
record KinaseReactionVolumes(Volume reaction, boolean direct) {

    /** The usual reaction volume of a plate size. */
    static Volume usual(PlateFormat format) {
        return Volume.microlitres(
                switch (format) {
                    case WELLS_384 -> 10;
                    case WELLS_1536 -> 4;
                    default -> 25;
                });
    }

    Volume compound() {
        return part(1);
    }

    /** Enzyme with substrate, ATP, each. */
    Volume mix() {
        return direct ? new Volume(reaction.picolitres() / 2) : part(2);
    }

    /** How many times stronger than in the reaction the mixes are. */
    double strength() {
        return (double) reaction.picolitres() / mix().picolitres();
    }

    private Volume part(int fifths) {
        return new Volume(reaction.picolitres() / 5 * fifths);
    }

    Volume stopReagent() {
        return reaction;
    }

    Volume detectionReagent() {
        return reaction.times(2);
    }

    Volume end() {
        return reaction.times(4);
    }
}
