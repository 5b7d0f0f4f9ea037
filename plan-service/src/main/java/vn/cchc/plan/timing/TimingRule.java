package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One obligation stated by a timing text. A compound text states several. */
public sealed interface TimingRule {

    RuleKind kind();

    /** The work to be done, if the text names it; otherwise empty. */
    String label();

    /** The awaited event, request or plan, as printed; a request that is not named is an empty text. */
    default Optional<String> waitsFor() {
        return Optional.empty();
    }

    /**
     * One day.
     *
     * @param from first day of a span ("từ … đến …"), not after the deadline; the span is due at its end
     */
    record Fixed(String label, Deadline deadline, Optional<LocalDate> from) implements TimingRule {
        public Fixed {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(deadline, "deadline");
            if (from.filter(first -> first.isAfter(deadline.stated())).isPresent()) {
                throw new IllegalArgumentException("A span starts before it ends");
            }
        }

        public Fixed(String label, Deadline deadline) {
            this(label, deadline, Optional.empty());
        }

        @Override
        public RuleKind kind() {
            return RuleKind.FIXED;
        }
    }

    /**
     * A recurring day.
     *
     * @param day empty: the day that the rhythm itself has
     * @param exceptions periods with a deadline of their own ("riêng tháng 12 trước ngày 15/12")
     */
    record Recurring(String label, Rhythm rhythm, Optional<RecurringDay> day, List<PeriodOfItsOwn> exceptions)
            implements TimingRule {
        public Recurring {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(rhythm, "rhythm");
            if (day.isPresent() && !day.get().suits(rhythm)) {
                throw new IllegalArgumentException(rhythm + " has no " + day.get());
            }
            exceptions = List.copyOf(exceptions);
            if (exceptions.stream().map(PeriodOfItsOwn::period).distinct().count() < exceptions.size()) {
                throw new IllegalArgumentException("A period has one deadline");
            }
        }

        public Recurring(String label, Rhythm rhythm) {
            this(label, rhythm, Optional.empty(), List.of());
        }

        public Recurring(Rhythm rhythm) {
            this("", rhythm);
        }

        /** @param period key of the occurrence that it is for: {@code 2026-12}, {@code 2026-Q4} */
        public record PeriodOfItsOwn(String period, Deadline deadline) {}

        @Override
        public RuleKind kind() {
            return RuleKind.RECURRING;
        }
    }

    /** A report for each period; a period without a deadline is dated by hand. */
    record ReportSchedule(List<Item> items) implements TimingRule {
        public ReportSchedule {
            items = List.copyOf(items);
        }

        /** One report. */
        public record Item(ReportPeriod period, Optional<Deadline> deadline) {}

        @Override
        public RuleKind kind() {
            return RuleKind.REPORT_SCHEDULE;
        }

        @Override
        public String label() {
            return "";
        }
    }

    /** Without due day; a progress entry is expected in each reporting period of the plan. */
    record Continuous(String label) implements TimingRule {
        public Continuous {
            Objects.requireNonNull(label, "label");
        }

        public Continuous() {
            this("");
        }

        @Override
        public RuleKind kind() {
            return RuleKind.CONTINUOUS;
        }
    }

    /** Each request has its own due day. */
    record OnRequest(String request) implements TimingRule {
        public OnRequest {
            Objects.requireNonNull(request, "request");
        }

        @Override
        public Optional<String> waitsFor() {
            return Optional.of(request);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.ON_REQUEST;
        }

        @Override
        public String label() {
            return "";
        }
    }

    /** Each occurrence of the event is due after the offset, or before the event by it; without an offset, on a day set by hand. */
    record OnEvent(String label, AwaitedEvent event, String eventText, Optional<Offset> offset) implements TimingRule {
        public OnEvent {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(eventText, "eventText");
        }

        @Override
        public Optional<String> waitsFor() {
            return Optional.of(eventText);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.ON_EVENT;
        }
    }

    /** Dates are given by another plan. */
    record ByOtherPlan(String otherPlan) implements TimingRule {
        public ByOtherPlan {
            Objects.requireNonNull(otherPlan, "otherPlan");
        }

        @Override
        public Optional<String> waitsFor() {
            return Optional.of(otherPlan);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.BY_OTHER_PLAN;
        }

        @Override
        public String label() {
            return "";
        }
    }

    /** Kept as printed, with a finding; dates are set by hand. */
    record Unread(String text) implements TimingRule {
        public Unread {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public RuleKind kind() {
            return RuleKind.UNREAD;
        }

        @Override
        public String label() {
            return "";
        }
    }
}
