package vn.cchc.plan.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What was handed in. */
@ApplicationScoped
public class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    /** Bytes that are in memory of a file on its way out. */
    private static final int SLICE = 256 * 1024;

    /** With its content, which goes from disk to the database as a stream. */
    public void add(Evidence evidence, CheckedFile file) {
        persistAndFlush(evidence);
        session().doWork(connection -> {
            try (InputStream content = Files.newInputStream(file.content());
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO evidence_file (evidence_id, content) VALUES (?, ?)")) {
                insert.setObject(1, evidence.id());
                insert.setBinaryStream(2, content, file.size());
                insert.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** In the order handed in. */
    public List<Evidence> ofMilestone(UUID milestoneId) {
        return list("milestoneId = ?1 order by id", milestoneId);
    }

    /** Of several milestones, in the order handed in. */
    public List<Evidence> ofMilestones(Collection<UUID> milestoneIds) {
        return milestoneIds.isEmpty() ? List.of() : list("milestoneId in ?1 order by id", milestoneIds);
    }

    /** What another service has told of a milestone: each source is evidence of it once. */
    public record Told(UUID milestoneId, UUID sourceId) {}

    /** What other services have told of the milestones. */
    public Set<Told> told(Collection<UUID> milestoneIds) {
        return milestoneIds.isEmpty()
                ? Set.of()
                : find("milestoneId in ?1 and sourceId is not null", milestoneIds).stream()
                        .map(each ->
                                new Told(each.milestoneId(), each.sourceId().orElseThrow()))
                        .collect(Collectors.toSet());
    }

    /** Takes back what was told of these sources: the services that told it have lost it. */
    public void withdraw(Collection<UUID> sourceIds) {
        if (!sourceIds.isEmpty()) {
            delete("sourceId in ?1", sourceIds);
        }
    }

    /**
     * Copies bytes of a file from the database to disk, slice by slice.
     *
     * @param from the first byte, from 0
     */
    @Transactional
    public void copy(UUID evidenceId, long from, long count, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            for (long done = 0; done < count; done += SLICE) {
                out.write(slice(evidenceId, from + done, Math.min(SLICE, count - done)));
            }
        }
    }

    private byte[] slice(UUID evidenceId, long from, long count) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT substring(content FROM ? FOR ?) FROM evidence_file WHERE evidence_id = ?")) {
                select.setInt(1, (int) from + 1);
                select.setInt(2, (int) count);
                select.setObject(3, evidenceId);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        });
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
