package vn.cchc.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityLevel;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Who reads and who changes revisions of the working calendar. */
@ApplicationScoped
class CalendarKeepers {

    private final AuthorityRepository authorities;
    private final Clock clock;

    CalendarKeepers(AuthorityRepository authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Operators, and administrators of a province.
     *
     * @throws Problem 403 for others
     */
    void requireReader(AuthorityScope scope, Caller who) {
        if (!scope.reachesAll() && ofProvince(who).isEmpty()) {
            throw Problem.forbidden(
                    BilingualText.of(
                            "Lịch làm việc do quản trị viên vận hành, hoặc quản trị viên của tỉnh duy nhất, quản lý.",
                            "The working calendar is kept by operators, or by administrators of the one province that there is."));
        }
    }

    /**
     * The calendar is common to all authorities: with several provinces, no single one may move the others' due days.
     *
     * @throws Problem 403 for others than operators, and administrators of the only province
     */
    void require(AuthorityScope scope, Caller who) {
        requireReader(scope, who);
        if (!scope.reachesAll()
                && authorities.hasOthersOfLevel(
                        AuthorityLevel.PROVINCE, ofProvince(who).orElseThrow().id(), LocalDate.now(clock))) {
            throw Problem.forbidden(BilingualText.of(
                    "Lịch làm việc chung cho nhiều tỉnh: do quản trị viên vận hành hệ thống thay đổi.",
                    "One calendar serves several provinces: it is changed by operators."));
        }
    }

    /** The caller's authority, if it is a province. */
    private Optional<Authority> ofProvince(Caller who) {
        return who.authorityId()
                .flatMap(authorities::findByIdOptional)
                .filter(authority -> authority.level() == AuthorityLevel.PROVINCE);
    }
}
