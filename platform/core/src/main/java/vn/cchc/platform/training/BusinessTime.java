package vn.cchc.platform.training;

import java.time.OffsetDateTime;
import vn.cchc.platform.time.VietnamTime;

/** Business time, with the offset of {@link VietnamTime#ZONE}. */
public record BusinessTime(OffsetDateTime now) {}
