package vn.cchc.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.http.Problem;

/** What a right reaches for who has several roles, or lacks an authority or a unit; one role at a time is walked by each service. */
class ScopeTest {

    private static final UUID AUTHORITY = new UUID(0, 1);
    private static final UUID UNIT = new UUID(0, 2);
    private static final UUID OTHER_UNIT = new UUID(0, 3);

    private static Caller caller(UUID authority, UUID unit, Role... roles) {
        return new Caller("i", "s", "n", Set.of(roles), Optional.ofNullable(authority), Optional.ofNullable(unit));
    }

    @Test
    void a_superior_who_leads_the_own_authority_reaches_both_and_changes_only_the_own() {
        Caller both = caller(AUTHORITY, UNIT, Role.SUPERIOR, Role.LEADER);

        Scope reading = Scope.of(both, Right.READ_PLANS);
        Scope deciding = Scope.of(both, Right.DECIDE_ON_MILESTONES);

        assertThat(reading.isOwn(AUTHORITY)).isTrue();
        assertThat(reading.above()).contains(AUTHORITY);
        assertThat(deciding.isOwn(AUTHORITY)).isTrue();
        assertThat(deciding.above()).isEmpty();
    }

    @Test
    void an_officer_who_is_a_clerk_too_reaches_all_units() {
        Scope scope = Scope.of(caller(AUTHORITY, UNIT, Role.OFFICER, Role.CLERK), Right.HAND_IN_EVIDENCE);

        assertThat(scope.reachesOneOf(List.of(OTHER_UNIT))).isTrue();
    }

    @Test
    void an_officer_reaches_what_the_own_unit_is_in_charge_of() {
        Scope scope = Scope.of(caller(AUTHORITY, UNIT, Role.OFFICER), Right.HAND_IN_EVIDENCE);

        assertThat(scope.reachesOneOf(List.of(OTHER_UNIT, UNIT))).isTrue();
        assertThat(scope.reachesOneOf(List.of(OTHER_UNIT))).isFalse();
        assertThat(scope.reachesOneOf(List.of())).isFalse();
    }

    @Test
    void an_officer_without_a_unit_reaches_nothing() {
        Scope scope = Scope.of(caller(AUTHORITY, null, Role.OFFICER), Right.HAND_IN_EVIDENCE);

        assertThat(scope.reachesOneOf(List.of(UNIT))).isFalse();
    }

    @Test
    void who_belongs_to_no_authority_has_no_right_that_depends_on_one() {
        Caller nowhere = caller(null, null, Role.ADMIN);

        assertThatThrownBy(() -> Scope.of(nowhere, Right.READ_PLANS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("forbidden");
    }

    @Test
    void an_operator_who_administers_an_authority_keeps_all_and_imports_for_the_own_and_those_beneath() {
        Caller both = caller(AUTHORITY, null, Role.ADMIN, Role.OPERATOR);

        assertThat(Scope.of(both, Right.KEEP_AUTHORITIES).everywhere()).isTrue();
        assertThat(Scope.of(both, Right.IMPORT_PLANS).everywhere()).isFalse();
        assertThat(Scope.of(both, Right.IMPORT_PLANS).above()).contains(AUTHORITY);
    }
}
