package vn.cchc.reporting.narrative;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.cchc.reporting.narrative.fact.Continuous;
import vn.cchc.reporting.narrative.fact.Entry;
import vn.cchc.reporting.narrative.fact.FeedbackHandled;
import vn.cchc.reporting.narrative.fact.LateAdditions;
import vn.cchc.reporting.narrative.fact.Milestones;

/** Message bundle of reports. Vietnamese only, as administrative documents are. */
@MessageBundle(value = "report", locale = "vi")
public interface ReportMessages {

    /** "Kết quả công tác cải cách hành chính quý I năm 2021". */
    @Message("Kết quả {subject} {period}")
    String title(String subject, String period);

    /** @param plan number and day */
    @Message(
            "Thực hiện Kế hoạch {plan} của {issuer} về {subject} năm {year}, {report:results(issuer, subject, period, from, to)}")
    String openingByPlan(
            String plan, int year, String issuer, String subject, String period, LocalDate from, LocalDate to);

    @Message("Thực hiện chế độ báo cáo định kỳ về {subject}, {report:results(issuer, subject, period, from, to)}")
    String opening(String issuer, String subject, String period, LocalDate from, LocalDate to);

    @Message(
            "{issuer} báo cáo kết quả {subject} {period} (số liệu tính từ {from.inWords} đến hết {to.inWords}) như sau:")
    String results(String issuer, String subject, String period, LocalDate from, LocalDate to);

    /** Administrative texts end with "./.". */
    @Message("Trên đây là báo cáo kết quả {subject} {period} của {issuer}./.")
    String conclusion(String issuer, String subject, String period);

    @Message("số {number}")
    String plan(String number);

    @Message("số {number} {issuedOn.inWords}")
    String planOfDay(String number, LocalDate issuedOn);

    @Message(
            "{issuer} đã ban hành Kế hoạch {plan} về {subject} năm {year}, gồm {tasks} nhiệm vụ cụ thể, phân công bộ phận"
                    + " chủ trì, phối hợp, xác định sản phẩm kiểm chứng và thời gian thực hiện của từng nhiệm vụ.")
    String planIssued(String issuer, String plan, String subject, int year, long tasks);

    @Message("Kế hoạch không có nhiệm vụ thuộc lĩnh vực này.")
    String noTaskInArea();

    @Message("Không có kiến nghị, đề xuất.")
    String noProposal();

    @Message("Trong kỳ {report:due(of)}")
    String milestones(Milestones of);

    @Message("Trên tất cả các lĩnh vực của kế hoạch: trong kỳ {report:due(of)}")
    String milestonesOfAllAreas(Milestones of);

    /** A rate is always given with its denominator. */
    @Message("{#if !of.due}không có nhiệm vụ đến hạn."
            + "{#else if !of.owed}có {of.due.padded} mốc nhiệm vụ đến hạn, đều được miễn thực hiện."
            + "{#else}có {of.due.padded} mốc nhiệm vụ đến hạn"
            + "{#if of.waived}, trong đó {of.waived.padded} mốc được miễn thực hiện{/if}; "
            + "{#if !of.accepted}chưa hoàn thành mốc nào"
            + "{#else}đã hoàn thành {of.accepted.padded}/{of.owed.padded} mốc{#if of.waived} phải thực hiện{/if} (đạt {of.rate.percent})"
            + "{#if of.late}, trong đó {of.late.padded} mốc chậm hạn{/if}{/if}"
            + "{#if of.submitted}; chờ nghiệm thu {of.submitted.padded} mốc đã nộp sản phẩm{/if}"
            + "{#if of.overdue}; còn {of.overdue.padded} mốc đã quá hạn{/if}.{/if}"
            + "{#if of.carriedOver} Còn {of.carriedOver.padded} mốc đến hạn từ trước kỳ chưa hoàn thành.{/if}")
    String due(Milestones of);

    /** No final punctuation: a full stop, or a colon and a list, follows. */
    @Message(
            "{#if !of.reported}Có {of.owing.padded} nhiệm vụ thường xuyên chưa báo cáo tiến độ"
                    + "{#else if of.complete}Toàn bộ {of.owing.padded} nhiệm vụ thường xuyên đã báo cáo tiến độ"
                    + "{#else}Trong {of.owing.padded} nhiệm vụ thường xuyên, {of.reported.padded} nhiệm vụ đã báo cáo tiến độ{/if}")
    String continuous(Continuous of);

