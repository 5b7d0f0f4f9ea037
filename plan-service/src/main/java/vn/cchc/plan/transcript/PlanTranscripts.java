package vn.cchc.plan.transcript;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import vn.cchc.plan.transcript.document.UnreadableFile;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.platform.http.Problem;

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
            String code = "file-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw Problem.unprocessable(code, TranscriptText.of(e.reason()));
        }
    }
}
