package vn.cchc.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.StoredFiles;
import vn.cchc.platform.http.BodyStream;

/** The tables of uploads. Any replica continues what another has begun: nothing of an upload is kept outside of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class UploadStore {

    /** Length of a chunk in bytes; the last one may be shorter. */
    static final int CHUNK = BodyStream.LONGEST_SLICE;

    private static final String ADD = """
            INSERT INTO attachment (id, file_name, declared_type, keeps_place, length, client, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIND = """
            SELECT file_name, declared_type, keeps_place, length, received, expires_at FROM attachment
            WHERE id = ? AND (expires_at > ? OR feedback_id IS NOT NULL)""";

    /** Serialises the uploads that one client begins, so that they are counted one after another. */
    private static final String LOCK_CLIENT = "SELECT pg_advisory_xact_lock(hashtextextended('upload ' || ?, 0))";

    private static final String HELD = """
            SELECT count(*), coalesce(sum(length), 0), coalesce(extract(epoch FROM min(expires_at) - now()), 0) FROM attachment
            WHERE client = ? AND feedback_id IS NULL""";
    private static final String ADVANCE = """
            UPDATE attachment SET received = received + ?, expires_at = ? WHERE id = ? AND received = ? AND feedback_id IS NULL""";
    private static final String APPEND = """
            INSERT INTO attachment_chunk AS c (attachment_id, number, content) VALUES (?, ?, ?)
            ON CONFLICT (attachment_id, number) DO UPDATE SET content = c.content || excluded.content""";
    private static final String CHUNKS = "SELECT content FROM attachment_chunk WHERE attachment_id = ? AND number = ?";
    private static final String COMPLETE = """
            UPDATE attachment SET received = length, expires_at = ?, media_type = ?, size = ?, sha256 = ?
            WHERE id = ? AND received = ? AND feedback_id IS NULL""";
    private static final String FORGET_CHUNKS = "DELETE FROM attachment_chunk WHERE attachment_id = ?";
    private static final String COMPLETE_ONES = """
            SELECT id, file_name, size FROM attachment
            WHERE id = ANY (?) AND feedback_id IS NULL AND received = length AND expires_at > ?""";
    private static final String DELETE_ONES = "DELETE FROM attachment WHERE id = ANY (?) AND feedback_id IS NULL";
    private static final String DELETE = "DELETE FROM attachment WHERE id = ? AND feedback_id IS NULL";

    private final EntityManager entities;
    private final StoredFiles files;

    UploadStore(EntityManager entities, StoredFiles files) {
        this.entities = entities;
        this.files = files;
    }

    /**
     * An upload.
     *
     * @param declaredType media type, or null
     * @param expiresAt    empty once it belongs to a feedback
     */
    record Upload(
            UUID id,
            String fileName,
            String declaredType,
            boolean keepsPlace,
            long length,
            long received,
            Optional<OffsetDateTime> expiresAt) {

        Upload with(int more, OffsetDateTime newExpiry) {
            return new Upload(id, fileName, declaredType, keepsPlace, length, received + more, Optional.of(newExpiry));
        }

        boolean isComplete() {
            return received == length;
        }

        boolean isUsed() {
            return expiresAt.isEmpty();
        }
    }

    /** What belongs to no feedback of what one client sends. */
    record Held(long uploads, long bytes, Duration oldestExpiresIn) {}

    void add(Upload upload, Optional<String> client) {
        update(ADD, statement -> {
            statement.setObject(1, upload.id());
            statement.setString(2, upload.fileName());
            statement.setString(3, upload.declaredType());
            statement.setBoolean(4, upload.keepsPlace());
            statement.setLong(5, upload.length());
            statement.setString(6, client.orElse(null));
            statement.setObject(7, upload.expiresAt().orElseThrow());
        });
    }

    Optional<Upload> find(UUID id, OffsetDateTime now) {
        return run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                select.setObject(1, id);
                select.setObject(2, now);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Upload(
                                    id,
                                    row.getString(1),
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    Optional.ofNullable(row.getObject(6, OffsetDateTime.class))))
                            : Optional.<Upload>empty();
                }
            }
        });
    }

    /** Concurrent calls for one client wait for the end of the transaction. */
    Held heldFor(String client) {
        return run(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(LOCK_CLIENT);
                    PreparedStatement select = connection.prepareStatement(HELD)) {
                lock.setString(1, client);
                lock.execute();
                select.setString(1, client);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Held(
                            row.getLong(1), row.getLong(2), Duration.ofSeconds(Math.max(0, (long) row.getDouble(3))));
                }
            }
        });
    }

    /** Moves the offset; false when it is another one, or the upload is gone. */
    boolean advance(Upload from, int count, OffsetDateTime expiresAt) {
        return update(ADVANCE, statement -> {
                    statement.setInt(1, count);
                    statement.setObject(2, expiresAt);
                    statement.setObject(3, from.id());
                    statement.setLong(4, from.received());
                })
                == 1;
    }

    /** Adds a slice that does not cross the end of a chunk. */
    void append(Upload to, byte[] slice) {
        update(APPEND, statement -> {
            statement.setObject(1, to.id());
            statement.setInt(2, (int) (to.received() / CHUNK));
            statement.setBytes(3, slice);
        });
    }

    /**
     * Writes what was received, a chunk at a time.
     *
     * @throws IOException when it cannot be written
     */
    void copy(Upload upload, OutputStream out) throws IOException {
        for (int number = 0; (long) number * CHUNK < upload.received(); number++) {
            int chunk = number;
            out.write(run(connection -> {
                try (PreparedStatement select = connection.prepareStatement(CHUNKS)) {
                    select.setObject(1, upload.id());
                    select.setInt(2, chunk);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() ? row.getBytes(1) : new byte[0];
                    }
                }
            }));
        }
    }

    /**
     * Stores the file of an upload whose last slice has come.
     *
     * @param from the upload before that slice
     * @return the present offset when it is another one
     */
    Optional<Long> complete(Upload from, OffsetDateTime expiresAt, CheckedFile file) {
        int updated = update(COMPLETE, statement -> {
            statement.setObject(1, expiresAt);
            statement.setString(2, file.mediaType());
            statement.setLong(3, file.size());
            statement.setString(4, file.sha256());
            statement.setObject(5, from.id());
            statement.setLong(6, from.received());
        });
        if (updated == 0) {
            return Optional.of(
                    find(from.id(), OffsetDateTime.MIN).map(Upload::received).orElse(0L));
        }
        files.add(AttachedFiles.CONTENTS, List.of(from.id()), file);
        update(FORGET_CHUNKS, statement -> statement.setObject(1, from.id()));
        return Optional.empty();
    }

    /** False when there is none, or it belongs to a feedback. */
    boolean delete(UUID id) {
        return update(DELETE, statement -> statement.setObject(1, id)) == 1;
    }

    /** Those that are complete and belong to no feedback, in the order given. */
    List<KeptUpload> complete(List<UUID> ids, OffsetDateTime now) {
        return run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COMPLETE_ONES)) {
                select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                select.setObject(2, now);
                List<KeptUpload> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new KeptUpload(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
                    }
                }
                found.sort(Comparator.comparingInt(upload -> ids.indexOf(upload.id())));
                return found;
            }
        });
    }

    /** Those that belong to no feedback. */
    void delete(List<UUID> ids) {
        update(
                DELETE_ONES,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray())));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Parameters parameters) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
