package vn.cchc.reporting.projection;

import java.util.List;
import vn.cchc.platform.event.Voided;

/**
 * Fired in the transaction in which events have become void, once the tables of the present are as what still holds tells.
 *
 * @param kind of the aggregates
 */
public record Lost(String kind, List<Voided> aggregates) {

    public Lost {
        aggregates = List.copyOf(aggregates);
    }
}
