package vn.cchc.reporting.projection;

import java.util.List;
import vn.cchc.platform.event.Voided;

/**
 * Fired in the transaction that voids events, after the projection has been reset to the remaining valid events.
 *
 * @param kind of the aggregates
 */
public record Lost(String kind, List<Voided> aggregates) {

    public Lost {
        aggregates = List.copyOf(aggregates);
    }
}
