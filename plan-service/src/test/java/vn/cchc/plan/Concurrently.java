package vn.cchc.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Requests that are sent at the same moment. */
final class Concurrently {

    private static final int CALLERS = 4;

    private Concurrently() {}

    /** The statuses of four calls, in ascending order. */
    static List<Integer> statuses(IntFunction<Integer> call) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int number = i;
                calls.add(callers.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return call.apply(number);
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : calls) {
                statuses.add(each.get());
            }
            return statuses.stream().sorted().toList();
        } finally {
            callers.shutdownNow();
        }
    }
}
