package vn.cchc.platform.refusal;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Why files are not read, in English. */
@Localized("en")
public interface EnglishFileMessages extends FileMessages {

    @Override
    @Message(
            "The file is no Word document (.docx), Excel workbook (.xlsx), CSV or plain text: save it as one of these.")
    String noDocument();

    @Override
    @Message("The file is no Excel workbook (.xlsx) or CSV: save it as one of these.")
    String noTable();

    @Override
    @Message("A .doc file of an older Word: open it in Word and save it as .docx.")
    String oldWordFormat();

    @Override
    @Message("An .xls file of an older Excel: open it in Excel and save it as .xlsx.")
    String oldExcelFormat();

    @Override
    @Message("The encoding of the file is not known: save it as CSV UTF-8.")
    String unknownEncoding();

    @Override
    @Message("The file has macros: save it as .docx or .xlsx without macros.")
    String documentWithMacros();

    @Override
    @Message("The file has macros: save it as .xlsx without macros.")
    String tableWithMacros();

    @Override
    @Message("The file is damaged: open it in Word or Excel and save it again.")
    String damagedDocument();

    @Override
    @Message("The file is damaged: open it in Excel and save it again.")
    String damagedTable();

    @Override
    @Message("The file has a password: remove it and send the file again.")
    String encrypted();

    @Override
    @Message("The content of the file is too large to be read.")
    String tooLarge();

    @Override
    @Message("The content of the file is nested too deeply.")
    String tooDeep();

    @Override
    @Message("The file has a document type declaration, which is not taken.")
    String doctype();
}
