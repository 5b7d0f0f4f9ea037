package vn.cchc.plan.importing.review;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How the page of a review tells what was changed in a draft. In Vietnamese, as the plan itself. */
@MessageBundle(value = "changes", locale = "vi")
public interface ChangeMessages {

    @Message("thêm dòng")
    String added();

    @Message("bỏ dòng")
    String removed();

    @Message("chuyển chỗ")
    String moved();

    @Message("(ở chỗ khác)")
    String elsewhere();

    @Message("{text} (gắn với dòng {rows})")
    String linked(String text, String rows);

    @Message("Kinh phí (như in)")
    String printedAmount();

    @Message("Số của kế hoạch")
    String number();

    @Message("Tên kế hoạch")
    String title();

    @Message("Cơ quan ban hành")
    String issuer();

    @Message("Nơi ban hành")
    String place();

    @Message("Ngày ban hành")
    String signedOn();

    @Message("Năm kế hoạch")
    String year();

    @Message("Tổng kinh phí")
    String statedTotal();

    @Message("Mục tiêu")
    String objectives();

    @Message("Yêu cầu")
    String requirements();

    @Message("Tên lĩnh vực {area}")
    String areaTitle(int area);

    @Message("Chỉ tiêu của lĩnh vực {area}")
    String targets(int area);

    @Message("Nhiệm vụ của lĩnh vực {area}")
    String measures(int area);

    @Message("Tổ chức thực hiện")
    String arrangements();

    @Message("Nơi nhận")
    String recipients();

    @Message("Tên phụ lục")
    String annexHeadings();
}
