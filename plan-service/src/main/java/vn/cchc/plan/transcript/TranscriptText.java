package vn.cchc.plan.transcript;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import vn.cchc.plan.transcript.document.UnreadableFile;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Untranscribed;
import vn.cchc.plan.wording.FileNoteText;
import vn.cchc.platform.http.BilingualText;

/** Builds the sentences of transcripts. */
final class TranscriptText {

    private TranscriptText() {}

    /** What is in doubt, and what to do. */
    static BilingualText of(Doubt doubt) {
        return FileNoteText.doubt(doubt.code().name(), doubt.text());
    }

    /** Why something was not transcribed. */
    static BilingualText of(Untranscribed.Why why) {
        return FileNoteText.left(why.name());
    }

    /** Why a file is not read, and what to do. */
    static BilingualText of(UnreadableFile.Reason reason) {
        return BilingualText.of(
                sentence(MessageBundles.get(TranscriptMessages.class), reason),
                sentence(MessageBundles.get(TranscriptMessages.class, Localized.Literal.of("en")), reason));
    }

    private static String sentence(TranscriptMessages messages, UnreadableFile.Reason reason) {
        return switch (reason) {
            case UNKNOWN_FORMAT -> messages.refusedUnknownFormat();
            case OLD_WORD_FORMAT -> messages.refusedOldWordFormat();
            case OLD_EXCEL_FORMAT -> messages.refusedOldExcelFormat();
            case UNKNOWN_ENCODING -> messages.refusedUnknownEncoding();
            case ENCRYPTED -> messages.refusedEncrypted();
            case MACROS -> messages.refusedMacros();
            case TOO_LARGE -> messages.refusedTooLarge();
            case TOO_DEEP -> messages.refusedTooDeep();
            case DAMAGED -> messages.refusedDamaged();
            case DOCTYPE -> messages.refusedDoctype();
        };
    }
}
