package vn.cchc.plan.transcript;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.refusal.FileRefusal;

/** Transcribes files of plans, and stores nothing. */
@ApplicationScoped
class PlanTranscripts {

    private final boolean notes;

    /** @param notes whether documents say what the file held beside them, which the version before does not import */
    PlanTranscripts(@ConfigProperty(name = "cchc.transcripts.notes") boolean notes) {
        this.notes = notes;
    }

    /**
     * The code of the problem names the reason: {@code file-old-word-format}, {@code file-encrypted}.
     *
     * @throws Problem 422 for a form without one file, and for a file that is not read
     */
    PlanTranscriptView transcribe(SentPlan sent) {
        try {
            return PlanTranscriptView.of(DocumentTranscriber.transcribe(DocumentFile.read(sent.file())), notes);
        } catch (UnreadableFile e) {
            throw FileRefusal.of(e, FileRefusal.Taken.DOCUMENTS);
        }
    }
}
