package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.AccessWalk;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.sample.Samples;

/** The walk must be able to fail: the sample shows everything to whoever has the right anywhere. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessWalkTest {

    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();

    @Inject
    Samples samples;

    private static AccessWalk walk() {
        return AccessWalk.in(
                new AccessWalk.Place(AUTHORITY, UNIT, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
    }

    private static String faults(AccessWalk walk) {
        Throwable thrown = catchThrowable(walk::assertHolds);
        assertThat(thrown).isInstanceOf(AssertionError.class);
        return thrown.getMessage();
    }

    @Test
    void an_operation_without_an_example_and_an_example_without_an_operation_are_faults() {
        AccessWalk walk = walk().operation("renameSample", caller -> caller.get("/api/v1/samples"));

        String faults = faults(walk);

        assertThat(faults)
                .contains("There is no operation renameSample")
                .contains("getSample has no example", "listSampleParts has no example")
                .doesNotContain("no operationId", "names no right", "DeadLetter", "Republication");
    }

    @Test
    void what_is_given_to_whom_it_does_not_exist_for_is_a_fault_that_says_who_got_it() {
        UUID id = samples.create("seen by all");
        AccessWalk walk = walk().operation("getSample", caller -> caller.get("/api/v1/samples/" + id))
                .list("listSamples", id.toString(), caller -> caller.get("/api/v1/samples?name=seen by all"));

        String faults = faults(walk);

        assertThat(faults)
                .contains("getSample (READ_REGISTER) by clerk from ELSEWHERE: expected ABSENT, was DONE (200)")
                .contains("listSamples (READ_REGISTER) by leader from ABOVE: expected ABSENT, was DONE (200)")
                .doesNotContain("by clerk from OWN", "by leader from OTHER_UNIT", "without a token", "by officer");
    }

    @Test
    void what_does_not_exist_for_whom_it_should_is_a_fault_too() {
        AccessWalk walk = walk().operation("getSample", caller -> caller.get("/api/v1/samples/" + UUID.randomUUID()));

        assertThat(faults(walk))
                .contains("getSample (READ_REGISTER) by clerk from OWN: expected DONE, was ABSENT (404)");
    }

    @Test
    void an_example_that_the_service_cannot_read_shows_nothing() {
        AccessWalk walk = walk().operation("getSample", caller -> caller.get("/api/v1/samples/1"));

        assertThat(faults(walk))
                .contains("getSample (READ_REGISTER) by clerk from OWN: expected DONE, was UNCLEAR (400)");
    }
}
