package vn.cchc.platform.event;

import java.util.List;

/** What a service does for what its own journal has lost, in the transaction in which the epoch is raised. */
public interface LossHandler {

    /** @param lost the last change of each aggregate, of any kind that the service owns */
    void lost(List<LostChange> lost);
}
