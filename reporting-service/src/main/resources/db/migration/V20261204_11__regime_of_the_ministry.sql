-- The regime of the Ministry of Home Affairs itself (581/BNV-CCHC): it counts to the middle of the last month and is sent by the 20th;
-- the third quarter is counted alone. Whether it is renewed after 2025 is open, so no end is set.
INSERT INTO reporting_regime (code, valid_from, name)
VALUES ('CCHC-BNV', '2018-01-01', 'Báo cáo công tác cải cách hành chính định kỳ theo Công văn số 581/BNV-CCHC của Bộ Nội vụ');
INSERT INTO reporting_regime_period (regime, valid_from, period, from_years, from_month, from_day, cut_off_anchor, cut_off_years,
                                     cut_off_month, cut_off_day, due_anchor, due_years, due_month, due_day)
VALUES ('CCHC-BNV', '2018-01-01', 'Q1', -1, 12, 15, 'YEAR', 0, 3, 14, 'YEAR', 0, 3, 20),
       ('CCHC-BNV', '2018-01-01', 'H1', -1, 12, 15, 'YEAR', 0, 6, 14, 'YEAR', 0, 6, 20),
       ('CCHC-BNV', '2018-01-01', 'Q3', 0, 6, 15, 'YEAR', 0, 9, 14, 'YEAR', 0, 9, 20),
       ('CCHC-BNV', '2018-01-01', 'YEAR', -1, 12, 15, 'YEAR', 0, 12, 14, 'YEAR', 0, 12, 20);
