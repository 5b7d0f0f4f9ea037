package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.document.IssuerName;
import vn.cchc.feedback.document.LetterPdf;
import vn.cchc.feedback.document.PrintedLetter;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.text.PrintedDay;

/**
 * Letters of apology as documents of Decree 30/2020/NĐ-CP. What was released keeps the names that the authority and its unit had then; name
 * and address of the sender are those of now, so that what is erased or set right is so in the letter, too.
 */
@ApplicationScoped
class ApologyDocuments {

    private static final String TITLE = "THƯ XIN LỖI";
    private static final String SUBJECT = "Về việc chậm trả lời phản ánh, kiến nghị và hẹn lại ngày trả lời";

    private final KnownAuthorities authorities;

    ApologyDocuments(KnownAuthorities authorities) {
        this.authorities = authorities;
    }

    /** In the current transaction; laid out when it is sent. */
    Download of(Case one, ApologyLetter letter) {
        PrintedLetter printed = printed(one, letter);
        Feedback feedback = one.feedback();
        return new Download(
                LetterPdf.MEDIA_TYPE,
                "Thư xin lỗi, phản ánh kiến nghị số " + feedback.registerNumber() + "-" + feedback.registerYear()
                        + ".pdf",
                Download.Disposition.ATTACHMENT,
                LetterPdf.tag(printed),
                Optional.empty(),
                new FileContent.Made(() -> LetterPdf.of(printed)));
    }

    private PrintedLetter printed(Case one, ApologyLetter letter) {
        Feedback feedback = one.feedback();
        Optional<ApologyLetter.Release> release = letter.release();
        Optional<KnownAuthority> authority = release.map(
                        made -> authorities.findAsOf(feedback.authorityId(), made.at()))
                .orElseGet(() -> authorities.find(feedback.authorityId()));
        IssuerName issuer = new IssuerName(authority.map(KnownAuthority::name).orElse(""));
        Optional<UUID> unit = release.map(ApologyLetter.Release::unitId).orElseGet(feedback::unitId);
        Optional<String> unitName = unit.flatMap(id -> authority.flatMap(known -> known.unitName(id)));
        SenderDetails sender = one.sender().details();
        String numberInRegister = feedback.registerNumber() + "/" + feedback.registerYear();
        return new PrintedLetter(
                issuer.letterhead(),
                release.map(ApologyLetter.Release::documentNumber),
                authority.flatMap(KnownAuthority::printedPlace).orElseGet(issuer::place),
                release.map(made -> made.at().toLocalDate()),
                letter.writtenAt(),
                TITLE,
                SUBJECT,
                Stream.of(
                                Optional.of("Kính gửi: "
                                        + Optional.ofNullable(sender.name())
                                                .orElse("Người gửi phản ánh, kiến nghị số " + numberInRegister)),
                                Optional.ofNullable(sender.address()).map(address -> "Địa chỉ: " + address))
                        .flatMap(Optional::stream)
                        .toList(),
                new ApologyText(
                                issuer.full(),
                                PrintedDay.inFigures(feedback.receivedOn()),
                                feedback.registerNumber(),
                                feedback.registerYear(),
                                PrintedDay.inFigures(release.map(ApologyLetter.Release::dueOn)
                                        .orElse(feedback.limitClock().dueOn())),
                                letter.reason(),
                                PrintedDay.inFigures(letter.promisedOn()))
                        .paragraphs(),
                recipients(unitName),
                issuer.onBehalf(),
                release.flatMap(ApologyLetter.Release::signerTitle)
                        .map(title -> title.lines().toList())
                        .orElseGet(() -> List.of(issuer.head())),
                release.map(ApologyLetter.Release::by));
    }

    private static List<String> recipients(Optional<String> unit) {
        return List.of("Như trên", "Lưu: VT" + unit.map(name -> ", " + name).orElse(""));
    }
}
