package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.NamedRow;

/** Messages of findings in Vietnamese. */
@MessageBundle(value = "finding", locale = "vi")
public interface FindingMessages {

    @Message("Mục {found.row.name} ghi {found.stated.dong}, các nhiệm vụ bên dưới cộng lại {found.computed.dong}")
    String budgetHeadingDiffers(Figures.HeadingAmount found);

    @Message("Tổng kinh phí ghi {found.stated.dong}, các nhiệm vụ cộng lại {found.computed.dong}")
    String budgetTotalDiffers(Figures.TotalAmount found);

    @Message("Mã {found.code} được dùng {found.times} lần")
    String codeDuplicate(Figures.DuplicateCode found);

    /** @param normalised empty when no code can be recognised */
    @Message("Mã \"{printed}\" không đúng dạng{#if normalised}, đọc là {normalised}{/if}")
    String codeMalformed(String printed, String normalised);

    @Message("Mã {found.code} nằm dưới mục {found.parentCode}")
    String codeOutOfPlace(Figures.CodeOutOfPlace found);

    @Message("\"{found.unit}\" được viết theo {found.spellings.size} cách:"
            + " {#each found.spellings}\"{it.text}\"{#if it_hasNext}, {/if}{/each}")
    String unitSpellings(Figures.UnitSpellings found);

    @Message("\"{found.text}\" không phải là bộ phận đã khai báo của cơ quan")
    String unitUnknown(Figures.UnknownUnit found);

    /** @param tasks 0 for one task */
    @Message("{#if tasks > 0}{#if tasks == all}Cả {tasks} nhiệm vụ đều{#else}{tasks} trong {all} nhiệm vụ"
            + "{/if}{#else}Nhiệm vụ {row.name}{/if} chưa có bộ phận chủ trì")
    String leadMissing(NamedRow row, int tasks, int all);

    /** @param tasks 0 for one task */
    @Message("{#if tasks > 0}{#if tasks == all}Cả {tasks} nhiệm vụ đều{#else}{tasks} trong {all} nhiệm vụ"
            + "{/if}{#else}Nhiệm vụ {row.name}{/if} chưa có thời gian thực hiện")
    String timingMissing(NamedRow row, int tasks, int all);

    /** @param reason empty when it is not known */
    @Message("Không đọc được thời gian \"{found.text}\": hạn do người dùng đặt{#if reason} ({reason}){/if}")
    String timingUnread(Figures.UnreadTiming found, String reason);

    @Message("dòng trước không có thời gian")
    String timingSameAsBefore();

    @Message("đó là ngày sớm nhất, không phải là hạn")
    String timingEarliestDay();

    @Message("không nêu một ngày nhất định")
    String timingVague();

    @Message("có ngày hoặc tháng không đúng")
    String timingNoSuchDay();

    @Message("giờ làm việc, hoặc số giờ không tròn ngày, không cho biết hạn là ngày nào")
    String timingHours();

    @Message("không rõ số ngày, tuần, tháng tính từ sự kiện nào hoặc cho kỳ nào")
    String timingTermWithoutEvent();

    @Message("không có từ chỉ thời gian")
    String timingNoTime();

    @Message("cách ghi chưa có trong quy tắc đọc")
    String timingUnknownWording();

    @Message("Hạn của nhiệm vụ {found.row.name} rơi vào ngày nghỉ:"
            + " {#each found.days}{it.dueOn.vi} ({it.reason}; ngày làm việc trước đó {it.workOn.vi})"
            + "{#if it_hasNext}, {/if}{/each}")
    String dueOnDayOff(Figures.DaysOff found);

    @Message("Chưa có bảng ngày làm việc năm {#each found.years}{it}{#if it_hasNext}, {/if}{/each}:"
            + " hạn của {found.tasks} nhiệm vụ là tạm tính, có thể thay đổi khi có bảng")
    String dueProvisional(Figures.ProvisionalDueDays found);

    @Message("Mốc {found.day.vi} của nhiệm vụ {found.row.name} đến hạn ngày {found.dueOn.vi}, ngoài năm {found.year}")
    String deadlineOutsideYear(Figures.DeadlineOutsideYear found);

    @Message("Chỉ tiêu \"{found.target}\" ({found.body}) khác với phụ lục, dòng {found.row.order}:"
            + " \"{found.row.title}\" ({found.annex})")
    String targetConflict(Figures.TargetConflict found);

    /** @param why one of the reasons below */
    @Message("Chưa đọc được chỉ tiêu \"{text}\": {why}. Chỉ tiêu được giữ như đã in, không có mức để so sánh")
    String targetUnread(String text, String why);

