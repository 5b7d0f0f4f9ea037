package vn.cchc.plan.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.cchc.plan.timing.UnreadReason;

/**
 * The compared values, one record per kind of finding. The component names are those of the API's JSON. The message is
 * built from these values alone. Amounts are whole đồng.
 */
public sealed interface Figures {

    /** @param difference stated minus computed */
    record HeadingAmount(NamedRow row, long stated, long computed, long difference) implements Figures {
        public HeadingAmount(NamedRow row, long stated, long computed) {
            this(row, stated, computed, stated - computed);
        }
    }

    /** @param difference stated minus computed */
    record TotalAmount(long stated, long computed, long difference) implements Figures {
        public TotalAmount(long stated, long computed) {
            this(stated, computed, stated - computed);
        }
    }

    /** @param code normalised */
    record DuplicateCode(String code, int times) implements Figures {}

    /** @param normalised empty when no code can be recognised */
    record MalformedCode(String printed, Optional<String> normalised) implements Figures {}

    /** Both codes are normalised. */
    record CodeOutOfPlace(String code, String parentCode) implements Figures {}

    /** @param unit its registered name */
    record UnitSpellings(String unitCode, String unit, List<Spelling> spellings) implements Figures {
        public UnitSpellings {
            spellings = List.copyOf(spellings);
        }
    }

    /**
     * @param text as printed
     * @param rows order of the rows with this spelling
     */
    record Spelling(String text, List<Integer> rows) {
        public Spelling {
            rows = List.copyOf(rows);
        }
    }

    /** @param text as printed */
    record UnknownUnit(String text) implements Figures {}

    /**
     * Some of the tasks of a plan.
     *
     * @param of number of all tasks
     */
    record Share(int tasks, int of) {}

    /**
     * @param row the task; the first of several
     * @param share where several tasks lack it
     */
    record MissingLead(NamedRow row, Optional<Share> share) implements Figures {
        public MissingLead(NamedRow row) {
            this(row, Optional.empty());
        }
    }

    /**
     * @param row the task; the first of several
     * @param share where several tasks lack it
     */
    record MissingTiming(NamedRow row, Optional<Share> share) implements Figures {
        public MissingTiming(NamedRow row) {
            this(row, Optional.empty());
        }
    }

    /**
     * @param text as printed
     * @param reason empty when stored by an earlier version
     */
    record UnreadTiming(String text, Optional<UnreadReason> reason) implements Figures {}

    /** @param days ascending */
    record DaysOff(NamedRow row, List<DayOff> days) implements Figures {
        public DaysOff {
            days = List.copyOf(days);
        }
    }

    /**
     * @param workOn   the last working day before it
     * @param reason   why it is off, in Vietnamese
     * @param reasonEn the same in English
     */
    record DayOff(LocalDate dueOn, LocalDate workOn, String reason, String reasonEn) {}

    /**
     * @param years those without a table of working days
     * @param tasks number of tasks with provisional due days
     */
    record ProvisionalDueDays(List<Integer> years, int tasks) implements Figures {
        public ProvisionalDueDays {
            years = List.copyOf(years);
        }
    }

    /**
     * @param day as stated
     * @param year year of the plan
     */
    record DeadlineOutsideYear(NamedRow row, LocalDate day, LocalDate dueOn, int year) implements Figures {}

    /**
     * @param target text of the target in the body
     * @param body aim of the target in the body
     * @param annex aim of the annex row
     * @param sharedTerm words on which the match was based; empty when the document states the link
     */
    record TargetConflict(
            int areaNumber, String target, String body, NamedRow row, String annex, Optional<String> sharedTerm)
            implements Figures {}

    /**
     * @param text as printed
     * @param doubt why it was left
     */
    record UnreadTarget(String text, TargetDoubt doubt) implements Figures {}

    /** @param authority name of the authority that the plan belongs to */
    record OtherIssuer(String printed, String authority) implements Figures {}

    record AreaByElimination(NamedRow row, int areaNumber, String areaTitle) implements Figures {}

    /**
     * @param row the section; the first of several rows
     * @param sections how many, where several sections have no area
     * @param share where tasks stand in no section
     */
    record UnknownArea(NamedRow row, Optional<Integer> sections, Optional<Share> share) implements Figures {
        public UnknownArea(NamedRow row) {
            this(row, Optional.empty(), Optional.empty());
        }
    }

    /** @param reports in printed order; at least one */
    record DueBeforePeriodEnds(NamedRow row, List<EarlyReport> reports) implements Figures {
        public DueBeforePeriodEnds {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A report that is due before its period ends.
     *
     * @param period its name
     * @param day as stated
     * @param ends last day of the period
     */
    record EarlyReport(String period, LocalDate day, LocalDate ends) {}

    /** @param periods names of those without a day, in printed order; at least one */
    record ScheduleWithoutDay(NamedRow row, List<String> periods) implements Figures {
        public ScheduleWithoutDay {
            periods = List.copyOf(periods);
        }
    }

    /** @param printed how the amount is printed */
    record UnreadAmount(NamedRow row, String printed) implements Figures {}

    /**
     * Something of the file, of one kind.
     *
     * @param note its kind, as in a transcript
     * @param places at least one
     */
    record NotedInFile(String note, List<InFile> places) implements Figures {
        public NotedInFile {
            places = List.copyOf(places);
        }
    }

    /**
     * A place in the file.
     *
     * @param printed the text there, or its beginning; empty where there is none
     * @param block which paragraph or table, from 1; of a workbook, which sheet
     * @param row of the table or sheet, from 1
     * @param column heading of the column
     */
    record InFile(String printed, int block, Optional<Integer> row, Optional<String> sheet, Optional<String> column) {}

    /** How many doubts, and how much that is not in the document, are not listed. */
    record FurtherInFile(int doubts, int untranscribed) implements Figures {}
}
