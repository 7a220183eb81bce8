package org.kindlin.mechanism.question;

import java.util.List;
import org.kindlin.figures.Figure;
import org.kindlin.mechanism.prior.PriorParameter;

/**
 * The answer to a question.
 *
 * @param question its name
 * @param model names of the models it was asked of
 * @param sentences the answer in words, with its limits
 * @param priors the uncertain parameters that were drawn
 * @param draws number of draws behind every spread
 */
public record Answer(
        String question,
        String model,
        List<String> sentences,
        List<Table> tables,
        List<Figure> figures,
        List<PriorParameter> priors,
        int draws,
        long seed) {
    public Answer {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
        priors = List.copyOf(priors);
    }
}
