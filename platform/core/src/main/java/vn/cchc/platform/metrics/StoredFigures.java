package vn.cchc.platform.metrics;

import java.util.List;
import vn.cchc.platform.time.VietnamTime;

/** Figures about the rows of one kind that operators and alerts watch, read by one statement. */
public interface StoredFigures {

    /** The business day, in SQL. */
    String TODAY = "cast(business_time() AT TIME ZONE '" + VietnamTime.ZONE + "' AS date)";

    /**
     * A query of one row with a numeric column for each of {@link #gauges()}, in their order. Its cost must not grow
     * with history: it reads only what is open, by an index.
     */
    String query();

    List<StoredGauge> gauges();
}
