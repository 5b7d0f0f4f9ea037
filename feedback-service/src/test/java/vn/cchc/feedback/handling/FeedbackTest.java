package vn.cchc.feedback.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.LimitUnit;
import vn.cchc.feedback.limit.OfficeHoursTable;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.Problem;

class FeedbackTest {

    private static final Actor CLERK = new Actor("clerk", "Trần Thị Bình");

    private static HandlingPolicy policy(int amount, Set<State> pausedIn) {
        return policy(amount, LimitUnit.CALENDAR_DAY, pausedIn);
    }

    private static HandlingPolicy policy(int amount, LimitUnit unit, Set<State> pausedIn) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                new HandlingLimit(amount, unit, true, 2, 5, false, pausedIn, "mục 1.4.2"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static ChangeContext on(String day) {
        return new ChangeContext(
                CLERK,
                OffsetDateTime.parse(day + "T09:00:00+07:00"),
                ShippedTable.calendar(),
                new OfficeHoursTable(List.of()));
    }

    private static Feedback received(HandlingPolicy policy, String content) {
        return Feedback.received(
                new Feedback.Arrival(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        1,
                        TrackingCode.random(new Random(1)),
                        Channel.POST,
                        Kind.PROPOSAL,
                        content,
                        OffsetDateTime.parse("2021-01-04T23:30:00Z"),
                        0,
                        on("2021-01-06")),
                policy);
    }

    private static Feedback received(HandlingPolicy policy) {
        return received(policy, "Đề nghị sửa đường thôn 3.");
    }

    @Test
    void theLimitRunsFromTheDayOfArrivalInVietnam() {
        Feedback feedback = received(policy(10, Set.of()));

        assertThat(feedback.receivedOn()).isEqualTo("2021-01-05");
        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-15");
        assertThat(feedback.registerYear()).isEqualTo(2021);
    }

    @Test
    void waitingForASupplementDoesNotPauseUnlessThePolicySaysSo() {
        Feedback feedback = received(policy(10, Set.of()));

        feedback.requestSupplement("Địa chỉ?", on("2021-01-06"));
        feedback.supplement("Thôn 3", 0, on("2021-01-11"));

        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-15");
        assertThat(feedback.limitClock().pausedDays()).isZero();
    }

    @Test
    void aPausedLimitIsPutOffByTheDaysOfThePause() {
        Feedback feedback = received(policy(10, Set.of(State.SUPPLEMENT_REQUESTED)));

        feedback.requestSupplement("Địa chỉ?", on("2021-01-06"));
        assertThat(feedback.overdueAt(OffsetDateTime.parse("2021-02-01T08:00:00+07:00")))
                .isFalse();
        feedback.supplement("Thôn 3", 0, on("2021-01-11"));

        assertThat(feedback.limitClock().pausedDays()).isEqualTo(5);
        // 5 January and 15 days is the 20th.
        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-20");
        assertThat(feedback.overdueAt(OffsetDateTime.parse("2021-01-21T08:00:00+07:00")))
                .isTrue();
    }

    @Test
    void acceptanceTakesTheLimitOfItsCategoryCountedFromTheArrival() {
        Feedback feedback = received(policy(10, Set.of()));

        feedback.accept(Classification.OFFICER_CONDUCT, Urgency.URGENT, policy(3, Set.of()), null, on("2021-01-06"));

        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-08");
        assertThat(feedback.limitClock().limit().amount()).isEqualTo(3);
    }

    @Test
    void aPolicyOfTheCategoryCountsThePausesThatItNamesInItsOwnUnit() {
        Feedback feedback = received(policy(10, Set.of()));
        feedback.requestSupplement("Địa chỉ?", on("2021-01-06"));
        feedback.supplement("Thôn 3", 0, on("2021-01-13"));

        feedback.accept(
                Classification.OFFICER_CONDUCT,
                Urgency.NORMAL,
                policy(5, LimitUnit.WORKING_DAY, Set.of(State.SUPPLEMENT_REQUESTED)),
                null,
                on("2021-01-14"));

        // Seven days of waiting, five of them working days; 5 January and 10 working days is the 19th.
        assertThat(feedback.limitClock().pausedDays()).isEqualTo(5);
        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-19");
    }

    @Test
    void aPolicyOfTheCategoryThatDoesNotPauseForgetsThePauses() {
        Feedback feedback = received(policy(10, Set.of(State.SUPPLEMENT_REQUESTED)));
        feedback.requestSupplement("Địa chỉ?", on("2021-01-06"));

        feedback.accept(Classification.OFFICER_CONDUCT, Urgency.NORMAL, policy(10, Set.of()), null, on("2021-01-11"));

        assertThat(feedback.limitClock().pausedDays()).isZero();
        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-15");
    }

    @Test
    void aPauseThatBeginsTooLateHidesNothing() {
        Feedback feedback = received(policy(10, Set.of(State.SUPPLEMENT_REQUESTED)));

        feedback.requestSupplement("Địa chỉ?", on("2021-01-16"));

        assertThat(feedback.overdueAt(OffsetDateTime.parse("2021-01-20T08:00:00+07:00")))
                .isTrue();
    }

    /** Whoever files the case away afterwards does not move the day that the answer was held against. */
    @Test
    void theLimitStopsWithTheAnswer() {
        Feedback feedback = received(policy(10, Set.of(State.ASSIGNED, State.ANSWERED)));
        feedback.accept(
                Classification.OFFICER_CONDUCT,
                Urgency.NORMAL,
                policy(10, Set.of(State.ASSIGNED, State.ANSWERED)),
                null,
                on("2021-01-06"));
        feedback.assign(UUID.randomUUID(), null, null, on("2021-01-07"));
        feedback.answer(on("2021-01-11"));
        var answered = feedback.limitClock();

        feedback.close(null, on("2021-01-20"));

        assertThat(feedback.limitClock()).isEqualTo(answered);
        assertThat(feedback.inTime()).contains(true);
    }

    @Test
    void aChangeSaysWhoWhenAndWhy() {
        Feedback feedback = received(policy(10, Set.of()));

        CaseStep step = feedback.refuse(RefusalReason.COMPLAINT, "Đơn khiếu nại", on("2021-01-07"));

        assertThat(step.by()).isEqualTo(CLERK);
        assertThat(step.at()).isEqualTo(OffsetDateTime.parse("2021-01-07T09:00:00+07:00"));
        assertThat(step.reason()).contains("Đơn khiếu nại");
        assertThat(step.state()).isEqualTo(State.REFUSED);
        assertThat(step.version()).isEqualTo(2);
    }

    @Test
    void aWrongTransitionChangesNothing() {
        Feedback feedback = received(policy(10, Set.of()));

        assertThatThrownBy(() -> feedback.answer(on("2021-01-07"))).isInstanceOf(Problem.class);

        assertThat(feedback.state()).isEqualTo(State.RECEIVED);
        assertThat(feedback.answeredAt()).isEmpty();
    }

    @Test
    void anExcerptIsOneLineWithoutMarksOfDirection() {
        Feedback feedback = received(policy(10, Set.of()), "Đèn\u00a0\u00a0đường\n\u202ehỏng ");

        assertThat(feedback.excerpt()).isEqualTo("Đèn đường hỏng");
    }

    @Test
    void anExcerptNeitherBreaksALetterNorGoesOn() {
        Feedback feedback = received(policy(10, Set.of()), "x".repeat(Feedback.EXCERPT - 2) + "😀😀😀");

        assertThat(feedback.excerpt())
                .hasSizeLessThanOrEqualTo(Feedback.EXCERPT)
                .endsWith("x…");
    }

    private static Feedback assigned(HandlingPolicy policy) {
        Feedback feedback = received(policy);
        feedback.accept(Classification.OFFICER_CONDUCT, Urgency.NORMAL, policy, null, on("2021-01-06"));
        feedback.assign(UUID.randomUUID(), null, null, on("2021-01-07"));
        return feedback;
    }

    private static HandlingPolicy extensible(int often, boolean whenOverdue) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                new HandlingLimit(10, LimitUnit.CALENDAR_DAY, true, often, 5, whenOverdue, Set.of(), "mục 1.4.2"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.getType().toString())
                .isEqualTo("urn:cchc:problem:" + code));
    }

    @Test
    void theDueDayMovesWhenAnExtensionIsGrantedAndNotWhenItIsAskedFor() {
        Feedback feedback = assigned(extensible(1, false));

        feedback.requestExtension(5, "Chờ vật tư", on("2021-01-08"));
        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-15");
        CaseStep granted = feedback.extend(Optional.of(3), null, on("2021-01-11"));

        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-18");
        assertThat(feedback.limitClock().extensions()).hasSize(1);
        assertThat(granted.extension()).contains(3);
        assertThat(feedback.extensionRequested()).isEmpty();
    }

    @Test
    void aRefusedExtensionLeavesTheDueDayAndMayBeAskedForAgain() {
        Feedback feedback = assigned(extensible(1, false));
        feedback.requestExtension(5, "Chờ vật tư", on("2021-01-08"));

        feedback.refuseExtension("Vật tư đã có", on("2021-01-08"));

        assertThat(feedback.limitClock().dueOn()).isEqualTo("2021-01-15");
        assertThat(feedback.allowedAt(on("2021-01-08").at(), on("2021-01-08").calendar()))
                .contains(Transition.REQUEST_EXTENSION)
                .doesNotContain(Transition.EXTEND, Transition.REFUSE_EXTENSION);
    }

    @Test
    void howOftenAndByHowMuchIsThePolicys() {
        Feedback feedback = assigned(extensible(1, false));

        assertProblem("invalid", () -> feedback.requestExtension(6, "Chờ vật tư", on("2021-01-08")));
        assertProblem("no-extension-requested", () -> feedback.extend(Optional.empty(), null, on("2021-01-08")));
        feedback.requestExtension(5, "Chờ vật tư", on("2021-01-08"));
        assertProblem("extension-requested", () -> feedback.requestExtension(5, "Chờ vật tư", on("2021-01-08")));
        assertProblem("invalid", () -> feedback.extend(Optional.of(6), null, on("2021-01-08")));
        feedback.extend(Optional.empty(), null, on("2021-01-08"));
        assertProblem("extensions-exhausted", () -> feedback.requestExtension(1, "Chờ nữa", on("2021-01-08")));
        assertThat(feedback.allowedAt(on("2021-01-08").at(), on("2021-01-08").calendar()))
                .doesNotContain(Transition.REQUEST_EXTENSION);
        assertProblem("wrong-transition", () -> received(extensible(1, false))
                .requestExtension(1, "Chưa tiếp nhận", on("2021-01-08")));
    }

    @Test
    void afterTheDueDayThereIsNoExtensionUnlessThePolicyAllowsIt() {
        Feedback strict = assigned(extensible(2, false));
        Feedback lenient = assigned(extensible(2, true));
        strict.requestExtension(5, "Chờ vật tư", on("2021-01-15"));

        assertProblem("limit-expired", () -> strict.extend(Optional.empty(), null, on("2021-01-16")));
        strict.refuseExtension("Đã quá hạn", on("2021-01-16"));
        assertProblem("limit-expired", () -> strict.requestExtension(5, "Chờ vật tư", on("2021-01-16")));
        lenient.requestExtension(5, "Chờ vật tư", on("2021-01-18"));
        assertProblem("invalid", () -> lenient.extend(Optional.of(2), null, on("2021-01-19")));
        lenient.extend(Optional.of(5), null, on("2021-01-19"));

        assertThat(lenient.limitClock().dueOn()).isEqualTo("2021-01-20");
        assertThat(lenient.overdueAt(on("2021-01-19").at())).isFalse();
    }

    @Test
    void theAnswerEndsWhatWasAskedFor() {
        Feedback feedback = assigned(extensible(1, false));
        feedback.requestExtension(5, "Chờ vật tư", on("2021-01-08"));

        feedback.answer(on("2021-01-11"));

        assertThat(feedback.extensionRequested()).isEmpty();
        assertProblem("wrong-transition", () -> feedback.extend(Optional.empty(), null, on("2021-01-11")));
    }
}
