package vn.cchc.plan.transcript;

import jakarta.enterprise.context.ApplicationScoped;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.refusal.FileRefusal;

/** Transcribes files of plans, and stores nothing. */
@ApplicationScoped
class PlanTranscripts {

    /**
     * The code of the problem names the reason: {@code file-old-word-format}, {@code file-encrypted}.
     *
     * @throws Problem 422 for a form without one file, and for a file that is not read
     */
    PlanTranscriptView transcribe(SentPlan sent) {
        try {
            return PlanTranscriptView.of(DocumentTranscriber.transcribe(DocumentFile.read(sent.file())));
        } catch (UnreadableFile e) {
            throw FileRefusal.of(e, FileRefusal.Taken.DOCUMENTS);
        }
    }
}
