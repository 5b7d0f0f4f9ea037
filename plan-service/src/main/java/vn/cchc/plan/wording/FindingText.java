package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Optional;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.timing.UnreadReason;
import vn.cchc.platform.http.BilingualText;

/** Builds the message of a finding. */
public final class FindingText {

    private FindingText() {}

    /** @param figures of the type given by the code */
    public static BilingualText of(FindingCode code, Figures figures) {
        return BilingualText.of(
                sentence(MessageBundles.get(FindingMessages.class), FileNoteText.vietnamese(), code, figures),
                sentence(
                        MessageBundles.get(FindingMessages.class, Localized.Literal.of("en")),
                        FileNoteText.english(),
                        code,
                        figures));
    }

    /** What an editor may do about findings of this code, and in which cell. */
    public static BilingualText advice(FindingCode code) {
        return BilingualText.of(
                advice(MessageBundles.get(AdviceMessages.class), code),
                advice(MessageBundles.get(AdviceMessages.class, Localized.Literal.of("en")), code));
    }

    private static String advice(AdviceMessages messages, FindingCode code) {
        return switch (code) {
            case BUDGET_HEADING_DIFFERS -> messages.budgetHeadingDiffers();
            case BUDGET_TOTAL_DIFFERS -> messages.budgetTotalDiffers();
            case CODE_DUPLICATE -> messages.codeDuplicate();
            case CODE_MALFORMED -> messages.codeMalformed();
            case CODE_OUT_OF_PLACE -> messages.codeOutOfPlace();
            case UNIT_SPELLINGS -> messages.unitSpellings();
            case UNIT_UNKNOWN -> messages.unitUnknown();
            case LEAD_MISSING -> messages.leadMissing();
            case TIMING_MISSING -> messages.timingMissing();
            case TIMING_UNREAD -> messages.timingUnread();
            case DUE_ON_DAY_OFF -> messages.dueOnDayOff();
            case DUE_PROVISIONAL -> messages.dueProvisional();
            case DEADLINE_OUTSIDE_YEAR -> messages.deadlineOutsideYear();
            case TARGET_CONFLICT -> messages.targetConflict();
            case TARGET_UNREAD -> messages.targetUnread();
            case ISSUER_DIFFERS -> messages.issuerDiffers();
            case AREA_BY_ELIMINATION -> messages.areaByElimination();
            case AREA_UNKNOWN -> messages.areaUnknown();
            case DUE_BEFORE_PERIOD_ENDS -> messages.dueBeforePeriodEnds();
            case SCHEDULE_WITHOUT_DAY -> messages.scheduleWithoutDay();
            case AMOUNT_UNREAD -> messages.amountUnread();
            case FILE_DOUBT -> messages.fileDoubt();
            case FILE_CELL_LEFT -> messages.fileCellLeft();
            case FILE_TEXT_LEFT -> messages.fileTextLeft();
            case FILE_FURTHER -> messages.fileFurther();
        };
    }

    /** Why a target is left unread. */
    public static BilingualText of(TargetDoubt doubt) {
        return BilingualText.of(
                why(MessageBundles.get(FindingMessages.class), doubt),
                why(MessageBundles.get(FindingMessages.class, Localized.Literal.of("en")), doubt));
    }

    private static String why(FindingMessages messages, TargetDoubt doubt) {
        return switch (doubt) {
            case SEVERAL_FIGURES -> messages.severalFigures();
            case APPROXIMATE -> messages.approximateFigure();
            case DIRECTION -> messages.unknownDirection();
            case BOUNDS -> messages.unclearBounds();
            case CHANGE -> messages.unclearChange();
            case NEGATION -> messages.negatedFigure();
            case FIGURE -> messages.unknownFigure();
            case UNIT -> messages.unknownMeasure();
        };
    }

