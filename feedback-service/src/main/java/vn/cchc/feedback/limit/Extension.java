package vn.cchc.feedback.limit;

import java.time.Instant;

/**
 * An extension of a limit (gia hạn), as granted.
 *
 * @param amount    from 1, in the unit of the limit
 * @param grantedAt when it was granted; the limit was the shorter one until then
 */
public record Extension(int amount, Instant grantedAt) {}
