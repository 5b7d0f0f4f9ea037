package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** What an editor may do about a finding, in English. */
@Localized("en")
public interface EnglishAdviceMessages extends AdviceMessages {

    @Override
    @Message("Compare with the signed copy, then correct the amount of this heading or of the tasks beneath "
            + "it; leave it where the signed copy says so")
    String budgetHeadingDiffers();

    @Override
    @Message("Compare with the signed copy, then correct the total in the header or the amounts of the tasks; "
            + "leave it where the signed copy says so")
    String budgetTotalDiffers();

    @Override
    @Message("Change the code of one of these rows, for example 5.1.3 in place of the second 5.1.2; leave it "
            + "where it is printed twice")
    String codeDuplicate();

    @Override
    @Message("Write the code as numbers, Roman numerals or letters with full stops between them, for example "
            + "2.2.1; leave the cell empty where there is none")
    String codeMalformed();

    @Override
    @Message("Change the code so that it continues that of the heading above, or place the row beneath its "
            + "own heading (its parent)")
    String codeOutOfPlace();

    @Override
    @Message("Not required: write the unit in one way in the cells of leads and coordinating units; all of "
            + "these are understood as one unit")
    String unitSpellings();

    @Override
    @Message("Write the name in the cell as it is registered, with semicolons between several units; or "
            + "register the unit, or the name as its alias, and import again")
    String unitUnknown();

    @Override
    @Message("Enter a unit in the cell of the lead; while it is empty, nobody is in charge of the task's milestones")
    String leadMissing();

    @Override
    @Message("Enter a timing, for example \"trước ngày 25/3\" or \"hàng quý\"; while the cell is empty, the "
            + "task has no milestones")
    String timingMissing();

    @Override
    @Message("Write the timing anew, for example \"trước ngày 25/3\", \"hàng quý\" or \"10 ngày sau khi nhận "
            + "được văn bản\"; if it is left, set its due days by hand after the issue")
    String timingUnread();

    @Override
    @Message("Nothing to correct: the due day stays, finish by the last working day that is named; for "
            + "another due day change the timing")
    String dueOnDayOff();

    @Override
    @Message("Nothing to correct: the due days are counted anew once the year has its table of working days, "
            + "which an administrator proposes")
    String dueProvisional();

    @Override
    @Message("Check the year in the timing and the year of the plan; leave it where the deadline is meant to "
            + "be in another year")
    String deadlineOutsideYear();

    @Override
    @Message("Compare with the signed copy, then correct the figure of the target in the body or in the title "
            + "of the row; if they mean different things, remove the link of the target to the row")
    String targetConflict();

    @Override
    @Message("Write the target with one plain figure, for example \"đạt từ 90% trở lên\", several targets "
            + "with semicolons between them; if it is left, it is followed in words alone")
    String targetUnread();

    @Override
    @Message("Check the issuer in the header: correct it, or import the plan for the authority that issued it")
    String issuerDiffers();

    @Override
    @Message("See whether this is the right area; if not, give the section of the annex and the area of the "
            + "body the same title")
    String areaByElimination();

    @Override
    @Message(
            "Give the section of the annex the title of its area in the body, or add the area that the body lacks; place a "
                    + "task that stands in no section beneath that of its area (its parent), otherwise it counts for the progress of none")
    String areaUnknown();

    @Override
    @Message("Check day and year of the deadline in the timing; leave it where the report is meant to come before its "
            + "period ends")
    String dueBeforePeriodEnds();

    @Override
    @Message("Add a day for each period to the timing, such as \"Quý I trước ngày 15/3\"; otherwise its due day is set "
            + "by hand")
    String scheduleWithoutDay();

    @Override
    @Message("Add the amount in đồng to the row; leave it where the task has no money")
    String amountUnread();

    @Override
    @Message("Compare with the file at that place, then correct the cell, which settles what is about it; mark "
            + "the note as seen where it is right, or was mended elsewhere")
    String fileDoubt();

    @Override
    @Message("See whether it belongs to a task: if so, write it in the right cell of its row; then mark "
            + "the note as seen")
    String fileCellLeft();

    @Override
    @Message("Not required: see whether the plan needs anything of it; if so, add it to the draft; then "
            + "mark the note as seen")
    String fileTextLeft();

    @Override
    @Message(
            "Compare the whole file with the draft, since there is more than is listed; it is better to mend the file, "
                    + "then transcribe and import it again")
    String fileFurther();
}
