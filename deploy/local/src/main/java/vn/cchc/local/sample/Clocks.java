package vn.cchc.local.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;

/** The services' training clocks, which are always set together. */
public final class Clocks {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String PATH = "/local/training-clock";

    private final Callers callers;

    public Clocks(Callers callers) {
        this.callers = callers;
    }

    void setTo(LocalDateTime localTime) {
        Map<String, String> time = Map.of("now", withOffset(localTime));
        Stream.of(Service.values()).parallel().forEach(service -> callers.anonymous(service)
                .put(PATH, time, Map.of()));
    }

    /** The services' present day. */
    public LocalDate today() {
        return OffsetDateTime.parse(
                        callers.anonymous(Service.PLAN).get(PATH).get("now").asText())
                .toLocalDate();
    }

    static String withOffset(LocalDateTime localTime) {
        return localTime.atOffset(VIETNAM).toString();
    }
}
