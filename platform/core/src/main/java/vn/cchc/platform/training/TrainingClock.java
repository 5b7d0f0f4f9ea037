package vn.cchc.platform.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.BusinessClock;
import vn.cchc.platform.time.TrainingClockConfig;

/** Business time as it is read and set where {@link TrainingClockConfig#enabled()}. */
@ApplicationScoped
class TrainingClock {

    private final BusinessClock businessClock;
    private final TrainingClockConfig config;
    private final Clock clock;

    TrainingClock(BusinessClock businessClock, TrainingClockConfig config, Clock clock) {
        this.businessClock = businessClock;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem 404 when business time is not movable */
    BusinessTime get() {
        requireEnabled();
        return now();
    }

    /**
     * Sets business time.
     *
     * @return business time from then on
     * @throws Problem 404 when it is not movable; 409 when that day is marked as complete
     */
    BusinessTime set(BusinessTime wanted) {
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
        return now();
    }

    private BusinessTime now() {
        return new BusinessTime(OffsetDateTime.now(clock));
    }

    private void requireEnabled() {
        if (!config.enabled()) {
            throw Problem.notFound();
        }
    }
}