    @Message("có nhiều số liệu, chưa rõ là một hay nhiều chỉ tiêu")
    String severalFigures();

    @Message("số liệu chỉ ước chừng hoặc có lựa chọn")
    String approximateFigure();

    @Message("chưa rõ số liệu là mức tối thiểu hay tối đa")
    String unknownDirection();

    @Message("các từ chỉ mức (tối thiểu, tối đa, trên, dưới …) mâu thuẫn hoặc không gắn với số liệu")
    String unclearBounds();

    @Message("chưa rõ tăng, giảm theo phần trăm, theo điểm phần trăm hay đến mức nào")
    String unclearChange();

    @Message("trước số liệu có từ phủ định hoặc điều kiện")
    String negatedFigure();

    @Message("số liệu không ở dạng nhận biết được")
    String unknownFigure();

    @Message("đơn vị tính không nhận biết được")
    String unknownMeasure();

    @Message("Cơ quan ban hành ghi \"{found.printed}\", cơ quan nhận kế hoạch là \"{found.authority}\"")
    String issuerDiffers(Figures.OtherIssuer found);

    @Message("Mục \"{found.row.title}\" được ghép với lĩnh vực {found.areaNumber} \"{found.areaTitle}\""
            + " vì chỉ còn lại hai phần này")
    String areaByElimination(Figures.AreaByElimination found);

    /**
     * @param sections 0 for one section, or for tasks
     * @param tasks 0 for sections
     */
    @Message("{#if tasks > 0}{#if tasks == all}Phụ lục không chia theo lĩnh vực: cả {tasks} nhiệm vụ không ứng với lĩnh"
            + " vực nào của kế hoạch{#else}{tasks} trong {all} nhiệm vụ không nằm trong mục nào ứng với lĩnh vực của kế"
            + " hoạch{/if}{#else if sections > 0}{sections} mục của phụ lục không ứng với lĩnh vực nào của kế hoạch"
            + "{#else}Mục \"{row.title}\" không ứng với lĩnh vực nào của kế hoạch{/if}")
    String areaUnknown(NamedRow row, int sections, int tasks, int all);

    @Message("Nhiệm vụ {found.row.name} có báo cáo đến hạn trước khi kỳ kết thúc:"
            + " {#each found.reports}{it.period} có hạn {it.day.vi} (kỳ kết thúc {it.ends.vi})"
            + "{#if it_hasNext}, {/if}{/each}")
    String dueBeforePeriodEnds(Figures.DueBeforePeriodEnds found);

    @Message("Nhiệm vụ {found.row.name} nêu kỳ báo cáo mà không nêu ngày:"
            + " {#each found.periods}{it}{#if it_hasNext}, {/if}{/each}. Các kỳ này chưa có hạn")
    String scheduleWithoutDay(Figures.ScheduleWithoutDay found);

    @Message("Kinh phí của {found.row.name} ghi là \"{found.printed}\" mà chưa rõ số tiền: không tính vào tổng nào")
    String amountUnread(Figures.UnreadAmount found);

    /**
     * @param doubt one of the sentences on doubts of {@link FileNoteMessages}
     * @param others how many more of that kind
     * @param where of the first
     */
    @Message("{doubt}. Trong tệp: {where}{#if others > 0}; và {others} chỗ khác{/if}")
    String fileDoubt(String doubt, int others, String where);

    /**
     * @param why one of the reasons of {@link FileNoteMessages}
     * @param printed empty where there is no text
     */
    @Message("Ô của tệp{#if printed} \"{printed}\"{/if} chưa được đưa vào kế hoạch: {why}. Trong tệp:"
            + " {where}{#if others > 0}; và {others} ô khác{/if}")
    String fileCellLeft(String why, String printed, int others, String where);

    @Message("{count} nội dung của tệp chưa được đưa vào kế hoạch: {why}. Trong tệp: {where}{#if printed},"
            + " \"{printed}\"{/if}{#if count > 1} …{/if}")
    String fileTextLeft(String why, String printed, int count, String where);

    @Message("Ngoài phần đã liệt kê, tệp còn {found.doubts} điểm chưa rõ và {found.untranscribed} nội dung chưa được"
            + " đưa vào kế hoạch")
    String fileFurther(Figures.FurtherInFile found);

    /**
     * @param sheet empty for other files than workbooks
     * @param row 0 outside tables
     * @param column empty where there is no heading
     */
    @Message("{#if sheet}trang tính \"{sheet}\"{#else}đoạn hoặc bảng thứ {block}{/if}{#if row > 0}, dòng"
            + " {row}{/if}{#if column}, cột \"{column}\"{/if}")
    String inFile(String sheet, int block, int row, String column);
}
