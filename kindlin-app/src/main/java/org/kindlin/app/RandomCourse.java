package org.kindlin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.TimeCourse;
import org.kindlin.mechanism.stochastic.Ensemble;
import org.kindlin.mechanism.stochastic.JumpNetwork;
import org.kindlin.mechanism.stochastic.RunMethod;

/** Random courses for {@code kindlin model simulate --stochastic}: one run as it is, of more the mean and deviation. */
final class RandomCourse {
    private RandomCourse() {}

    /** What is asked beside times and seed. */
    record Wish(int runs, RunMethod method, List<String> variables, List<String> amounts) {}

    static TimeCourse simulate(Path path, Console console, SimulationOptions options, Wish wish) {
        Model model = ModelArguments.read(path, console);
        if (!model.constraints().isEmpty()) {
            console.err().println(path + ": constraints are not watched in random runs");
        }
        JumpNetwork network = JumpNetwork.of(path.toString(), model);
        List<String> names = wish.variables().isEmpty() ? network.species() : wish.variables();
        Ensemble.Plan plan = new Ensemble.Plan(options.times(), wish.runs(), options.seed(), wish.method());
        Ensemble.Moments moments = Ensemble.simulate(network, plan, names, new HashSet<>(wish.amounts()));
        return wish.runs() == 1
                ? new TimeCourse(names, moments.times(), moments.means())
                : new TimeCourse(columns(names), moments.times(), interleaved(moments));
    }

    private static List<String> columns(List<String> names) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(name + "-mean");
            columns.add(name + "-sd");
        }
        return columns;
    }

    private static double[][] interleaved(Ensemble.Moments moments) {
        double[][] rows = new double[moments.times().length][];
        for (int t = 0; t < rows.length; t++) {
            int count = moments.names().size();
            rows[t] = new double[2 * count];
            for (int c = 0; c < count; c++) {
                rows[t][2 * c] = moments.means()[t][c];
                rows[t][2 * c + 1] = moments.deviations()[t][c];
            }
        }
        return rows;
    }
}
