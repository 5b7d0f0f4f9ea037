package vn.cchc.platform.http;

import java.util.List;

/** Owner of the current request's idempotency keys. */
public interface KeyOwner {

    /** Identifies the caller uniquely; empty for citizens, who have no account and share one key space. */
    List<String> owner();
}
