package vn.cchc.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.SystemClock;

/** The files of feedback: completed uploads that were named by the feedback they belong to. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Attachments {

    /** In the order of ids, so that two requests that name the same uploads wait for each other. */
    private static final String RESERVE = """
            SELECT id FROM attachment
            WHERE id = ANY (?) AND feedback_id IS NULL AND received = length AND expires_at > ?
            ORDER BY id FOR UPDATE""";

    private static final String ATTACH = """
            UPDATE attachment a SET feedback_id = ?, authority_id = ?, position = ? + given.place, client = NULL, expires_at = NULL
            FROM unnest(?) WITH ORDINALITY given (id, place) WHERE a.id = given.id""";

    private static final String FILES = """
            SELECT id, file_name, media_type, size, sha256 FROM attachment WHERE feedback_id = ? ORDER BY position""";

    private final EntityManager entities;
    private final Clock systemClock;

    Attachments(EntityManager entities, @SystemClock Clock systemClock) {
        this.entities = entities;
        this.systemClock = systemClock;
    }

    /**
     * Locks completed uploads until the end of the transaction, for {@link #attach}.
     *
     * @param uploads  ids from the addresses of the uploads; none costs no statement
     * @param attached number of files that the feedback has already
     * @throws Problem 422 when there are too many, one is named twice, or one is unknown, incomplete, expired, or belongs to a
     *     feedback already
     */
    public void reserve(List<UUID> uploads, int attached) {
        if (uploads.isEmpty()) {
            return;
        }
        if (attached + uploads.size() > AttachedFiles.MOST) {
            throw Problem.invalid(
                    "attachments",
                    "Một phản ánh, kiến nghị có tối đa " + AttachedFiles.MOST + " tệp.",
                    "A feedback has at most " + AttachedFiles.MOST + " files.");
        }
        Set<UUID> complete = run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(RESERVE)) {
                select.setArray(1, array(connection, uploads));
                select.setObject(2, OffsetDateTime.now(systemClock));
                Set<UUID> found = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
                return found;
            }
        });
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            String field = "attachments[" + i + "]";
            if (uploads.subList(0, i).contains(uploads.get(i))) {
                faults.add(FieldFault.of(field, "Tệp được nêu hai lần.", "Is named twice."));
            } else if (!complete.contains(uploads.get(i))) {
                faults.add(FieldFault.of(
                        field,
                        "Không có tệp này, chưa tải lên xong, đã hết hạn hoặc đã được dùng.",
                        "There is no such upload, or it is incomplete, expired or used already."));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /**
     * Makes reserved uploads files of a feedback, whose row has been, or is now, written.
     *
     * @param attached number of files that it had before
     */
    public void attach(UUID feedbackId, UUID authorityId, List<UUID> uploads, int attached) {
        if (uploads.isEmpty()) {
            return;
        }
        entities.flush();
        int changed = run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(ATTACH)) {
                update.setObject(1, feedbackId);
                update.setObject(2, authorityId);
                update.setInt(3, attached);
                update.setArray(4, array(connection, uploads));
                return update.executeUpdate();
            }
        });
        if (changed != uploads.size()) {
            throw new IllegalStateException("Of " + uploads.size() + " reserved uploads there are " + changed);
        }
    }

    /** The files of a feedback, in order. The caller has checked access. */
    public AttachmentList of(UUID feedbackId) {
        return new AttachmentList(run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FILES)) {
                select.setObject(1, feedbackId);
                List<AttachmentView> files = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        files.add(new AttachmentView(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5)));
                    }
                }
                return files;
            }
        }));
    }

    /**
     * A file of a feedback, for download. The caller has checked access.
     *
     * @throws Problem 404 when the feedback has no such file
     */
    public Download file(UUID feedbackId, UUID id) {
        Optional<AttachmentView> file = of(feedbackId).items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        return file.map(one -> new Download(
                        one.mediaType(),
                        one.fileName(),
                        Download.Disposition.ATTACHMENT,
                        one.sha256(),
                        Optional.empty(),
                        new FileContent.Stored(AttachedFiles.CONTENTS, List.of(id), one.size())))
                .orElseThrow(Problem::notFound);
    }

    private static Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
