package vn.cchc.platform.idempotency;

import java.util.UUID;

/** An answer about one thing, which is found again by its id. */
public interface Identified {

    UUID id();
}
