package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.NamedRow;

/** Messages of findings in English. */
@Localized("en")
public interface EnglishFindingMessages extends FindingMessages {

    @Override
    @Message("Heading {found.row.name} states {found.stated.dong}, its tasks sum to {found.computed.dong}")
    String budgetHeadingDiffers(Figures.HeadingAmount found);

    @Override
    @Message("The total states {found.stated.dong}, the tasks sum to {found.computed.dong}")
    String budgetTotalDiffers(Figures.TotalAmount found);

    @Override
    @Message("The code {found.code} is used {found.times} times")
    String codeDuplicate(Figures.DuplicateCode found);

    @Override
    @Message("The code \"{printed}\" is malformed{#if normalised}, read as {normalised}{/if}")
    String codeMalformed(String printed, String normalised);

    @Override
    @Message("The code {found.code} stands beneath {found.parentCode}")
    String codeOutOfPlace(Figures.CodeOutOfPlace found);

    @Override
    @Message("\"{found.unit}\" is written in {found.spellings.size} ways:"
            + " {#each found.spellings}\"{it.text}\"{#if it_hasNext}, {/if}{/each}")
    String unitSpellings(Figures.UnitSpellings found);

    @Override
    @Message("\"{found.text}\" is no unit registered for the authority")
    String unitUnknown(Figures.UnknownUnit found);

    @Override
    @Message("Nobody is in charge of {#if tasks > 0}{#if tasks == all}any of the {tasks} tasks{#else}{tasks} of the"
            + " {all} tasks{/if}{#else}task {row.name}{/if}")
    String leadMissing(NamedRow row, int tasks, int all);

    @Override
    @Message("{#if tasks > 0}{#if tasks == all}None of the {tasks} tasks has a timing{#else}{tasks} of the"
            + " {all} tasks have no timing{/if}{#else}Task {row.name} has no timing{/if}")
    String timingMissing(NamedRow row, int tasks, int all);

    @Override
    @Message("The timing \"{found.text}\" cannot be read: days are set by hand{#if reason} ({reason}){/if}")
    String timingUnread(Figures.UnreadTiming found, String reason);

    @Override
    @Message("the row before has no timing")
    String timingSameAsBefore();

    @Override
    @Message("it names an earliest day, which is no deadline")
    String timingEarliestDay();

    @Override
    @Message("it names no definite day")
    String timingVague();

    @Override
    @Message("a day or month in it does not exist or is incomplete")
    String timingNoSuchDay();

    @Override
    @Message("from working hours, or hours that are not whole days, no due day can be told")
    String timingHours();

    @Override
    @Message("it is not clear from which event, or in which period, its days, weeks or months count")
    String timingTermWithoutEvent();

    @Override
    @Message("it has no word that tells a time")
    String timingNoTime();

    @Override
    @Message("no rule reads this wording to its end")
    String timingUnknownWording();

    @Override
    @Message("Task {found.row.name} falls due on days off:"
            + " {#each found.days}{it.dueOn.en} ({it.reasonEn}; working day before it {it.workOn.en})"
            + "{#if it_hasNext}, {/if}{/each}")
    String dueOnDayOff(Figures.DaysOff found);

    @Override
    @Message("There is no table of working days for {#each found.years}{it}{#if it_hasNext}, {/if}{/each} yet:"
            + " due days of {found.tasks} {#if found.tasks == 1}task{#else}tasks{/if}"
            + " are provisional and may change when it comes")
    String dueProvisional(Figures.ProvisionalDueDays found);

    @Override
    @Message("The deadline {found.day.en} of task {found.row.name} falls due on {found.dueOn.en}, outside {found.year}")
    String deadlineOutsideYear(Figures.DeadlineOutsideYear found);

    @Override
    @Message("The target \"{found.target}\" ({found.body}) differs from row {found.row.order} of the annex:"
            + " \"{found.row.title}\" ({found.annex})")
    String targetConflict(Figures.TargetConflict found);

    @Override
    @Message("The target \"{text}\" was not read: {why}. It is kept as printed, with nothing to compare")
    String targetUnread(String text, String why);

    @Override
    @Message("there are several figures, of one target or of more")
    String severalFigures();

    @Override
    @Message("the figure is approximate, or an alternative")
    String approximateFigure();

    @Override
    @Message("it does not say whether the figure is a minimum or a maximum")
    String unknownDirection();

    @Override
    @Message("the words for bounds contradict each other or belong to no figure")
    String unclearBounds();

    @Override
    @Message("a rise or fall may be by percent, by points or to a value")
    String unclearChange();

    @Override
    @Message("a negation or condition stands before the figure")
    String negatedFigure();

    @Override
    @Message("the figure has no known form")
    String unknownFigure();

    @Override
    @Message("the unit of measurement is not known")
    String unknownMeasure();

    @Override
    @Message("The issuer is printed \"{found.printed}\", the authority is \"{found.authority}\"")
    String issuerDiffers(Figures.OtherIssuer found);

    @Override
    @Message("Section \"{found.row.title}\" was paired with area {found.areaNumber} \"{found.areaTitle}\""
            + " because only these two were left")
    String areaByElimination(Figures.AreaByElimination found);

    @Override
    @Message(
            "{#if tasks > 0}{#if tasks == all}The annex is not divided by area: none of the {tasks} tasks belongs to an"
                    + " area of the plan{#else}{tasks} of the {all} tasks {#if tasks == 1}stands{#else}stand{/if} in no section that belongs to an area of the plan"
                    + "{/if}{#else if sections > 0}{sections} sections of the annex belong to no area of the plan"
                    + "{#else}Section \"{row.title}\" belongs to no area of the plan{/if}")
    String areaUnknown(NamedRow row, int sections, int tasks, int all);

    @Override
    @Message("Task {found.row.name} has reports that are due before their periods end:"
            + " {#each found.reports}{it.period} is due on {it.day.en} (ends on {it.ends.en})"
            + "{#if it_hasNext}, {/if}{/each}")
    String dueBeforePeriodEnds(Figures.DueBeforePeriodEnds found);

    @Override
    @Message("Task {found.row.name} names reporting periods without a day:"
            + " {#each found.periods}{it}{#if it_hasNext}, {/if}{/each}. They have no due day yet")
    String scheduleWithoutDay(Figures.ScheduleWithoutDay found);

    @Override
    @Message("The amount of {found.row.name} is printed \"{found.printed}\", and is not clear: it is in no sum")
    String amountUnread(Figures.UnreadAmount found);

    @Override
    @Message("{doubt}. In the file: {where}{#if others > 0}; and {others} more{/if}")
    String fileDoubt(String doubt, int others, String where);

    @Override
    @Message("A cell of the file{#if printed} (\"{printed}\"){/if} is not in the plan: {why}. In the file:"
            + " {where}{#if others > 0}; and {others} more{/if}")
    String fileCellLeft(String why, String printed, int others, String where);

    @Override
    @Message("Parts of the file that are not in the plan: {count} ({why}). In the file: {where}{#if printed},"
            + " \"{printed}\"{/if}{#if count > 1} …{/if}")
    String fileTextLeft(String why, String printed, int count, String where);

    @Override
    @Message("Beside what is listed the file has {found.doubts} doubts, and {found.untranscribed} parts that are not in"
            + " the plan")
    String fileFurther(Figures.FurtherInFile found);

    @Override
    @Message("{#if sheet}sheet \"{sheet}\"{#else}paragraph or table {block}{/if}{#if row > 0}, row"
            + " {row}{/if}{#if column}, column \"{column}\"{/if}")
    String inFile(String sheet, int block, int row, String column);
}
