package vn.cchc.platform.refusal;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.printed.UnreadableFile;

/** Says why a file is not read, and what to do. */
public final class FileRefusal {

    /** What an operation takes, which its refusals name. */
    public enum Taken {
        /** Documents of Word, workbooks of Excel, CSV and plain text. */
        DOCUMENTS,
        /** Workbooks of Excel and CSV. */
        TABLES
    }

    private FileRefusal() {}

    /** 422; the code names the reason: {@code file-old-excel-format}, {@code file-encrypted}. */
    public static Problem of(UnreadableFile refused, Taken taken) {
        String code = "file-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.unprocessable(
                code,
                BilingualText.of(
                        sentence(MessageBundles.get(FileMessages.class), refused.reason(), taken),
                        sentence(
                                MessageBundles.get(FileMessages.class, Localized.Literal.of("en")),
                                refused.reason(),
                                taken)));
    }

    private static String sentence(FileMessages messages, UnreadableFile.Reason reason, Taken taken) {
        boolean tables = taken == Taken.TABLES;
        return switch (reason) {
            case UNKNOWN_FORMAT -> tables ? messages.noTable() : messages.noDocument();
            case OLD_WORD_FORMAT -> tables ? messages.noTable() : messages.oldWordFormat();
            case OLD_EXCEL_FORMAT -> messages.oldExcelFormat();
            case UNKNOWN_ENCODING -> messages.unknownEncoding();
            case ENCRYPTED -> messages.encrypted();
            case MACROS -> tables ? messages.tableWithMacros() : messages.documentWithMacros();
            case TOO_LARGE -> messages.tooLarge();
            case TOO_DEEP -> messages.tooDeep();
            case DAMAGED -> tables ? messages.damagedTable() : messages.damagedDocument();
            case DOCTYPE -> messages.doctype();
        };
    }
}
