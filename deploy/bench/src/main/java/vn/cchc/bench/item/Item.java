package vn.cchc.bench.item;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.cchc.bench.load.OpenLoop.Latency;
import vn.cchc.bench.load.Trial;

/** An operation of the system and the upper limit given by the database or the broker alone. */
public interface Item {
    String name();

    /** Goal of the ratio of {@link #ours} to {@link #limit}. */
    Goal goal();

    /** Process trees that execute our operation. */
    List<String> trees();

    /** Process trees that work on the operation's side effects. */
    List<String> othersTrees();

    /** Process trees that execute the limit's operation. */
    List<String> limitTrees();

    /** Measures the running system. */
    Trial ours(Duration window);

    /** Measures the database or the broker alone. */
    Trial limit(Duration window);

    /** Latency at a fixed rate; empty when nobody waits for a response. */
    Optional<Latency> latency(double perSecond, Duration window);

    /** Differences between the issued statements and the committed script; empty when there are none. */
    List<String> statementDifferences();

    /** The statements issued for one operation, for display. */
    String issuedStatements();
}
