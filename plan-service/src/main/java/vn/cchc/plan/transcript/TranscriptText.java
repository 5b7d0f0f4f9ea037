package vn.cchc.plan.transcript;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.function.Function;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Untranscribed;
import vn.cchc.platform.http.BilingualText;

/** Builds the sentences of transcripts. */
final class TranscriptText {

    private TranscriptText() {}

    /** What is in doubt, and what to do. */
    static BilingualText of(Doubt doubt) {
        return both(messages -> sentence(messages, doubt));
    }

    /** Why something was not transcribed. */
    static BilingualText of(Untranscribed.Why why) {
        return both(messages -> sentence(messages, why));
    }

    private static BilingualText both(Function<TranscriptMessages, String> sentence) {
        return BilingualText.of(
                sentence.apply(MessageBundles.get(TranscriptMessages.class)),
                sentence.apply(MessageBundles.get(TranscriptMessages.class, Localized.Literal.of("en"))));
    }

    private static String sentence(TranscriptMessages messages, Doubt doubt) {
        return switch (doubt.code()) {
            case NUMBER_MISSING -> messages.numberMissing();
            case NUMBER_BLANK -> messages.numberBlank(doubt.text());
            case TITLE_MISSING -> messages.titleMissing();
            case ISSUER_MISSING -> messages.issuerMissing();
            case SIGNED_DAY_MISSING -> messages.signedDayMissing();
            case YEAR_MISSING -> messages.yearMissing();
            case ANNEX_MISSING -> messages.annexMissing();
            case AMOUNT_WITHOUT_UNIT -> messages.amountWithoutUnit(doubt.text());
            case AMOUNT_AMBIGUOUS -> messages.amountAmbiguous(doubt.text());
            case AMOUNT_SHARED -> messages.amountShared(doubt.text());
            case TOTAL_TWICE -> messages.totalTwice(doubt.text());
            case AMOUNT_COLUMNS -> messages.amountColumns(doubt.text());
            case COLUMNS_UNCLEAR -> messages.columnsUnclear(doubt.text());
            case COMBINED_COLUMN -> messages.combinedColumn(doubt.text());
            case TABLE_CONTINUED -> messages.tableContinued();
            case ROWS_JOINED -> messages.rowsJoined(doubt.text());
            case ROW_TOO_DEEP -> messages.rowTooDeep(doubt.text());
            case ROW_PLACE -> messages.rowPlace(doubt.text());
            case TEXT_TOO_LONG -> messages.textTooLong(doubt.text());
            case TOO_MANY -> messages.tooMany(doubt.text());
            case SHEET_HIDDEN -> messages.sheetHidden(doubt.text());
            case ROW_HIDDEN -> messages.rowHidden(doubt.text());
            case COLUMN_HIDDEN -> messages.columnHidden(doubt.text());
            case FORMULA_WITHOUT_VALUE -> messages.formulaWithoutValue(doubt.text());
            case FORMULA_ERROR -> messages.formulaError(doubt.text());
        };
    }

    private static String sentence(TranscriptMessages messages, Untranscribed.Why why) {
        return switch (why) {
            case NO_PLACE -> messages.leftNoPlace();
            case NO_COLUMN -> messages.leftNoColumn();
            case NO_ANNEX -> messages.leftNoAnnex();
            case NO_TASK -> messages.leftNoTask();
            case TOO_LONG -> messages.leftTooLong();
            case TOO_MANY -> messages.leftTooMany();
            case NO_AMOUNT -> messages.leftNoAmount();
            case TEXT_BOX -> messages.leftTextBox();
            case NESTED_TABLE -> messages.leftNestedTable();
            case PICTURE -> messages.leftPicture();
            case FOOTNOTE -> messages.leftFootnote();
            case COMMENT -> messages.leftComment();
            case FORMULA -> messages.leftFormula();
            case DRAWING -> messages.leftDrawing();
            case HIDDEN_TEXT -> messages.leftHiddenText();
            case DELETED_TEXT -> messages.leftDeletedText();
            case UNKNOWN -> messages.leftUnknown();
        };
    }
}
