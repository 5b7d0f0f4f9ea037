package vn.cchc.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Set-up and clean-up common to all classes of {@code @QuarkusTest}s. Called with the test class loader's copy of the
 * libraries.
 */
public final class AroundTestClasses implements QuarkusTestBeforeClassCallback, QuarkusTestAfterAllCallback {

    /** Awaited conditions mostly hold within milliseconds; Awaitility's default is 100 ms. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultPollInterval(POLL_INTERVAL);
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        TestEvents.close();
    }
}
