package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** What is in doubt in the file of a plan and what to do, and why content of it was left, in English. */
@Localized("en")
public interface EnglishFileNoteMessages extends FileNoteMessages {

    @Override
    @Message("The number of the plan was not found: add it")
    String numberMissing();

    @Override
    @Message("The number of the plan is left blank (\"{text}\"): add it")
    String numberBlank(String text);

    @Override
    @Message("The title of the plan was not found: add it")
    String titleMissing();

    @Override
    @Message("The issuer was not found: add it")
    String issuerMissing();

    @Override
    @Message("A whole day of signing was not found: add it")
    String signedDayMissing();

    @Override
    @Message("The title does not name one year: add the year")
    String yearMissing();

    @Override
    @Message("No table has a heading that names tasks")
    String annexMissing();

    @Override
    @Message(
            "The unit of \"{text}\" is not known: add the amount in đồng, or write the unit into the heading of the column,"
                    + " \"Kinh phí (đồng)\", and send the file again")
    String amountWithoutUnit(String text);

    @Override
    @Message("Nothing names the unit of the column \"{text}\": read as đồng, since all its amounts are printed in full;"
            + " compare them")
    String amountAssumedDong(String text);

    @Override
    @Message("The amount \"{text}\" can be read in several ways: add it in đồng")
    String amountAmbiguous(String text);

    @Override
    @Message("The amount \"{text}\" stands in a cell merged over several rows: it was given to the first only")
    String amountShared(String text);

    @Override
    @Message("There are several totals that differ (\"{text}\"): add the total")
    String totalTwice(String text);

    @Override
    @Message("Several columns state money, none of them the total ({text}): add the amounts")
    String amountColumns(String text);

    @Override
    @Message("Several columns are of one kind ({text}): check which one was transcribed, or add what is missing")
    String columnsUnclear(String text);

    @Override
    @Message("One column is of several things (\"{text}\"): transcribed as one of them, take them apart")
    String combinedColumn(String text);

    @Override
    @Message("The table has no heading: read as going on with the one before")
    String tableContinued();

    @Override
    @Message("The task \"{text}\" goes over several rows: joined into one")
    String rowsJoined(String text);

    @Override
    @Message("\"{text}\" lies too deep: put on a higher level")
    String rowTooDeep(String text);

    @Override
    @Message("It is not clear what \"{text}\" belongs to: check the level of the row")
    String rowPlace(String text);

    @Override
    @Message("The text is longer than allowed: \"{text}\"")
    String textTooLong(String text);

    @Override
    @Message("More than allowed, not transcribed: \"{text}\"")
    String tooMany(String text);

    @Override
    @Message("The hidden sheet \"{text}\" was read too")
    String sheetHidden(String text);

    @Override
    @Message("The hidden row {text} was read too")
    String rowHidden(String text);

    @Override
    @Message("The hidden column {text} was read too")
    String columnHidden(String text);

    @Override
    @Message("The file has no result of the formula in cell {text}: add it")
    String formulaWithoutValue(String text);

    @Override
    @Message("The formula in cell {text} has an error: add the value")
    String formulaError(String text);

    @Override
    @Message("a plan document has no part for it")
    String leftNoPlace();

    @Override
    @Message("another cell of the row stands beneath the same column")
    String leftNoColumn();

    @Override
    @Message("the heading of the table names no tasks")
    String leftNoAnnex();

    @Override
    @Message("the row names no task")
    String leftNoTask();

    @Override
    @Message("longer than allowed")
    String leftTooLong();

    @Override
    @Message("more than allowed")
    String leftTooMany();

    @Override
    @Message("no single clear amount")
    String leftNoAmount();

    @Override
    @Message("a text box")
    String leftTextBox();

    @Override
    @Message("a table within a table")
    String leftNestedTable();

    @Override
    @Message("a picture")
    String leftPicture();

    @Override
    @Message("a footnote or endnote")
    String leftFootnote();

    @Override
    @Message("a comment")
    String leftComment();

    @Override
    @Message("a formula")
    String leftFormula();

    @Override
    @Message("a picture, chart or text box over the sheet")
    String leftDrawing();

    @Override
    @Message("hidden text")
    String leftHiddenText();

    @Override
    @Message("a header or footer of pages")
    String leftPageMargin();

    @Override
    @Message("text deleted under tracked changes")
    String leftDeletedText();

    @Override
    @Message("content of a kind that is not known")
    String leftUnknown();

    @Override
    @Message("Compare with the file{#if text}: \"{text}\"{/if}")
    String otherDoubt(String text);
}
