package vn.cchc.platform.training;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.BusinessClock;
import vn.cchc.platform.time.TrainingClockConfig;
import vn.cchc.platform.time.VietnamTime;

/** Reads and sets business time where {@link TrainingClockConfig#enabled()}; otherwise 404. Not part of the API. */
@Path("/local/training-clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(Right.SET_THE_TRAINING_CLOCK)
public class TrainingClockResource {

    /** Business time, with the offset of {@link VietnamTime#ZONE}. */
    public record BusinessTime(OffsetDateTime now) {}

    private final BusinessClock businessClock;
    private final TrainingClockConfig config;
    private final Clock clock;

    TrainingClockResource(BusinessClock businessClock, TrainingClockConfig config, Clock clock) {
        this.businessClock = businessClock;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public BusinessTime get() {
        requireEnabled();
        return new BusinessTime(OffsetDateTime.now(clock));
    }

    @PUT
    @MaxBody(KB)
    @Operation(hidden = true)
    public BusinessTime set(BusinessTime wanted) {
        requireEnabled();
        try {
            businessClock.setTo(wanted.now().toInstant());
        } catch (BusinessClock.MarkedDay e) {
            throw Problem.conflict(
                    "day-marked",
                    BilingualText.of(
                            "Ngày này đã được chốt là đủ dữ liệu; đồng hồ không lùi về trước đó được.",
                            "This day is marked as complete; the clock does not go back to it."));
        }
        return new BusinessTime(OffsetDateTime.now(clock));
    }

    private void requireEnabled() {
        if (!config.enabled()) {
            throw new NotFoundException();
        }
    }
}
