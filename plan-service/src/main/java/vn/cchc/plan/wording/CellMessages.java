package vn.cchc.plan.wording;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How pages and files for people name the cells of a plan and the severities of findings. In Vietnamese, as the plan itself. */
@MessageBundle(value = "cells", locale = "vi")
public interface CellMessages {

    @Message("Mâu thuẫn")
    String error();

    @Message("Thiếu, không đọc được hoặc có thể nhầm")
    String warning();

    @Message("Lưu ý")
    String notice();

    @Message("TT")
    String code();

    @Message("Nhiệm vụ")
    String title();

    @Message("Chủ trì")
    String lead();

    @Message("Phối hợp")
    String coordinating();

    @Message("Sản phẩm")
    String products();

    @Message("Thời gian")
    String timing();

    @Message("Kinh phí")
    String amount();

    @Message("{#if heading}Cột \"{heading}\"{#else}Cột khác{/if}")
    String otherCells(String heading);

    @Message("Chỉ tiêu (lĩnh vực {area}, thứ {target})")
    String target(int area, int target);

    @Message("Cơ quan ban hành (phần đầu văn bản)")
    String issuer();

    @Message("Tổng kinh phí (phần đầu văn bản)")
    String statedTotal();
}
