package vn.cchc.plan.timing;

import java.util.List;

/** Words before a day or term that is itself in time. */
final class AtLatest {

    private static final List<String> WORDS = List.of(
            "cham nhat la den het",
            "cham nhat la den",
            "cham nhat la trong",
            "cham nhat la",
            "cham nhat den het",
            "cham nhat den",
            "cham nhat trong",
            "cham nhat vao",
            "cham nhat",
            "muon nhat la",
            "muon nhat trong",
            "muon nhat",
            "khong qua",
            "khong muon hon",
            "khong cham hon",
            "tu nay den het",
            "tu nay den",
            "den het",
            "den",
            "het",
            "vao luc",
            "vao",
            "luc",
            "trong");

    private static final List<String> TERM = List.of("thoi han", "han cuoi cung", "han cuoi", "han chot", "han");

    private AtLatest() {}

    /** Consumes "hạn", "thời hạn", "hạn cuối" and a colon behind them, where they are. */
    static void readTerm(Tokens tokens) {
        if (tokens.readAny(TERM).isPresent()) {
            tokens.read(":");
        }
    }

    /** Consumes them where they are. */
    static boolean read(Tokens tokens) {
        return tokens.readAny(WORDS).isPresent();
    }
}
