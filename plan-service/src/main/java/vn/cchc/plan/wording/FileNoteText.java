package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import vn.cchc.platform.http.BilingualText;

/** Builds the sentences on what a file held beside its plan document, by the codes of transcripts. */
public final class FileNoteText {

    private FileNoteText() {}

    /**
     * What is in doubt, and what to do.
     *
     * @param printed the text in doubt; empty where there is none
     */
    public static BilingualText doubt(String code, String printed) {
        return BilingualText.of(doubt(vietnamese(), code, printed), doubt(english(), code, printed));
    }

    /** Why something was not transcribed. */
    public static BilingualText left(String code) {
        return BilingualText.of(left(vietnamese(), code), left(english(), code));
    }

    static FileNoteMessages vietnamese() {
        return MessageBundles.get(FileNoteMessages.class);
    }

    static FileNoteMessages english() {
        return MessageBundles.get(FileNoteMessages.class, Localized.Literal.of("en"));
    }

    static String doubt(FileNoteMessages messages, String code, String text) {
        return switch (code) {
            case "NUMBER_MISSING" -> messages.numberMissing();
            case "NUMBER_BLANK" -> messages.numberBlank(text);
            case "TITLE_MISSING" -> messages.titleMissing();
            case "ISSUER_MISSING" -> messages.issuerMissing();
            case "SIGNED_DAY_MISSING" -> messages.signedDayMissing();
            case "YEAR_MISSING" -> messages.yearMissing();
            case "ANNEX_MISSING" -> messages.annexMissing();
            case "AMOUNT_WITHOUT_UNIT" -> messages.amountWithoutUnit(text);
            case "AMOUNT_ASSUMED_DONG" -> messages.amountAssumedDong(text);
            case "AMOUNT_AMBIGUOUS" -> messages.amountAmbiguous(text);
            case "AMOUNT_SHARED" -> messages.amountShared(text);
            case "TOTAL_TWICE" -> messages.totalTwice(text);
            case "AMOUNT_COLUMNS" -> messages.amountColumns(text);
            case "COLUMNS_UNCLEAR" -> messages.columnsUnclear(text);
            case "COMBINED_COLUMN" -> messages.combinedColumn(text);
            case "TABLE_CONTINUED" -> messages.tableContinued();
            case "ROWS_JOINED" -> messages.rowsJoined(text);
            case "ROW_TOO_DEEP" -> messages.rowTooDeep(text);
            case "ROW_PLACE" -> messages.rowPlace(text);
            case "TEXT_TOO_LONG" -> messages.textTooLong(text);
            case "TOO_MANY" -> messages.tooMany(text);
            case "SHEET_HIDDEN" -> messages.sheetHidden(text);
            case "ROW_HIDDEN" -> messages.rowHidden(text);
            case "COLUMN_HIDDEN" -> messages.columnHidden(text);
            case "FORMULA_WITHOUT_VALUE" -> messages.formulaWithoutValue(text);
            case "FORMULA_ERROR" -> messages.formulaError(text);
            default -> messages.otherDoubt(text);
        };
    }

    static String left(FileNoteMessages messages, String code) {
        return switch (code) {
            case "NO_PLACE" -> messages.leftNoPlace();
            case "NO_COLUMN" -> messages.leftNoColumn();
            case "NO_ANNEX" -> messages.leftNoAnnex();
            case "NO_TASK" -> messages.leftNoTask();
            case "TOO_LONG" -> messages.leftTooLong();
            case "TOO_MANY" -> messages.leftTooMany();
            case "NO_AMOUNT" -> messages.leftNoAmount();
            case "TEXT_BOX" -> messages.leftTextBox();
            case "NESTED_TABLE" -> messages.leftNestedTable();
            case "PICTURE" -> messages.leftPicture();
            case "FOOTNOTE" -> messages.leftFootnote();
            case "COMMENT" -> messages.leftComment();
            case "FORMULA" -> messages.leftFormula();
            case "DRAWING" -> messages.leftDrawing();
            case "HIDDEN_TEXT" -> messages.leftHiddenText();
            case "DELETED_TEXT" -> messages.leftDeletedText();
            case "PAGE_MARGIN" -> messages.leftPageMargin();
            default -> messages.leftUnknown();
        };
    }
}