    private static String sentence(
            FindingMessages messages, FileNoteMessages notes, FindingCode code, Figures figures) {
        return switch (code) {
            case BUDGET_HEADING_DIFFERS -> messages.budgetHeadingDiffers((Figures.HeadingAmount) figures);
            case BUDGET_TOTAL_DIFFERS -> messages.budgetTotalDiffers((Figures.TotalAmount) figures);
            case CODE_DUPLICATE -> messages.codeDuplicate((Figures.DuplicateCode) figures);
            case CODE_MALFORMED -> {
                Figures.MalformedCode found = (Figures.MalformedCode) figures;
                yield messages.codeMalformed(found.printed(), found.normalised().orElse(""));
            }
            case CODE_OUT_OF_PLACE -> messages.codeOutOfPlace((Figures.CodeOutOfPlace) figures);
            case UNIT_SPELLINGS -> messages.unitSpellings((Figures.UnitSpellings) figures);
            case UNIT_UNKNOWN -> messages.unitUnknown((Figures.UnknownUnit) figures);
            case LEAD_MISSING -> {
                Figures.MissingLead found = (Figures.MissingLead) figures;
                yield messages.leadMissing(found.row(), tasks(found.share()), all(found.share()));
            }
            case TIMING_MISSING -> {
                Figures.MissingTiming found = (Figures.MissingTiming) figures;
                yield messages.timingMissing(found.row(), tasks(found.share()), all(found.share()));
            }
            case TIMING_UNREAD -> {
                Figures.UnreadTiming found = (Figures.UnreadTiming) figures;
                yield messages.timingUnread(
                        found,
                        found.reason().map(reason -> why(messages, reason)).orElse(""));
            }
            case DUE_ON_DAY_OFF -> messages.dueOnDayOff((Figures.DaysOff) figures);
            case DUE_PROVISIONAL -> messages.dueProvisional((Figures.ProvisionalDueDays) figures);
            case DEADLINE_OUTSIDE_YEAR -> messages.deadlineOutsideYear((Figures.DeadlineOutsideYear) figures);
            case TARGET_CONFLICT -> messages.targetConflict((Figures.TargetConflict) figures);
            case TARGET_UNREAD -> {
                Figures.UnreadTarget found = (Figures.UnreadTarget) figures;
                yield messages.targetUnread(found.text(), why(messages, found.doubt()));
            }
            case ISSUER_DIFFERS -> messages.issuerDiffers((Figures.OtherIssuer) figures);
            case AREA_BY_ELIMINATION -> messages.areaByElimination((Figures.AreaByElimination) figures);
            case AREA_UNKNOWN -> {
                Figures.UnknownArea found = (Figures.UnknownArea) figures;
                yield messages.areaUnknown(
                        found.row(), found.sections().orElse(0), tasks(found.share()), all(found.share()));
            }
            case DUE_BEFORE_PERIOD_ENDS -> messages.dueBeforePeriodEnds((Figures.DueBeforePeriodEnds) figures);
            case SCHEDULE_WITHOUT_DAY -> messages.scheduleWithoutDay((Figures.ScheduleWithoutDay) figures);
            case AMOUNT_UNREAD -> messages.amountUnread((Figures.UnreadAmount) figures);
            case FILE_DOUBT -> {
                Figures.NotedInFile found = (Figures.NotedInFile) figures;
                Figures.InFile first = found.places().get(0);
                yield messages.fileDoubt(
                        FileNoteText.doubt(notes, found.note(), first.printed()),
                        found.places().size() - 1,
                        where(messages, first));
            }
            case FILE_CELL_LEFT -> {
                Figures.NotedInFile found = (Figures.NotedInFile) figures;
                Figures.InFile first = found.places().get(0);
                yield messages.fileCellLeft(
                        FileNoteText.left(notes, found.note()),
                        first.printed(),
                        found.places().size() - 1,
                        where(messages, first));
            }
            case FILE_TEXT_LEFT -> {
                Figures.NotedInFile found = (Figures.NotedInFile) figures;
                Figures.InFile first = found.places().get(0);
                yield messages.fileTextLeft(
                        FileNoteText.left(notes, found.note()),
                        first.printed(),
                        found.places().size(),
                        where(messages, first));
            }
            case FILE_FURTHER -> messages.fileFurther((Figures.FurtherInFile) figures);
        };
    }

    private static String where(FindingMessages messages, Figures.InFile place) {
        return messages.inFile(
                place.sheet().orElse(""),
                place.block(),
                place.row().orElse(0),
                place.column().orElse(""));
    }

    private static int tasks(Optional<Figures.Share> share) {
        return share.map(Figures.Share::tasks).orElse(0);
    }

    private static int all(Optional<Figures.Share> share) {
        return share.map(Figures.Share::of).orElse(0);
    }

    /** Why a timing was not read. */
    public static BilingualText of(UnreadReason reason) {
        return BilingualText.of(
                why(MessageBundles.get(FindingMessages.class), reason),
                why(MessageBundles.get(FindingMessages.class, Localized.Literal.of("en")), reason));
    }

    private static String why(FindingMessages messages, UnreadReason reason) {
        return switch (reason) {
            case SAME_AS_BEFORE -> messages.timingSameAsBefore();
            case EARLIEST_DAY -> messages.timingEarliestDay();
            case VAGUE -> messages.timingVague();
            case NO_SUCH_DAY -> messages.timingNoSuchDay();
            case HOURS -> messages.timingHours();
            case TERM_WITHOUT_EVENT -> messages.timingTermWithoutEvent();
            case NO_TIME -> messages.timingNoTime();
            case UNKNOWN_WORDING -> messages.timingUnknownWording();
        };
    }
}
