package vn.cchc.feedback.document;

/** The national title and motto at the head of documents (Decree 30/2020/NĐ-CP, Appendix I, II.1). */
public final class NationalTitle {

    public static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    private NationalTitle() {}
}
