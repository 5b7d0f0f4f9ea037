package vn.cchc.feedback.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.access.Scope;

class SightTest {

    private static final UUID AUTHORITY = new UUID(0, 1);
    private static final UUID OWN = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);

    private static Sight of(Role role, UUID unit) {
        Caller caller = new Caller("i", "s", "n", Set.of(role), Optional.of(AUTHORITY), Optional.ofNullable(unit));
        return Sight.of(Scope.of(caller, Right.READ_FEEDBACK));
    }

    @Test
    void clerksAndLeadersSeeAndIdentifyAll() {
        assertThat(of(Role.CLERK, null).identifiesSender(Optional.empty())).isTrue();
        assertThat(of(Role.LEADER, OWN).identifiesSender(Optional.of(OTHER))).isTrue();
    }

    @Test
    void anOfficerSeesWhatTheOwnUnitWasGiven() {
        assertThat(of(Role.OFFICER, OWN).seesUnit(Optional.of(OWN))).isTrue();
        assertThat(of(Role.OFFICER, OWN).seesUnit(Optional.of(OTHER))).isFalse();
        assertThat(of(Role.OFFICER, OWN).seesUnit(Optional.empty())).isFalse();
    }

    @Test
    void anOfficerWithoutAUnitSeesNothing() {
        assertThat(of(Role.OFFICER, null).seesUnit(Optional.of(OWN))).isFalse();
        assertThat(of(Role.OFFICER, null).seesUnit(Optional.empty())).isFalse();
    }
}
