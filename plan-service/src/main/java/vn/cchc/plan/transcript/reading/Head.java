package vn.cchc.plan.transcript.reading;

import java.time.LocalDate;

/**
 * The head of a plan as far as it was found; what was not is null.
 *
 * @param statedTotal grand total printed beneath the annex, in đồng
 */
public record Head(
        String number, String title, String issuer, String place, LocalDate signedOn, Integer year, Long statedTotal) {

    Head withStatedTotal(Long total) {
        return new Head(number, title, issuer, place, signedOn, year, total);
    }
}
