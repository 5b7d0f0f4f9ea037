package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.time.LocalDate;
import java.util.List;

/** Messages on incomplete figures, in English. */
@Localized("en")
public interface EnglishCompletenessMessages extends CompletenessMessages {

    @Override
    @Message(
            "It cannot be approved yet: the sources of its figures are not complete to the end of {cutOff}. Missing: {missing}.")
    String refusal(LocalDate cutOff, String missing);

    @Override
    @Message("{source} ({#each causes}{it}{#if it_hasNext}; {/if}{/each})")
    String lacks(String source, List<String> causes);

    @Override
    @Message("feedback")
    String feedback();

    @Override
    @Message("milestones")
    String milestones();

    @Override
    @Message("tasks")
    String tasks();

    @Override
    @Message("readings of targets")
    String readings();

    @Override
    @Message("plans")
    String plans();

    @Override
    @Message("the working calendar")
    String calendar();

    @Override
    @Message("complete to {day} only")
    String completeTo(LocalDate day);

    @Override
    @Message("not known to be complete to any day")
    String notMarked();

    @Override
    @Message("the service that tells it misses something of this authority itself")
    String withheldBySource();

    @Override
    @Message("{#if count == 1l}1 record{#else}{count} records{/if} could not be processed")
    String deadLetters(long count);

    @Override
    @Message("{#if count == 1l}1 record waits for one before it{#else}{count} records wait for others before them{/if}")
    String eventsMissing(long count);
}
