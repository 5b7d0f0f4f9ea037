package vn.cchc.feedback.register.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.text.VietnameseText;

/** What stands in a cell of the register. A spreadsheet has numbers and days as such, so that people can sort by them. */
sealed interface RegisterCell {

    RegisterCell EMPTY = new Text("");

    /** As paper shows it; lines are told apart by line feeds. */
    String printed();

    record Figure(int value) implements RegisterCell {

        @Override
        public String printed() {
            return String.valueOf(value);
        }
    }

    record Day(LocalDate value) implements RegisterCell {

        @Override
        public String printed() {
            return PrintedDay.inFigures(value);
        }
    }

    /** Vietnamese local time, to the minute. */
    record Moment(LocalDateTime value) implements RegisterCell {

        private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

        @Override
        public String printed() {
            return PRINTED.format(value);
        }
    }

    /** @param printed composed (NFC) */
    record Text(String printed) implements RegisterCell {}

    /** One line for each part; those that are null are left out. */
    static RegisterCell of(String... parts) {
        String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return text.isEmpty() ? EMPTY : new Text(VietnameseText.nfc(text));
    }
}