    @Message("Nhiệm vụ đã hoàn thành")
    String done();

    @Message("Nhiệm vụ hoàn thành trước hạn")
    String doneEarly();

    @Message("Nhiệm vụ quá hạn, chưa hoàn thành")
    String overdue();

    @Message("{#if of.heading}{of.heading} - {/if}{of.title}{#if of.things}: {of.things}{/if}"
            + " ({#if of.lead}{of.lead}{#else}chưa rõ bộ phận chủ trì{/if}"
            + "{#if of.several}, {of.milestones.padded} mốc{/if}")
    String led(Entry of);

    @Message("- {report:led(of)}).")
    String entry(Entry of);

    @Message("- {report:led(of)}, hạn {#if of.several}sớm nhất {/if}{report:day(due, provisional)}).")
    String entryOfDay(Entry of, LocalDate due, boolean provisional);

    /** States when a due day is provisional. */
    @Message("{due.inFigures}{#if provisional}, tạm tính{/if}")
    String day(LocalDate due, boolean provisional);

    @Message("- Và {more.padded} nhiệm vụ khác, nêu tại Phụ lục II.")
    String moreEntries(long more);

    @Message(
            "Về tiếp nhận, xử lý phản ánh, kiến nghị (PAKN) của cá nhân, tổ chức: trong kỳ"
                    + "{#if !of.received} không tiếp nhận PAKN nào"
                    + "{#else} tiếp nhận {of.received.padded} PAKN"
                    + "{#if of.channels} ({#each of.channels}{it.channel.inText} {it.received.padded}{#if it_hasNext}, {/if}{/each}){/if}{/if}.")
    String feedbackReceived(FeedbackHandled of);

    @Message("Tính đến hết ngày {cutOff.inFigures}, "
            + "{#if !of.answered}chưa trả lời PAKN nào"
            + "{#else}đã trả lời {of.answered.padded} PAKN, trong đó {of.inTime.padded} PAKN đúng hạn, {of.late.padded} PAKN"
            + " trễ hạn (tỷ lệ đúng hạn đạt {of.rate.percent}){/if}"
            + "{#if of.open}; đang xử lý {of.open.padded} PAKN, {#if of.overdue}trong đó {of.overdue.padded} PAKN đã quá hạn"
            + "{#else}không có PAKN quá hạn{/if}{/if}"
            + "{#if of.refused}; từ chối tiếp nhận {of.refused.padded} PAKN{/if}"
            + "{#if of.referred}; chuyển cơ quan có thẩm quyền {of.referred.padded} PAKN{/if}"
            + "{#if of.withdrawn}; người gửi rút lại {of.withdrawn.padded} PAKN{/if}.")
    String feedbackHandled(FeedbackHandled of, LocalDate cutOff);

    @Message(
            "Bổ sung sau chốt số liệu kỳ trước: {of.all.padded} PAKN tiếp nhận đến hết ngày {of.previousCutOff.inFigures} nhưng"
                    + " ghi nhận sau khi chốt số liệu kỳ trước ("
                    + "{#if of.counted}{of.counted.padded} PAKN tiếp nhận trong kỳ, đã tính trong các số liệu trên{/if}"
                    + "{#if of.counted && of.before}; {/if}"
                    + "{#if of.before}{of.before.padded} PAKN tiếp nhận trước kỳ, không tính trong các số liệu trên{/if}).")
    String lateAdditions(LateAdditions of);

    @Message(
            "Kết quả đạt được: {#each achieved}{it}{#if it_hasNext}; {/if}{#else}chưa phát sinh số liệu trong kỳ{/each}.")
    String achieved(List<String> achieved);

    @Message("hoàn thành {accepted.padded}/{owed.padded} mốc nhiệm vụ phải thực hiện trong kỳ, đạt {rate.percent}")
    String milestonesAchieved(long accepted, long owed, BigDecimal rate);

    @Message("trả lời đúng hạn {inTime.padded}/{answered.padded} PAKN đã trả lời, đạt {rate.percent}")
    String answersAchieved(long inTime, long answered, BigDecimal rate);

    @Message("Tồn tại, hạn chế: {#each shortcomings}{it}{#if it_hasNext}; {/if}"
            + "{#else}không có nhiệm vụ quá hạn, không có PAKN trả lời trễ hạn{/each}.")
    String shortcomings(List<String> shortcomings);

