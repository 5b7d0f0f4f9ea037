package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;
import vn.cchc.platform.numbering.GaplessNumbers;

/** Register numbers of feedback lost in a restore: they are not reused and are shown in the register as lost. */
@ApplicationScoped
class LostRegisterNumbers implements LossHandler {

    private final FeedbackRepository repository;
    private final GaplessNumbers numbers;

    LostRegisterNumbers(FeedbackRepository repository, GaplessNumbers numbers) {
        this.repository = repository;
        this.numbers = numbers;
    }

    /** The part of the event that is read. */
    record Numbered(int number, int year) {}

    @Override
    public void lost(List<LostChange> lost) {
        List<LostChange> ofFeedback =
                lost.stream().filter(change -> change.kind().equals("feedback")).toList();
        Map<UUID, Feedback> kept =
                repository
                        .list(
                                "id in ?1",
                                ofFeedback.stream().map(LostChange::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Feedback::id, Function.identity()));
        List<GaplessNumbers.Given> given = new ArrayList<>();
        for (LostChange change : ofFeedback) {
            Numbered told = change.state(Numbered.class);
            Feedback here = kept.get(change.id());
            // A feedback resent before the loss was noticed has its own number.
            if (here == null || here.registerNumber() != told.number() || here.registerYear() != told.year()) {
                given.add(new GaplessNumbers.Given(
                        change.authorityId(),
                        told.year(),
                        told.number(),
                        change.id(),
                        change.stateJson(),
                        change.epoch()));
            }
        }
        numbers.lose(FeedbackRepository.REGISTER, given);
    }
}
