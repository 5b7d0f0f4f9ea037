package vn.cchc.plan.transcript;

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
}
