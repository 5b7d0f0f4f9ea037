package vn.cchc.platform.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day in figures, as Vietnamese documents print it. */
public final class PrintedDay {

    private static final DateTimeFormatter IN_FIGURES = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private PrintedDay() {}

    /** 05/02/2021. */
    public static String inFigures(LocalDate day) {
        return IN_FIGURES.format(day);
    }
}
