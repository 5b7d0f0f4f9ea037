package vn.cchc.bench.item;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.cchc.bench.load.OpenLoop.Latency;
import vn.cchc.bench.load.Trial;

/** Something that the system does, and the limit that database or broker set to it. */
public interface Item {
    String name();

    /** Of the ratio between {@link #ours} and {@link #limit}. */
    Goal goal();

    /** The process trees whose work an operation of ours is. */
    List<String> trees();

    /** Process trees that work on what an operation has caused elsewhere. */
    List<String> othersTrees();

    /** The process trees whose work an operation of the limit is. */
    List<String> limitTrees();

    /** The system as it runs. */
    Trial ours(Duration window);

    /** The database, or the broker, alone. */
    Trial limit(Duration window);

    /** Times of answers at a fixed rate; empty where nobody waits for one. */
    Optional<Latency> latency(double perSecond, Duration window);

    /** How what the system issues differs from the committed script; empty when it does not. */
    List<String> statementDifferences();

    /** What the system issues for one operation, to be read by people. */
    String issuedStatements();
}
