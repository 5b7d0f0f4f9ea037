package vn.cchc.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;

/** Initial data of an empty system. Played once; a later start finds it. */
public final class Sample {
    private final Callers callers;
    private final String bootstrapServers;
    private final Journal journal;
    private final Path report;

    /**
     * @param journal file of the completed steps
     * @param reports folder for the quarter's report
     */
    public Sample(Callers callers, String bootstrapServers, Path journal, Path reports) {
        this.callers = callers;
        this.bootstrapServers = bootstrapServers;
        this.journal = Journal.in(journal);
        this.report = reports.resolve("bao-cao-cchc-quy-1-2021.pdf");
    }

    /**
     * Initial business time of an empty system with the sample; otherwise empty.
     *
     * @param wanted whether to fill an empty system
     */
    public Optional<String> beginning(boolean wanted) {
        return wanted && journal.isEmpty() ? Optional.of(Clocks.withOffset(SampleQuarter.BEFORE)) : Optional.empty();
    }

    /**
     * Registers the authorities and, unless the system was started without the sample, plays the remaining steps of the
     * sample quarter.
     *
     * @param wanted whether to fill an empty system
     * @param say receives progress messages
     */
    public People prepare(boolean wanted, Consumer<String> say) {
        if (journal.isEmpty() && !wanted) {
            journal.declineSample();
        }
        if (journal.isComplete() || journal.isSampleDeclined()) {
            if (journal.isSampleDeclined() && wanted) {
                say.accept("This system was started without the sample; to get it, start over with -Dcchc.fresh.");
            }
            return ReferenceData.ensure(callers);
        }
        try (Quiescence quiescence = new Quiescence(callers, bootstrapServers)) {
            SampleQuarter quarter = new SampleQuarter(callers, quiescence, journal);
            quarter.begin();
            People people = ReferenceData.ensure(callers);
            say.accept("Playing the first quarter of 2021: plan, feedback, products, report …");
            quarter.play(people);
            fetchReport(people);
            return people;
        }
    }

    private void fetchReport(People people) {
        ApiClient leader = callers.as(people.leader(), Service.REPORTING);
        try {
            Files.createDirectories(report.getParent());
            Files.write(report, leader.download(ReportStory.path(journal) + "/document", "application/pdf"));
        } catch (IOException e) {
            throw new Fault(report + " cannot be written (" + e.getMessage() + "): the disk may be full.");
        }
    }

    /** The quarter's report as PDF; empty without the sample. */
    public Optional<Path> report() {
        return Optional.of(report).filter(Files::exists);
    }
}
