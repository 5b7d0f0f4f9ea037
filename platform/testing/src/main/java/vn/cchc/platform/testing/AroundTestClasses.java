package vn.cchc.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What is the same around every class of {@code @QuarkusTest}s. Called with its class loader's copy of the libraries. */
public final class AroundTestClasses implements QuarkusTestBeforeClassCallback, QuarkusTestAfterAllCallback {

    /** What is waited for comes within some milliseconds mostly; Awaitility would look every 100. */
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
