package vn.cchc.plan.transcript;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Why a file is not transcribed, in English. */
@Localized("en")
public interface EnglishTranscriptMessages extends TranscriptMessages {

    @Override
    @Message("A .doc file of an older Word: open it in Word and save it as .docx.")
    String refusedOldWordFormat();

    @Override
    @Message(
            "The file is no Word document (.docx), Excel workbook (.xlsx), CSV or plain text: save it as one of these.")
    String refusedUnknownFormat();

    @Override
    @Message("An .xls file of an older Excel: open it in Excel and save it as .xlsx.")
    String refusedOldExcelFormat();

    @Override
    @Message("The encoding of the file is not known: save it as CSV UTF-8.")
    String refusedUnknownEncoding();

    @Override
    @Message("The file has macros: save it as .docx or .xlsx without macros.")
    String refusedMacros();

    @Override
    @Message("The file is damaged: open it in Word or Excel and save it again.")
    String refusedDamaged();

    @Override
    @Message("The file has a password: remove it and send the file again.")
    String refusedEncrypted();

    @Override
    @Message("The content of the file is too large to be read.")
    String refusedTooLarge();

    @Override
    @Message("The content of the file is nested too deeply.")
    String refusedTooDeep();

    @Override
    @Message("The file has a document type declaration, which is not taken.")
    String refusedDoctype();
}
