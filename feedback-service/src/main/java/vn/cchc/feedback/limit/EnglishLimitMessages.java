package vn.cchc.feedback.limit;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.time.LocalDate;

/** The derivation of a due moment within a day, in English. */
@Localized("en")
public interface EnglishLimitMessages extends LimitMessages {

    @Override
    @Message("{amount} working hour{#if amount != 1}s{/if}")
    String hours(int amount);

    @Override
    @Message("{term} from {time} on {day.dayEn}, by the office hours of the authority")
    String term(String term, String time, LocalDate day);

    @Override
    @Message("An extension of {term} from the due moment before, {time} on {day.dayEn}")
    String extension(String term, String time, LocalDate day);

    @Override
    @Message("Civil Code 2015, art. 147(1); office hours {offices}")
    String clause(String offices);

    @Override
    @Message("From {time} on {day.weekdayEn}, {day.dayEn}, within office hours: counted from then on")
    String arrived(String time, LocalDate day);

    @Override
    @Message("From {time} on {day.weekdayEn}, {day.dayEn}, outside office hours or while paused: counted from"
            + " {fromTime} on {from.weekdayEn}, {from.dayEn}")
    String arrivedBefore(String time, LocalDate day, String fromTime, LocalDate from);

    @Override
    @Message("The due moment before, {time} on {day.dayEn}; the extension goes on from there")
    String extended(String time, LocalDate day);

    @Override
    @Message("Paused from {time} on {day.dayEn} to {toTime} on {to.dayEn}: {hours} h {minutes} min of office time not"
            + " counted")
    String paused(String time, LocalDate day, String toTime, LocalDate to, long hours, int minutes);

    @Override
    @Message("The term of {term} ends at {time} on {day.weekdayEn}, {day.dayEn}")
    String termEnds(String term, String time, LocalDate day);

    @Override
    @Message("The extension of {term} ends at {time} on {day.weekdayEn}, {day.dayEn}")
    String extensionEnds(String term, String time, LocalDate day);

    @Override
    @Message("Extension {number}: by {term}; the answer is due before {time} on {day.dayEn}.")
    String answerExtended(int number, String term, String time, LocalDate day);

    @Override
    @Message("Extension {number}: by {term}; the answer is due on {day.dayEn} at the latest.")
    String answerExtendedTo(int number, String term, LocalDate day);
}
