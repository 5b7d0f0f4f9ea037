package vn.cchc.feedback;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;

/** The committed document is what the service offers. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatIsServed() {
        OpenApiContract.assertUnchanged();
    }
}
