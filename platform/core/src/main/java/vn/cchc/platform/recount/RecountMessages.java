package vn.cchc.platform.recount;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** Reasons of recounts, which the history keeps in Vietnamese. */
@MessageBundle(value = "recount", locale = "vi")
public interface RecountMessages {

    @Message("{recount:ofDay(version, 'hạn', before, after)}")
    String ofDueDay(String version, LocalDate before, LocalDate after);

    @Message("{recount:ofDay(version, 'ngày làm việc cuối cùng trước hạn', before, after)}")
    String ofWorkDay(String version, LocalDate before, LocalDate after);

    @Message("{recount:ofDay(version, 'ngày chốt số liệu', before, after)}")
    String ofCutOff(String version, LocalDate before, LocalDate after);

    @Message("Tính lại theo bảng ngày làm việc {version}: {day} {before.dayVi}"
            + "{#if before == after} không đổi{#else} → {after.dayVi}{/if}")
    String ofDay(String version, String day, LocalDate before, LocalDate after);
}
