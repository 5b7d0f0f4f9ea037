package vn.cchc.platform.time;

import java.time.ZoneId;

/** The one time zone in which days begin and end for every rule of this system. */
public final class VietnamTime {

    /** Indochina Time, UTC+7 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}
}
