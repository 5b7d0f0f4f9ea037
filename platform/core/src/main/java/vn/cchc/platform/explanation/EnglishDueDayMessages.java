package vn.cchc.platform.explanation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.time.LocalDate;
import java.util.List;

/** The derivation of a due day, in English. */
@Localized("en")
public interface EnglishDueDayMessages extends DueDayMessages {

    @Override
    @Message("{amount} hours")
    String hours(int amount);

    @Override
    @Message("{amount} day{#if amount != 1}s{/if}")
    String days(int amount);

    @Override
    @Message("{amount} working day{#if amount != 1}s{/if}")
    String workingDays(int amount);

    @Override
    @Message("{amount} week{#if amount != 1}s{/if}")
    String weeks(int amount);

    @Override
    @Message("{amount} month{#if amount != 1}s{/if}")
    String months(int amount);

    @Override
    @Message("{term} from the day after {event.dayEn}{#if stays}, not moved to the next working day{/if}")
    String term(String term, LocalDate event, boolean stays);

    @Override
    @Message(
            "{term} from the moment of the event on {event.dayEn}: it ends at that hour and is not moved to the next working day")
    String hoursAfter(String term, LocalDate event);

    @Override
    @Message("{term} before the event on {event.dayEn} at the latest, not moved to a later day")
    String termBefore(String term, LocalDate event);

    @Override
    @Message("An extension of {term} from the day after the due day before, {dueBefore.dayEn}"
            + "{#if stays}, not moved to the next working day{/if}")
    String extension(String term, LocalDate dueBefore, boolean stays);

    @Override
    @Message("Before {day.dayEn}, that day excluded")
    String before(LocalDate day);

    @Override
    @Message("Before {day.dayEn}, that day included")
    String beforeInclusive(LocalDate day);

    @Override
    @Message("On {day.dayEn} at the latest")
    String atLatest(LocalDate day);

    @Override
    @Message("Civil Code 2015, art. 147(3); art. 148({paragraph}){#if rolls}, (5){/if} and (6)")
    String clauseOfTerm(int paragraph, boolean rolls);

    @Override
    @Message("Civil Code 2015, art. 147(1)")
    String clauseOfHours();

    @Override
    @Message(
            "Counted back from the event, whose own day is not counted (Civil Code 2015, art. 147(3)); not moved to a later day,"
                    + " on which less than the term would be left before the event")
    String clauseOfTermBefore();

    @Override
    @Message("A deadline named in the document, no term under art. 147–148 of the Civil Code 2015: it is not moved to a"
            + " later day")
    String clauseOfDeadline();

    @Override
    @Message("The day of the event, {day.dayEn}, is not counted")
    String event(LocalDate day);

    @Override
    @Message("The event is on {day.dayEn}")
    String eventWithinDay(LocalDate day);

    @Override
    @Message("The due day before, {day.dayEn}; the extension begins on the next day")
    String extended(LocalDate day);

    @Override
    @Message("Worded \"before {day.dayEn}\"")
    String wordedBefore(LocalDate day);

    @Override
    @Message("The last day is {day.dayEn}")
    String lastDay(LocalDate day);

    @Override
    @Message("The term of {term} ends on {day.weekdayEn}, {day.dayEn}")
    String termEnds(String term, LocalDate day);

    @Override
    @Message("{term} before the event is {day.weekdayEn}, {day.dayEn}")
    String termBeforeEnds(String term, LocalDate day);

    @Override
    @Message("The extension of {term} ends on {day.weekdayEn}, {day.dayEn}")
    String extensionEnds(String term, LocalDate day);

    @Override
    @Message("Before {named.dayEn} means {day.dayEn} at the latest")
    String beforeMeans(LocalDate named, LocalDate day);

    @Override
    @Message("The authority has settled that {day.dayEn} itself is in time")
    String settledInclusive(LocalDate day);

    @Override
    @Message("{day.dayEn} ({reason}): not counted")
    String notCounted(LocalDate day, String reason);

    @Override
    @Message("{day.dayEn} ({day.weekdayEn}): worked in exchange for {exchangedFor.dayEn}, counted")
    String madeUp(LocalDate day, LocalDate exchangedFor);

    @Override
    @Message("{day.dayEn} ({reason}): moved to the next day")
    String rolledPast(LocalDate day, String reason);

    @Override
    @Message("Next working day: {day.weekdayEn}, {day.dayEn}")
    String rolledTo(LocalDate day);

    @Override
    @Message("{day.dayEn} ({reason}): a day off")
    String dayOff(LocalDate day, String reason);

    @Override
    @Message("Last working day before it: {day.weekdayEn}, {day.dayEn}")
    String workOn(LocalDate day);

    @Override
    @Message(
            "Provisional: there is no table of working days for {#each years}{it}{#if it_hasNext}, {/if}{/each} yet; the fixed"
                    + " holidays and the expected lunar ones were used, and it may change when the table comes")
    String provisional(List<Integer> years);

    @Override
    @Message(
            "The due day of the answer was counted anew by a new table of working days: {before.dayEn} → {dueOn.dayEn}.")
    String answerDayMoved(LocalDate before, LocalDate dueOn);

    @Override
    @Message("Extension {number}: by {term}; the answer is due by the end of {dueOn.dayEn}.")
    String answerDayExtended(int number, String term, LocalDate dueOn);

    @Override
    @Message("The due day of the answer, {dueOn.dayEn}, is provisional: the term touches a year whose days off are not"
            + " announced yet; it may change.")
    String answerDayMayMove(LocalDate dueOn);
}
