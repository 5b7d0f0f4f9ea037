package vn.cchc.platform.event;

import java.util.List;

/** What a service must keep of changes its journal has lost, before the next epoch begins. */
public interface LossHandler {

    /**
     * Keeps identifiers that must not be issued twice, in the current transaction. Called batch by batch; batches may
     * repeat, and nothing is recorded in between.
     *
     * @param lost the last change of each aggregate, of any kind the service owns
     */
    void lost(List<LostChange> lost);
}
