package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.limit.HandlingPolicy.Scope;

class PolicyTableTest {

    private static final UUID OURS = new UUID(0, 1);
    private static final UUID THEIRS = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.parse("2021-01-05");

    private final HandlingPolicy forAll = policy(1, new Scope(null, null, null, null), 10, "2000-01-01", null);

    private static HandlingPolicy policy(int id, Scope scope, int amount, String from, String to) {
        return new HandlingPolicy(
                new UUID(0, id),
                scope,
                new HandlingLimit(amount, LimitUnit.CALENDAR_DAY, true, 0, null, false, Set.of(), ""),
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse));
    }

    private static Scope oneBy(Channel channel, Classification classification, Urgency urgency) {
        return new Scope(OURS, channel, classification, urgency);
    }

    private int chosen(Scope one, HandlingPolicy... others) {
        List<HandlingPolicy> all = new java.util.ArrayList<>(List.of(others));
        all.add(forAll);
        return new PolicyTable(all).choose(one, DAY).orElseThrow().limit().amount();
    }

    @Test
    void theGeneralOneHoldsWhereNoOtherDoes() {
        assertThat(chosen(oneBy(Channel.ONLINE, null, Urgency.NORMAL))).isEqualTo(10);
    }

    @Test
    void theNarrowestOneHolds() {
        HandlingPolicy byPhone = policy(2, new Scope(null, Channel.PHONE, null, null), 7, "2000-01-01", null);
        HandlingPolicy urgent = policy(3, new Scope(null, null, null, Urgency.URGENT), 3, "2000-01-01", null);

        assertThat(chosen(oneBy(Channel.PHONE, null, Urgency.NORMAL), byPhone, urgent))
                .isEqualTo(7);
        assertThat(chosen(oneBy(Channel.PHONE, null, Urgency.URGENT), byPhone, urgent))
                .isEqualTo(3);
    }

    @Test
    void anAuthoritysOwnComesBeforeAnyGeneralOne() {
        HandlingPolicy own = policy(2, new Scope(OURS, null, null, null), 8, "2000-01-01", null);
        HandlingPolicy another = policy(3, new Scope(THEIRS, null, null, null), 9, "2000-01-01", null);
        HandlingPolicy conduct = policy(
                4,
                new Scope(null, Channel.ONLINE, Classification.OFFICER_CONDUCT, Urgency.URGENT),
                5,
                "2000-01-01",
                null);

        assertThat(chosen(oneBy(Channel.ONLINE, Classification.OFFICER_CONDUCT, Urgency.URGENT), own, another, conduct))
                .isEqualTo(8);
    }

    @Test
    void aCategoryThatIsNotKnownYetMatchesNoneButTheOpen() {
        HandlingPolicy conduct =
                policy(2, new Scope(null, null, Classification.OFFICER_CONDUCT, null), 5, "2000-01-01", null);

        assertThat(chosen(oneBy(Channel.ONLINE, null, Urgency.NORMAL), conduct)).isEqualTo(10);
    }

    @Test
    void whatIsPassedOnIsNotUnderALimitForAnswers() {
        HandlingPolicy own = policy(2, new Scope(OURS, null, null, null), 8, "2000-01-01", null);
        HandlingPolicy passedOn =
                policy(3, new Scope(null, null, Classification.REGULATION_OTHER, null), 5, "2000-01-01", null);

        assertThat(chosen(oneBy(Channel.ONLINE, Classification.REGULATION_OTHER, Urgency.NORMAL), own, passedOn))
                .isEqualTo(5);
    }

    @Test
    void onlyWhatIsInForceOnTheDayOfArrivalHolds() {
        HandlingPolicy past = policy(2, new Scope(OURS, null, null, null), 15, "2010-01-01", "2021-01-04");
        HandlingPolicy future = policy(3, new Scope(OURS, null, null, null), 5, "2021-01-06", null);
        HandlingPolicy lastDay = policy(4, new Scope(OURS, Channel.POST, null, null), 12, "2010-01-01", "2021-01-05");

        assertThat(chosen(oneBy(Channel.ONLINE, null, Urgency.NORMAL), past, future))
                .isEqualTo(10);
        assertThat(chosen(oneBy(Channel.POST, null, Urgency.NORMAL), past, future, lastDay))
                .isEqualTo(12);
    }

    @Test
    void ofTwoForTheSameTheLaterHolds() {
        HandlingPolicy before = policy(3, new Scope(OURS, null, null, null), 15, "2010-01-01", null);
        HandlingPolicy after = policy(2, new Scope(OURS, null, null, null), 9, "2021-01-01", null);

        assertThat(chosen(oneBy(Channel.ONLINE, null, Urgency.NORMAL), before, after))
                .isEqualTo(9);
    }

    @Test
    void twoOfTheSameScopeOverlapWhereTheyShareADay() {
        Scope phone = new Scope(OURS, Channel.PHONE, null, null);
        HandlingPolicy first = policy(2, phone, 7, "2021-01-01", "2021-01-31");
        HandlingPolicy second = policy(3, phone, 5, "2021-03-01", null);
        PolicyTable table = new PolicyTable(List.of(forAll, first, second));

        assertThat(table.overlapping(policy(4, phone, 3, "2021-02-01", "2021-02-28")))
                .isEmpty();
        assertThat(table.overlapping(policy(4, phone, 3, "2021-01-31", "2021-02-28")))
                .containsExactly(first);
        assertThat(table.overlapping(policy(4, phone, 3, "2021-02-01", "2021-03-01")))
                .containsExactly(second);
        assertThat(table.overlapping(policy(4, phone, 3, "2020-01-01", null))).containsExactly(first, second);
        assertThat(table.overlapping(policy(4, new Scope(OURS, Channel.POST, null, null), 3, "2020-01-01", null)))
                .isEmpty();
    }

    @Test
    void aDayWithoutAGeneralOneIsFound() {
        Scope everyone = new Scope(null, null, null, null);
        HandlingPolicy ended = policy(2, everyone, 10, "2000-01-01", "2021-06-30");
        HandlingPolicy next = policy(3, everyone, 5, "2021-07-01", "2021-12-31");
        HandlingPolicy own = policy(4, new Scope(OURS, null, null, null), 5, "2000-01-01", null);

        assertThat(new PolicyTable(List.of(forAll)).firstDayWithout(null, DAY)).isEmpty();
        assertThat(new PolicyTable(List.of(ended, own)).firstDayWithout(null, DAY))
                .contains(LocalDate.parse("2021-07-01"));
        assertThat(new PolicyTable(List.of(ended, next, own)).firstDayWithout(null, DAY))
                .contains(LocalDate.parse("2022-01-01"));
        assertThat(new PolicyTable(List.of(forAll)).firstDayWithout(Classification.REGULATION_OTHER, DAY))
                .contains(DAY);
    }
}
