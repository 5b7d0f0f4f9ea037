package vn.cchc.platform.testing.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Sample {

    @Id
    private UUID id;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Version
    private long version;

    private String name;

    Sample() {}

    Sample(UUID id, UUID authorityId, String name) {
        this.id = id;
        this.authorityId = authorityId;
        this.name = name;
    }

    UUID id() {
        return id;
    }

    UUID authorityId() {
        return authorityId;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }
}
