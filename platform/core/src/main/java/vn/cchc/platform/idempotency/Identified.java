package vn.cchc.platform.idempotency;

import java.util.UUID;

/** A response about one resource, identified by its id. */
public interface Identified {

    UUID id();
}
