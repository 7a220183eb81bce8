package org.kindlin.mechanism.ensemble;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;

/**
 * Simulations of one model with many parameter sets, over the cores of the machine. The course of a set depends on
 * nothing but the set, and courses are handed over in the order of the sets, so results are the same for any number of
 * threads. Only a few blocks of courses are held at a time: memory does not grow with the number of sets.
 */
public final class ParameterEnsemble {
    private static final int LARGEST_BLOCK = 256;
    private static final int SMALLEST_BLOCK = 16;
    /** Of a block; enough for all lanes to be busy nearly all the time where courses are not long. */
    private static final int MOST_NUMBERS = 1_000_000;

    private static final int BLOCKS_AHEAD = 4;

    private final int blockSize;
    private final List<CourseEngine> engines;

    /** Prepares as many workspaces as threads. */
    public ParameterEnsemble(CompiledModel model, SimulationOptions options, Observables observables, int threads) {
        long numbers = (options.steps() + 1L) * Math.max(1, observables.names().size());
        this.blockSize = Math.clamp(MOST_NUMBERS / numbers, SMALLEST_BLOCK, LARGEST_BLOCK);
        this.engines = CourseEngine.of(model, options, observables, Math.max(1, threads));
    }

    /** Simulates every set. The receiver is called from this thread. */
    public void simulate(ParameterSets sets, CourseReceiver receiver) {
        if (engines.size() == 1) {
            for (int first = 0; first < sets.count(); first += blockSize) {
                engines.getFirst().simulate(sets, first, size(sets, first)).tell(receiver);
            }
            return;
        }
        BlockingQueue<CourseEngine> idle = new ArrayBlockingQueue<>(engines.size(), false, engines);
        try (ExecutorService threads = Executors.newFixedThreadPool(engines.size())) {
            Deque<Future<CourseBlock>> ahead = new ArrayDeque<>();
            try {
                for (int first = 0; first < sets.count(); first += blockSize) {
                    int from = first;
                    ahead.add(threads.submit(() -> block(idle, sets, from)));
                    if (ahead.size() >= BLOCKS_AHEAD * engines.size()) {
                        ahead.remove().get().tell(receiver);
                    }
                }
                while (!ahead.isEmpty()) {
                    ahead.remove().get().tell(receiver);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a simulation ended in a defect", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } finally {
                ahead.forEach(each -> each.cancel(true));
            }
        }
    }

    private CourseBlock block(BlockingQueue<CourseEngine> idle, ParameterSets sets, int first)
            throws InterruptedException {
        CourseEngine engine = idle.take();
        try {
            return engine.simulate(sets, first, size(sets, first));
        } finally {
            idle.add(engine);
        }
    }

    private int size(ParameterSets sets, int first) {
        return Math.min(blockSize, sets.count() - first);
    }
}
