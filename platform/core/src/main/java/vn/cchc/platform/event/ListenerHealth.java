package vn.cchc.platform.event;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Liveness: a replica whose listener hangs is restarted; see {@link ListenerState}. */
@Liveness
class ListenerHealth implements HealthCheck {

    private final ListenerState state;

    ListenerHealth(ListenerState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .status(state.lives())
                .withData("oldestEventAgeSeconds", (long) state.oldestAge())
                .withData("heldForSeconds", state.heldForSeconds())
                .build();
    }
}
