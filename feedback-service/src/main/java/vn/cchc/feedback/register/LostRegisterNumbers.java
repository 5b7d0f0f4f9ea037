package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;
import vn.cchc.platform.numbering.GaplessNumbers;

/** Register numbers of feedback that a restore has lost: they are not given again, and stand in the register as lost. */
@ApplicationScoped
class LostRegisterNumbers implements LossHandler {

    private final FeedbackRepository repository;
    private final GaplessNumbers numbers;

    LostRegisterNumbers(FeedbackRepository repository, GaplessNumbers numbers) {
        this.repository = repository;
        this.numbers = numbers;
    }

    /** What is read of what was told. */
    record Numbered(int number, int year) {}

    @Override
    public void lost(List<LostChange> lost) {
        for (LostChange change : lost) {
            if (!change.kind().equals("feedback")) {
                continue;
            }
            Numbered given = change.state(Numbered.class);
            Feedback kept = repository.findById(change.id());
            // One that was sent again before the loss was noticed has a number of its own.
            if (kept == null || kept.registerNumber() != given.number() || kept.registerYear() != given.year()) {
                numbers.lose(
                        change.authorityId(),
                        given.year(),
                        FeedbackRepository.REGISTER,
                        given.number(),
                        change.id(),
                        change.stateJson(),
                        change.epoch());
            }
        }
    }
}
