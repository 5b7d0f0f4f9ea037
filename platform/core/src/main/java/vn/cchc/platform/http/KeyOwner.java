package vn.cchc.platform.http;

import java.util.List;

/** Whose idempotency keys those of the request under way are. */
public interface KeyOwner {

    /** What tells the caller from all others; empty for citizens, who have no account and so share their keys. */
    List<String> owner();
}
