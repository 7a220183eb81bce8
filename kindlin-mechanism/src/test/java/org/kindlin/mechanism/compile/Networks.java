package org.kindlin.mechanism.compile;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/** Signalling networks of any size, for tests and measurements. */
final class Networks {
    private Networks() {}

    /** So many reactions among half as many species: mass action and Michaelis-Menten in turn. */
    static Model random(int reactions, RandomGenerator random) {
        int species = Math.max(2, reactions / 2);
        ModelBuilder builder = new ModelBuilder().add(Compartment.volume("cell", 1.5));
        for (int i = 0; i < species; i++) {
            builder.add(Species.concentration("S" + i, "cell", 0.1 + random.nextDouble()));
        }
        for (int i = 0; i < reactions; i++) {
            builder.add(Parameter.constant("k" + i, 0.1 + random.nextDouble()));
            builder.add(Parameter.constant("m" + i, 0.5 + random.nextDouble()));
            builder.add(reaction(i, random.nextInt(species), random.nextInt(species), random.nextInt(species)));
        }
        return builder.build();
    }

    private static Reaction reaction(int i, int from, int to, int modifier) {
        Expression k = Expression.symbol("k" + i);
        Expression substrate = Expression.symbol("S" + from);
        Expression enzyme = Expression.symbol("S" + modifier);
        Expression speed = i % 2 == 0
                ? Expression.apply(Operator.TIMES, k, substrate, enzyme)
                : Expression.apply(
                        Operator.DIVIDE,
                        Expression.apply(Operator.TIMES, k, enzyme, substrate),
                        Expression.apply(Operator.PLUS, Expression.symbol("m" + i), substrate));
        Expression rate = Expression.apply(Operator.TIMES, Expression.symbol("cell"), speed);
        return new Reaction(
                "R" + i,
                false,
                false,
                "",
                List.of(SpeciesReference.of(1, "S" + from)),
                List.of(SpeciesReference.of(1, "S" + to)),
                List.of("S" + modifier),
                Optional.of(new KineticLaw(rate, List.of(), Remarks.NONE)),
                Remarks.NONE);
    }
}
