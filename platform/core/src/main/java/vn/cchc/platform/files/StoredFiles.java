package vn.cchc.platform.files;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.postgresql.PGStatement;

/** File contents in the service's database, streamed: no file is loaded into memory as a whole. */
@ApplicationScoped
public class StoredFiles {

    private final EntityManager entities;
    private final AgroalDataSource database;

    StoredFiles(EntityManager entities, AgroalDataSource database) {
        this.entities = entities;
        this.database = database;
    }

    /**
     * Inserts a row with the content, streamed from disk, in the caller's transaction. Does not flush the persistence
     * context: rows that this one references must have been flushed.
     *
     * @param key as in {@link FileContent.Stored}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(FilePlace place, List<?> key, CheckedFile file) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (InputStream content = Files.newInputStream(file.content());
                    PreparedStatement insert = connection.prepareStatement(place.insert())) {
                setKey(insert, 1, key);
                insert.setBinaryStream(key.size() + 1, content, file.size());
                insert.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Reads a slice of a file in one short statement, without a transaction.
     *
     * @param from offset of the first byte, from 0
     * @throws SQLException when the statement fails
     * @throws IllegalStateException when fewer bytes are found, such as after the file was deleted
     */
    byte[] slice(FileContent.Stored file, long from, int count) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(file.place().selectSlice())) {
            // Forces binary transfer: the driver begins with text format, where a byte takes two hexadecimal digits.
            select.unwrap(PGStatement.class).setPrepareThreshold(-1);
            select.setInt(1, Math.toIntExact(from + 1));
            select.setInt(2, count);
            setKey(select, 3, file.key());
            try (ResultSet row = select.executeQuery()) {
                byte[] slice = row.next() ? row.getBytes(1) : new byte[0];
                if (slice.length != count) {
                    throw new IllegalStateException("There are " + slice.length + " bytes of " + count + " in "
                            + file.place().table());
                }
                return slice;
            }
        }
    }

    private static void setKey(PreparedStatement statement, int first, List<?> key) throws SQLException {
        for (int i = 0; i < key.size(); i++) {
            statement.setObject(first + i, key.get(i));
        }
    }
}
