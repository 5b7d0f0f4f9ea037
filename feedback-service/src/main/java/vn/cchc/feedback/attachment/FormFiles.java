package vn.cchc.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.platform.files.SentForm;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * Files that come with the form of a page. Each becomes a complete upload, as by tus, so that a form that has to be sent again for
 * another fault only names the files that were accepted.
 */
@ApplicationScoped
public class FormFiles {

    /** Field of the files, and of what is wrong with them. */
    public static final String FILE = "file";

    /** Field that names uploads of an earlier try; as often as there are. */
    private static final String UPLOAD = "upload";

    private static final String PLACE = "place";

    /** In characters; a fault says more than a name. */
    private static final int LONGEST_NAME_TOLD = 60;

    private static final int TOO_MANY_REQUESTS = 429;

    private static final BilingualText TOO_MANY_FILES = BilingualText.of(
            "Một phản ánh, kiến nghị có tối đa " + AttachedFiles.MOST + " tệp.",
            "A feedback has at most " + AttachedFiles.MOST + " files.");

    private final Uploads uploads;

    FormFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * The uploads of a form.
     *
     * @param earlier named by the form; whether there are such uploads is not checked
     * @param added made of its files
     * @param faults what is wrong with its other files, in the field {@link #FILE}
     * @param tooMany 429 when the client may send no more for now
     */
    public record Taken(List<UUID> earlier, List<UUID> added, List<FieldFault> faults, Optional<Problem> tooMany) {

        /** Of a form whose files were not looked at. */
        public static final Taken NOTHING = new Taken(List.of(), List.of(), List.of(), Optional.empty());

        public Taken {
            earlier = List.copyOf(earlier);
            added = List.copyOf(added);
            faults = List.copyOf(faults);
        }

        /**
         * Requires that nothing is wrong.
         *
         * @param others what is wrong with the other fields of the form
         * @throws Problem 429 when the client may send no more for now; 422 with the faults of the fields and of the files
         */
        public void require(List<FieldFault> others) {
            if (tooMany.isPresent()) {
                throw tooMany.get();
            }
            if (!others.isEmpty() || !faults.isEmpty()) {
                throw Problem.invalid(
                        Stream.concat(others.stream(), faults.stream()).toList());
            }
        }

        /** In the order in which a feedback names them. */
        public List<UUID> all() {
            return Stream.concat(earlier.stream(), added.stream()).toList();
        }
    }

    /**
     * Makes uploads of the files that are accepted, as many as the feedback has room for.
     *
     * @param attached number of files that the feedback has already
     * @param client the address that they are counted for; empty for a member of staff
     * @param beginAnew called before each file and after the last: each has the time of a request of its own, as by tus
     */
    public Taken take(SentForm form, int attached, Optional<String> client, Runnable beginAnew) {
        List<UUID> earlier = named(form);
        List<SentForm.File> files = form.files();
        int room = Math.max(0, AttachedFiles.MOST - attached - earlier.size());
        boolean keepsPlace = form.texts().getOrDefault(PLACE, List.of()).contains("keep");
        List<UUID> added = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        Optional<Problem> tooMany = Optional.empty();
        int used = 0;
        for (SentForm.File file : files) {
            if (added.size() == room) {
                faults.add(notTaken(TOO_MANY_FILES, files.subList(used, files.size())));
                break;
            }
            used++;
            try {
                beginAnew.run();
                added.add(uploads.take(
                                UploadMetadata.ofPart(file.name(), file.declaredType(), keepsPlace),
                                file.content(),
                                client)
                        .id());
            } catch (Problem refusal) {
                if (refusal.getStatusCode() == TOO_MANY_REQUESTS) {
                    tooMany = Optional.of(refusal);
                    faults.add(notTaken(refusal.text(), files.subList(used - 1, files.size())));
                    break;
                }
                faults.add(refused(file, refusal));
            } catch (RuntimeException failure) {
                throw givenUp(new Taken(earlier, added, faults, tooMany), failure);
            }
        }
        beginAnew.run();
        return new Taken(earlier, added, faults, tooMany);
    }

    /** The uploads that the form names, each once; those that cannot be read are none. */
    private static List<UUID> named(SentForm form) {
        return form.texts().getOrDefault(UPLOAD, List.of()).stream()
                .flatMap(id -> {
                    try {
                        return Stream.of(UUID.fromString(id));
                    } catch (IllegalArgumentException e) {
                        return Stream.empty();
                    }
                })
                .distinct()
                .toList();
    }

    private static FieldFault notTaken(BilingualText why, List<SentForm.File> left) {
        String names = String.join(", ", left.stream().map(FormFiles::name).toList());
        return FieldFault.of(FILE, why.vi() + " Chưa nhận: " + names + ".", why.en() + " Not taken: " + names + ".");
    }

    /** A fault of the field tells what is wrong where the problem as a whole does not. */
    private static FieldFault refused(SentForm.File file, Problem refusal) {
        var why = refusal.is("invalid") && !refusal.faults().isEmpty()
                ? refusal.faults().get(0).message()
                : refusal.text();
        return FieldFault.of(FILE, name(file) + ": " + why.vi(), name(file) + ": " + why.en());
    }

    private static String name(SentForm.File file) {
        String name = VietnameseText.line(file.name());
        return name.codePointCount(0, name.length()) <= LONGEST_NAME_TOLD
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME_TOLD - 1)) + "…";
    }

    /** Those of the uploads that the form, shown again, can name. */
    public List<KeptUpload> kept(Taken taken) {
        return uploads.kept(taken.all());
    }

    /**
     * As {@link #giveUp} after a failure whose page names none of them, so that they do not count for the client until they expire.
     *
     * @return the failure, with that of the deletion
     */
    public RuntimeException givenUp(Taken taken, RuntimeException failure) {
        try {
            giveUp(taken);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Deletes what was made of the form's files and is named by no feedback: the form is not shown again with them. */
    public void giveUp(Taken taken) {
        uploads.giveUp(taken.added());
    }
}
