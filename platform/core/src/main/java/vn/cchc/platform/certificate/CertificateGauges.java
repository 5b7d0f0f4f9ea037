package vn.cchc.platform.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import vn.cchc.platform.time.SystemClock;

/**
 * When the certificates expire that this service trusts, or shows as a client, as gauges by role of the file. The files are read
 * again every minute, so that a new one is noticed. The certificates that database and broker show are theirs to watch: that of
 * their authority is among these.
 */
@ApplicationScoped
class CertificateGauges {

    private static final Logger LOG = Logger.getLogger(CertificateGauges.class);
    private static final double MILLIS_OF_A_SECOND = 1_000;

    private final Clock systemClock;
    private final MeterRegistry meters;

    /** An empty list for a file that cannot be read. */
    private final Map<CertificateFile, List<Validity>> read = new LinkedHashMap<>();

    private final Set<CertificateFile> unreadable = new HashSet<>();

    CertificateGauges(Config config, @SystemClock Clock systemClock, MeterRegistry meters) {
        this.systemClock = systemClock;
        this.meters = meters;
        CertificateFiles.of(property ->
                        config.getOptionalValue(property, String.class).filter(value -> !value.isBlank()))
                .forEach(file -> read.put(file, List.of()));
    }

    void start(@Observes StartupEvent started) {
        readAgain();
        read.keySet().forEach(file -> {
            register(
                    file,
                    "cchc.certificate.expiry.timestamp",
                    "When the next of the certificates expires",
                    Validity::to);
            register(
                    file,
                    "cchc.certificate.begin.timestamp",
                    "Since when the same certificate is valid",
                    Validity::from);
        });
    }

    private void register(CertificateFile file, String name, String description, Function<Validity, Instant> moment) {
        ToDoubleFunction<CertificateFile> seconds = each -> next(each)
                .map(validity -> moment.apply(validity).toEpochMilli() / MILLIS_OF_A_SECOND)
                .orElse(Double.NaN);
        Gauge.builder(name, file, seconds)
                .description(description)
                .baseUnit("seconds")
                .tag("role", file.role())
                .strongReference(true)
                .register(meters);
    }

    private synchronized Optional<Validity> next(CertificateFile file) {
        return Validity.nextToEnd(read.get(file), Instant.now(systemClock));
    }

    /** A file that cannot be read has no figure; it is logged once. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void readAgain() {
        read.replaceAll((file, before) -> {
            try {
                List<Validity> now = file.read();
                unreadable.remove(file);
                return now;
            } catch (IOException | GeneralSecurityException e) {
                if (unreadable.add(file)) {
                    LOG.warnf("The certificates of %s cannot be read, their expiry is not told: %s", file.file(), e);
                }
                return List.of();
            }
        });
    }
}
