package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;
import java.util.List;

/** Messages on incomplete figures, in Vietnamese. */
@MessageBundle(value = "completeness", locale = "vi")
public interface CompletenessMessages {

    @Message("Chưa thể phê duyệt: số liệu đến hết ngày {cutOff.inFigures} chưa đủ nguồn. Còn thiếu: {missing}.")
    String refusal(LocalDate cutOff, String missing);

    @Message("{source} ({#each causes}{it}{#if it_hasNext}; {/if}{/each})")
    String lacks(String source, List<String> causes);

    @Message("phản ánh, kiến nghị")
    String feedback();

    @Message("mốc nhiệm vụ")
    String milestones();

    @Message("nhiệm vụ")
    String tasks();

    @Message("số liệu chỉ tiêu")
    String readings();

    @Message("kế hoạch")
    String plans();

    @Message("lịch làm việc")
    String calendar();

    @Message("mới đủ đến hết ngày {day.inFigures}")
    String completeTo(LocalDate day);

    @Message("chưa rõ đủ đến ngày nào")
    String notMarked();

    @Message("dịch vụ nguồn còn thiếu dữ liệu của cơ quan này")
    String withheldBySource();

    @Message("{count.padded} bản ghi chưa xử lý được")
    String deadLetters(long count);

    @Message("{count.padded} bản ghi chờ bản ghi đứng trước")
    String eventsMissing(long count);
}
