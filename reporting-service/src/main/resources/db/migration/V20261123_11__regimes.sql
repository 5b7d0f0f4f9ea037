-- Report regimes (chế độ báo cáo) are data with a period of validity: recipients, outlines and cut-offs change by decree.
CREATE TABLE reporting_regime (
    code               text  NOT NULL,
    valid_from         date  NOT NULL,
    valid_to           date,
    name               text  NOT NULL,
    subject            text  NOT NULL,
    task_title_pattern text  NOT NULL,
    period_start_rule  text  NOT NULL,
    cut_off_rule       text  NOT NULL,
    document_symbol    text  NOT NULL,
    addressee_through  text,
    recipients         jsonb NOT NULL,
    on_behalf          text  NOT NULL,
    signing_office     text  NOT NULL,
    outline            jsonb NOT NULL,
    CONSTRAINT pk_reporting_regime PRIMARY KEY (code, valid_from),
    CONSTRAINT ck_reporting_regime_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT ck_reporting_regime_period_start_rule CHECK (period_start_rule IN ('FIRST_OF_JANUARY')),
    CONSTRAINT ck_reporting_regime_cut_off_rule CHECK (cut_off_rule IN ('ONE_WORKING_DAY_BETWEEN'))
);
COMMENT ON COLUMN reporting_regime.subject IS 'What reports of the regime are about, in the middle of a sentence.';
COMMENT ON COLUMN reporting_regime.task_title_pattern IS 'LIKE pattern over the folded title (lower case, no diacritics) of the plan''s task whose schedule it is.';
COMMENT ON COLUMN reporting_regime.outline IS 'Sections in order: code, label, title, level, and the area of the plan that a section tells of.';

INSERT INTO reporting_regime (code, valid_from, valid_to, name, subject, task_title_pattern, period_start_rule,
                              cut_off_rule, document_symbol, addressee_through, recipients, on_behalf, signing_office, outline)
VALUES ('CCHC', '2021-01-01', NULL,
        'Báo cáo công tác cải cách hành chính định kỳ',
        'công tác cải cách hành chính',
        'bao cao dinh ky hang quy, 6 thang, nam ve cchc%',
        'FIRST_OF_JANUARY', 'ONE_WORKING_DAY_BETWEEN', 'BC-UBND',
        'Phòng Nội vụ',
        '["Như trên", "Phòng Nội vụ", "Thường vụ Đảng ủy", "Thường trực HĐND xã", "CT và PCT UBND xã", "Các thành viên UBND xã", "Lưu: VT"]',
        'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH',
        '[{"code": "I", "label": "I.", "title": "Công tác chỉ đạo, điều hành cải cách hành chính", "level": 1, "kind": "DIRECTION", "area": 7},
          {"code": "II", "label": "II.", "title": "Kết quả thực hiện cải cách hành chính", "level": 1, "kind": "RESULTS"},
          {"code": "II.1", "label": "1.", "title": "Cải cách thể chế", "level": 2, "kind": "AREA", "area": 1},
          {"code": "II.2", "label": "2.", "title": "Cải cách thủ tục hành chính", "level": 2, "kind": "PROCEDURES", "area": 2},
          {"code": "II.3", "label": "3.", "title": "Cải cách tổ chức bộ máy hành chính", "level": 2, "kind": "AREA", "area": 3},
          {"code": "II.4", "label": "4.", "title": "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức", "level": 2, "kind": "AREA", "area": 4},
          {"code": "II.5", "label": "5.", "title": "Cải cách tài chính công", "level": 2, "kind": "AREA", "area": 5},
          {"code": "II.6", "label": "6.", "title": "Hiện đại hóa nền hành chính", "level": 2, "kind": "AREA", "area": 6},
          {"code": "III", "label": "III.", "title": "Đánh giá chung", "level": 1, "kind": "ASSESSMENT"},
          {"code": "IV", "label": "IV.", "title": "Nhiệm vụ trọng tâm kỳ tới", "level": 1, "kind": "NEXT"},
          {"code": "V", "label": "V.", "title": "Kiến nghị, đề xuất", "level": 1, "kind": "PROPOSALS"}]');
