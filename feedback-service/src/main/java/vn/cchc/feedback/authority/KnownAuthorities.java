package vn.cchc.feedback.authority;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.JsonColumns;

/**
 * Projection of plan-service's authorities. Reads are cached. Entries expire, because another replica may consume a
 * change first. Unknown ids are not cached.
 */
@ApplicationScoped
public class KnownAuthorities {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(30);

    /** Maximum entries; least recently used evicted. Exceeds the number of communes. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final TypeReference<List<KnownUnit>> UNITS = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT id, code, name, valid_from, valid_to, units,
                   (SELECT state ->> 'place' FROM heard WHERE kind = 'authority' AND heard.id = known.id
                    ORDER BY epoch DESC, sequence DESC LIMIT 1) AS place
            FROM known_authority known WHERE id = ?""";
    private static final String THEN = """
            SELECT state FROM heard WHERE kind = 'authority' AND id = ? AND heard_at < ?
            ORDER BY epoch DESC, sequence DESC LIMIT 1""";
    private static final String KEEP = """
            INSERT INTO known_authority AS known (id, version, code, name, parent_id, valid_from, valid_to, units)
            VALUES (:id, :version, :code, :name, cast(:parentId AS uuid), cast(:validFrom AS date), cast(:validTo AS date),
                    cast(:units AS jsonb))
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, name = excluded.name,
                    parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    units = excluded.units
            WHERE known.version < excluded.version""";

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Cache<UUID, KnownAuthority> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LOOK_AGAIN_AFTER)
            .build();

    KnownAuthorities(
            AgroalDataSource database, EntityManager entities, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.entities = entities;
        this.transaction = transaction;
    }

    /** The authority with that id, regardless of its validity period. */
    public Optional<KnownAuthority> find(UUID id) {
        KnownAuthority known = remembered.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        // Read outside the cache: no lock is held while waiting for a database connection.
        Optional<KnownAuthority> read = read(id);
        read.ifPresent(authority -> remembered.put(id, authority));
        return read;
    }

    /** The authority with that id, if it is valid on that day. */
    public Optional<KnownAuthority> findOn(UUID id, LocalDate day) {
        return find(id).filter(authority -> authority.existsOn(day));
    }

    /**
     * The authority with the names it was known by before that instant; as it is now, where nothing had been told of it by then.
     * Not cached.
     */
    public Optional<KnownAuthority> findAsOf(UUID id, OffsetDateTime end) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(THEN)) {
            select.setObject(1, id);
            select.setObject(2, end);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return Optional.of(JsonColumns.read(row.getString(1), AuthorityEvent.class)
                            .known());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An authority could not be read", e);
        }
        return find(id);
    }

    /** Stores the event's state if its version is newer; a replay therefore never exposes an older state. */
    void keep(AuthorityEvent event) {
        entities.createNativeQuery(KEEP)
                .setParameter("id", event.id())
                .setParameter("version", event.version())
                .setParameter("code", event.code())
                .setParameter("name", event.name())
                .setParameter(
                        "parentId",
                        event.parentId() == null ? null : event.parentId().toString())
                .setParameter(
                        "validFrom",
                        event.validFrom() == null ? null : event.validFrom().toString())
                .setParameter(
                        "validTo",
                        event.validTo() == null ? null : event.validTo().toString())
                .setParameter("units", JsonColumns.write(event.units()))
                .executeUpdate();
        transaction.registerInterposedSynchronization(new Forget(event.id()));
    }

    /** Deletes the authority, because its events have become void. */
    void forget(UUID id) {
        entities.createNativeQuery("DELETE FROM known_authority WHERE id = :id")
                .setParameter("id", id)
                .executeUpdate();
        transaction.registerInterposedSynchronization(new Forget(id));
    }

    private Optional<KnownAuthority> read(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(authority(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An authority could not be read", e);
        }
    }

    private static KnownAuthority authority(ResultSet row) throws SQLException {
        return new KnownAuthority(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("place"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                JsonColumns.read(row.getString("units"), UNITS));
    }

    /** Evicts after the transaction ends: evicted earlier, a concurrent request could cache the old state again. */
    private final class Forget implements Synchronization {

        private final UUID id;

        Forget(UUID id) {
            this.id = id;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            remembered.invalidate(id);
        }
    }
}
