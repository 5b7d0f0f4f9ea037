package vn.cchc.plan.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.FileType;
import vn.cchc.platform.files.TakenFiles;
import vn.cchc.platform.time.VietnamTime;

/**
 * Evidence submitted for a milestone. Immutable: better evidence is added beside it. Only evidence from another
 * service's event is ever deleted, when that service has lost the fact.
 */
@Entity
@Table(name = "evidence")
public class Evidence {

    public static final TakenFiles FILES = new TakenFiles(10, EnumSet.allOf(FileType.class));

    @Id
    private UUID id;

    @Column(name = "milestone_id")
    private UUID milestoneId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private String note;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size_bytes")
    private Long sizeBytes;

    private String sha256;

    @Column(name = "source_id")
    private UUID sourceId;

    @Column(name = "handed_in_on")
    private LocalDate handedInOn;

    @Column(name = "handed_in_at")
    private Instant handedInAt;

    @Column(name = "handed_in_by")
    private String handedInBy;

    @Column(name = "handed_in_by_name")
    private String handedInByName;

    protected Evidence() {}

    /** The milestone that the evidence belongs to. */
    public record Place(UUID milestoneId, UUID planId, UUID authorityId) {}

    public static Evidence note(Place place, String note, Actor by, Instant now) {
        return of(place, EvidenceKind.NOTE, note, by, now);
    }

    /** @param note may be null */
    public static Evidence file(Place place, String note, CheckedFile file, Actor by, Instant now) {
        Evidence evidence = of(place, EvidenceKind.FILE, note, by, now);
        evidence.fileName = file.name();
        evidence.mediaType = file.mediaType();
        evidence.sizeBytes = file.size();
        evidence.sha256 = file.sha256();
        return evidence;
    }

    /**
     * @param sourceId the other service's aggregate that fulfils the milestone
     * @param at business time of the fact
     */
    public static Evidence fact(Place place, EvidenceKind kind, UUID sourceId, Actor by, Instant at) {
        Evidence evidence = of(place, kind, null, by, at);
        evidence.sourceId = sourceId;
        return evidence;
    }

    private static Evidence of(Place place, EvidenceKind kind, String note, Actor by, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Evidence evidence = new Evidence();
        evidence.id = Ids.next();
        evidence.milestoneId = place.milestoneId();
        evidence.planId = place.planId();
        evidence.authorityId = place.authorityId();
        evidence.kind = kind;
        evidence.note = note;
        evidence.handedInOn = LocalDate.ofInstant(at, VietnamTime.ZONE);
        evidence.handedInAt = at;
        evidence.handedInBy = by.subject();
        evidence.handedInByName = by.name();
        return evidence;
    }

    public UUID planId() {
        return planId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public UUID id() {
        return id;
    }

    public UUID milestoneId() {
        return milestoneId;
    }

    public EvidenceKind kind() {
        return kind;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    public Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    public Optional<Long> sizeBytes() {
        return Optional.ofNullable(sizeBytes);
    }

    /** Lower-case hexadecimal. */
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    public Optional<UUID> sourceId() {
        return Optional.ofNullable(sourceId);
    }

    public LocalDate handedInOn() {
        return handedInOn;
    }

    public Instant handedInAt() {
        return handedInAt;
    }

    public Actor handedInBy() {
        return new Actor(handedInBy, handedInByName);
    }
}