    @Message("còn {count.padded} mốc nhiệm vụ quá hạn chưa hoàn thành")
    String milestonesOverdue(long count);

    @Message("còn {count.padded} mốc nhiệm vụ đến hạn từ trước kỳ chưa hoàn thành")
    String milestonesCarriedOver(long count);

    @Message("hoàn thành chậm hạn {count.padded} mốc nhiệm vụ")
    String milestonesLate(long count);

    @Message("trả lời trễ hạn {count.padded} PAKN")
    String answersLate(long count);

    @Message("còn {count.padded} PAKN quá hạn chưa trả lời")
    String answersOverdue(long count);

    @Message("Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; không có nhiệm vụ nào có hạn đến ngày"
            + " {horizon.inFigures}.")
    String nothingDueNext(LocalDate horizon);

    @Message("Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; hoàn thành các nhiệm vụ có hạn đến ngày"
            + " {horizon.inFigures}")
    String dueNext(LocalDate horizon);

    @Message("Giải quyết dứt điểm {open.padded} PAKN đang xử lý.")
    String feedbackOpen(long open);

    /** Printed beneath the table of figures if they were approved incomplete. */
    @Message("Số liệu phê duyệt khi chưa đủ nguồn: {reason} (Còn thiếu: {missing}.)")
    String approvedIncomplete(String reason, String missing);

    @Message("BÁO CÁO")
    String report();

    @Message("{superior} (qua {office})")
    String addresseeThrough(String superior, String office);

    @Message("Qua hình thức {channel}")
    String byChannel(String channel);

    @Message("Bảng 1. Kết quả tiếp nhận, xử lý phản ánh, kiến nghị")
    String tableOfFeedback();

    @Message("TT")
    String columnPosition();

    @Message("Nội dung")
    String columnContent();

    @Message("Đơn vị")
    String columnUnit();

    @Message("Số liệu")
    String columnFigure();

    @Message("Phụ lục I")
    String appendixOfIndicators();

    @Message("Kết quả thực hiện kế hoạch và xử lý PAKN")
    String indicatorsOfReport();

    @Message("Chỉ tiêu của kế hoạch đã có số liệu")
    String indicatorsOfPlan();

    @Message("Chưa có số liệu trong kỳ")
    String noReading();

    @Message("Đạt")
    String targetMet();

    @Message("Chưa đạt")
    String targetMissed();

    @Message("ngoài kế hoạch")
    String targetOurs();

    @Message("Chỉ tiêu")
    String columnIndicator();

    @Message("Kế hoạch")
    String columnPlanned();

    @Message("Thực hiện")
    String columnActual();

    @Message("Ghi chú")
    String columnRemark();

    @Message("Phụ lục II")
    String appendixOfTasks();

    @Message("Nhiệm vụ")
    String columnTask();

    @Message("Chủ trì")
    String columnLead();

    @Message("Sản phẩm kiểm chứng")
    String columnProducts();

    @Message("Thời gian thực hiện")
    String columnTiming();

    @Message("Hoàn thành / đến hạn")
    String columnDoneOfDue();

    @Message("Tình trạng")
    String columnStanding();

    @Message("CÁC CHỈ TIÊU {subject} {period}")
    String indicators(String subject, String period);

    @Message("TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ {period}")
    String tasks(String period);

    @Message("Quá hạn ({report:day(due, provisional)})")
    String standsOverdue(LocalDate due, boolean provisional);

    @Message("Chờ nghiệm thu")
    String standsSubmitted();

    @Message("Hoàn thành chậm hạn {count.padded} mốc")
    String standsDoneLate(long count);

    @Message("Hoàn thành đúng hạn")
    String standsDoneInTime();

    @Message("Thường xuyên, đã báo cáo tiến độ")
    String standsProgressTold();

    @Message("Thường xuyên, chưa báo cáo tiến độ")
    String standsProgressOwed();

    @Message("Được miễn thực hiện")
    String standsWaived();

    @Message("Hoàn thành trước hạn {count.padded} mốc")
    String standsDoneEarly(long count);

    @Message("Đã hoàn thành")
    String standsDoneBefore();

    @Message("Chưa đến hạn")
    String standsNotYetDue();

    @Message("Kế hoạch không nêu hạn")
    String standsWithoutDay();

    @Message("Chưa phát sinh")
    String standsNotArisen();
}
