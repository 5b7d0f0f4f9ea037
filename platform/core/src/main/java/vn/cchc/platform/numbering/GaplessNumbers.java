package vn.cchc.platform.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Numbers of a book (a register, outgoing reports) that start at 1 each year and leave no gap. */
@ApplicationScoped
public class GaplessNumbers {

    private final EntityManager entities;

    GaplessNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The next number. It belongs to the transaction: a rollback gives it back. Until the commit others wait for the same
     * book, so call this last.
     *
     * @param year the calendar year of entry in the book
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int next(UUID authorityId, int year, String book) {
        entities.flush();
        return ((Number) entities.createNativeQuery(
                                "INSERT INTO gapless_number AS g (authority_id, year, book, last) VALUES (?1, ?2, ?3, 1)"
                                        + " ON CONFLICT (authority_id, year, book) DO UPDATE SET last = g.last + 1 RETURNING last")
                        .setParameter(1, authorityId)
                        .setParameter(2, year)
                        .setParameter(3, book)
                        .getSingleResult())
                .intValue();
    }
}
