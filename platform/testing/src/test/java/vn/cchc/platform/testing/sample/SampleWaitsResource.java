package vn.cchc.platform.testing.sample;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** Waits three times for the database, in one transaction or in three. */
@Path("/api/v1/samples/waits")
@Requires(Right.READ_REGISTER)
public class SampleWaitsResource {

    private static final String WAIT = "SELECT 1 FROM pg_sleep(4)";

    private final EntityManager entities;

    SampleWaitsResource(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    @Operation(operationId = "waitSeveralTimes")
    public String wait(@QueryParam("inOneTransaction") boolean inOneTransaction) {
        if (inOneTransaction) {
            QuarkusTransaction.requiringNew().run(() -> {
                waitOnce();
                waitOnce();
                waitOnce();
            });
        } else {
            QuarkusTransaction.requiringNew().run(this::waitOnce);
            QuarkusTransaction.requiringNew().run(this::waitOnce);
            QuarkusTransaction.requiringNew().run(this::waitOnce);
        }
        return "waited";
    }

    private void waitOnce() {
        entities.createNativeQuery(WAIT).getSingleResult();
    }
}
