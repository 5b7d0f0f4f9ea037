package vn.cchc.platform.event;

import java.util.List;

/** What a service does for what its own journal has lost, before the next epoch begins. */
public interface LossHandler {

    /**
     * Keeps what must not be given twice, in the transaction under way. Called for one part after another; a part may come again, and
     * nothing is recorded in between.
     *
     * @param lost the last change of each aggregate, of any kind that the service owns
     */
    void lost(List<LostChange> lost);
}
