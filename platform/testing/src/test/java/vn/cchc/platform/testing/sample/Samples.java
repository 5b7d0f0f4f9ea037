package vn.cchc.platform.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Problem;

/** The use cases; each writes a row and an event in one transaction. */
@ApplicationScoped
public class Samples {

    private final SampleRepository samples;
    private final Journal journal;
    private final Clock clock;

    Samples(SampleRepository samples, Journal journal, Clock clock) {
        this.samples = samples;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public UUID create(String name) {
        return add(Ids.next(), name).id();
    }

    @Transactional
    public void create(UUID id, String name) {
        add(id, name);
    }

    /** @throws IllegalStateException always, after row and event are written */
    @Transactional
    public void createAndFail(UUID id) {
        add(id, "never seen");
        throw new IllegalStateException("after the event");
    }

    /** The event cannot be written as JSON. */
    @Transactional
    public void createWithUnwritableEvent(UUID id) {
        samples.persist(new Sample(id, id, "never seen"));
        Object notWritable = new Object();
        journal.append(() -> change(id, OffsetDateTime.now(clock), notWritable));
    }

    /** An event at a moment of the caller's choice. */
    @Transactional
    public void announce(UUID id, OffsetDateTime at) {
        journal.append(() -> change(id, at, new SampleEvent(id, id, 0, at, "announced")));
    }

    @Transactional
    public void rename(UUID id, String name) {
        Sample sample = samples.findByIdOptional(id).orElseThrow(Problem::notFound);
        sample.rename(name);
        append(sample);
    }

    Sample add(UUID id, String name) {
        Sample sample = new Sample(id, id, name);
        samples.persist(sample);
        append(sample);
        return sample;
    }

    void append(Sample sample) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        journal.append(() -> change(sample.id(), now, SampleEvent.of(sample, now)));
    }

    private static Change change(UUID id, OffsetDateTime at, Object state) {
        return new Change(
                "sample", id, id, "vn.cchc.sample.written.v1", at, state, null, new Actor("test", "A test"), null);
    }
}
