INSERT INTO accounts (id, email_print, email, subject_print, role, scope_kind, scope_code, created, disabled) VALUES
  ('00000000000000000000000000000001', 'a1', 'sealed-1', NULL, 'coordinator', 'municipality', '1490', '2026-11-22 12:00:00+00:00', NULL),
  ('00000000000000000000000000000002', 'a2', 'sealed-2', 's2', 'advisor', 'all', '', '2026-11-22 12:00:00+00:00', '2026-11-23 12:00:00+00:00');
INSERT INTO sign_ins (id, account_id, token_hash, created, seen, expires) VALUES
  ('00000000000000000000000000000003', '00000000000000000000000000000001', 't1', '2026-11-22 12:00:00+00:00', '2026-11-22 13:00:00+00:00', '2026-12-06 12:00:00+00:00');
INSERT INTO sign_in_links (token_hash, account_id, created, expires, used) VALUES
  ('l1', '00000000000000000000000000000001', '2026-11-22 12:00:00+00:00', '2026-11-22 12:30:00+00:00', NULL);
INSERT INTO sign_in_attempts (id, who_print, at) VALUES
  ('00000000000000000000000000000004', 'w1', '2026-11-22 12:00:00+00:00');
INSERT INTO api_keys (id, key_hash, name, scope, origin, municipality_code, created, revoked) VALUES
  ('00000000000000000000000000000005', 'k1', 'Intranätet', 'widget', 'https://intranet.example.se', NULL, '2026-11-22 12:00:00+00:00', NULL);
INSERT INTO audit (id, at, who, action, thing) VALUES
  ('00000000000000000000000000000006', '2026-11-22 12:00:00+00:00', 'command', 'account.invited', '00000000000000000000000000000001');
INSERT INTO plans (id, municipality_code, title, state, advisors, version, created, created_by, changed, changed_by) VALUES ('3d1f', '1490', 'sealed', 'adopted', 'read', 1, '2026-11-22 12:00:00', 'a1', '2026-11-22 12:00:00', 'a1');
INSERT INTO plan_drafts (plan_id, body) VALUES ('3d1f', 'sealed');
INSERT INTO plan_fields (plan_id, written) VALUES ('3d1f', 'sealed');
INSERT INTO plan_versions (plan_id, number, edits, n_edits, at, by) VALUES ('3d1f', 1, 'sealed', 2, '2026-11-22 12:00:00', 'a1');
INSERT INTO plan_adoptions (plan_id, version, day, body, paragraph, at, by) VALUES ('3d1f', 1, '2026-11-20', 'sealed', 'sealed', '2026-11-22 12:00:00', 'a1');
INSERT INTO plan_links (id, plan_id, token_hash, used_for, name, created, created_by, expires, revoked) VALUES ('5e0c', '3d1f', 'print', 'read', 'sealed', '2026-11-22 12:00:00', 'a1', '2026-12-22 12:00:00', NULL);
INSERT INTO plan_comments (id, plan_id, place, text, at, by, settled) VALUES ('7b2a', '3d1f', 'sealed', 'sealed', '2026-11-22 12:00:00', 'a1', NULL);
INSERT INTO plan_requests (key_hash, made, at) VALUES ('print', '3d1f', '2026-11-22 12:00:00');
INSERT INTO plan_erasures (plan_id, municipality_code, why, at, by, n_versions, n_comments, n_links) VALUES ('9c4e', '1490', 'asked', '2026-11-22 12:00:00', 'a1', 1, 2, 3);
INSERT INTO plan_reminders (plan_id, account_id, what, at) VALUES ('3d1f', '00000000000000000000000000000001', 'print', '2026-11-22 12:00:00');
INSERT INTO plan_mutes (plan_id, account_id) VALUES ('3d1f', '00000000000000000000000000000001');
INSERT INTO cases (id, code, municipality_code, plan_id, title, request, first, last, hours, form, language, is_urgent, priority, floor, state, desk, advisor_id, answer_by, merged_into, created, created_by, changed, closed)
VALUES ('c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 'K7Q2MX', '0180', '3d1f', 'sealed', 'sealed', '2027-01-15', '2027-01-15', 8.5, 'digitalt', 'sv', TRUE, 3, 8.5, 'waiting', '01', '61647669736f725f6964636173657361', '2027-01-15', '6d65726765645f696e746f6361736573', '2026-11-22 12:00:00+00:00', '637265617465645f6279636173657363', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00');
INSERT INTO case_problems (case_id, number, area, words)
VALUES ('c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 3, 'nyrekrytering', 'sealed');
INSERT INTO case_events (id, case_id, at, by, what, note)
VALUES ('636173655f6576656e7473636173655f', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', '2026-11-22 12:00:00+00:00', '6279636173655f6576656e7473627963', 'case.assigned', 'sealed');
INSERT INTO case_messages (id, case_id, at, by, author, text, mail_print)
VALUES ('c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', '2026-11-22 12:00:00+00:00', '6279636173655f6d6573736167657362', 'asker', 'sealed', '6d61696c5f7072696e74636173655f6d657373616765736d61696c5f7072696e');
INSERT INTO case_files (id, case_id, message_id, name, media_type, n_bytes, body)
VALUES ('636173655f66696c6573636173655f66', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 'c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2', 'sealed', 'application/pdf', 3, 'sealed');
INSERT INTO case_asks (id, case_id, expert_slug, address, token_hash, state, hours, first, last, asked, asked_by, expires, answered, note, other_first, other_last, books_at_once)
VALUES ('c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 'expert-stad', 'sealed', '746f6b656e5f68617368636173655f61736b73746f6b656e5f68617368636173', 'other', 8.5, '2027-01-15', '2027-01-15', '2026-11-22 12:00:00+00:00', '61736b65645f6279636173655f61736b', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00', 'sealed', '2027-01-15', '2027-01-15', true);
INSERT INTO case_advice (id, case_id, expert_slug, day, hours, form, giver, area, offered, received, expected, achieved, next_step, at, by)
VALUES ('636173655f616476696365636173655f', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 'expert-stad', '2027-01-15', 8.5, 'digitalt', 'sealed', 'nyrekrytering', 'sealed', 'sealed', 'sealed', 'sealed', 'sealed', '2026-11-22 12:00:00+00:00', '6279636173655f616476696365627963');
INSERT INTO case_follow_ups (case_id, months, due, token_hash, sent, reminded, answered, used, helped, quality, text)
VALUES ('c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 3, '2027-01-15', '746f6b656e5f68617368636173655f666f6c6c6f775f757073746f6b656e5f68', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00', 'partly', 3, 3, 'sealed');
INSERT INTO expert_invitations (id, expert_slug, address, token_hash, created, created_by, expires, used)
VALUES ('6578706572745f696e7669746174696f', 'expert-stad', 'sealed', '746f6b656e5f686173686578706572745f696e7669746174696f6e73746f6b65', '2026-11-22 12:00:00+00:00', '637265617465645f6279657870657274', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00');
INSERT INTO expert_reviews (id, expert_slug, is_right, changes, at, by, settled)
VALUES ('6578706572745f726576696577736578', 'expert-stad', TRUE, 'sealed', '2026-11-22 12:00:00+00:00', '62796578706572745f72657669657773', '2026-11-22 12:00:00+00:00');
INSERT INTO expert_consents (id, expert_slug, purpose, given, given_by, withdrawn, withdrawn_by)
VALUES ('6578706572745f636f6e73656e747365', 'expert-stad', 'publication', '2026-11-22 12:00:00+00:00', '676976656e5f62796578706572745f63', '2026-11-22 12:00:00+00:00', '77697468647261776e5f627965787065');
INSERT INTO expert_calendars (expert_slug, hours_per_month, parallel_cases, confirmed, confirmed_by, feed_address, feed_read, feed_fault, reminded, changed_times)
VALUES ('expert-stad', 3, 3, '2027-01-15', '636f6e6669726d65645f627965787065', 'sealed', '2026-11-22 12:00:00+00:00', 'too large', '2026-11-22 12:00:00+00:00', 3);
INSERT INTO expert_absences (id, expert_slug, first, last, source)
VALUES ('6578706572745f616273656e63657365', 'expert-stad', '2027-01-15', '2027-01-15', 'form');
INSERT INTO bookings (id, case_id, ask_id, expert_slug, first, last, hours, form, state, held_until, n_changes, created, changed, changed_by)
VALUES ('626f6f6b696e6773626f6f6b696e6773', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3', 'expert-stad', '2027-01-15', '2027-01-15', 8.5, 'digitalt', 'confirmed', '2026-11-22 12:00:00+00:00', 3, '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00', '6368616e6765645f6279626f6f6b696e');
INSERT INTO feedback (id, at, about, is_right, slug, asked, reason, state, reviewed, reviewed_by)
VALUES ('666565646261636b666565646261636b', '2026-11-22 12:00:00+00:00', 'hit', TRUE, 'sspf', 'sealed', 'sealed', 'new', '2026-11-22 12:00:00+00:00', '72657669657765645f62796665656462');
INSERT INTO unanswered_words (word_print, word, n_queries, changed)
VALUES ('776f72645f7072696e74756e616e7377657265645f776f726473776f72645f70', 'epadunk', 3, '2026-11-22 12:00:00+00:00');
INSERT INTO unanswered_from (word_print, town_print)
VALUES ('776f72645f7072696e74756e616e7377657265645f66726f6d776f72645f7072', '746f776e5f7072696e74756e616e7377657265645f66726f6d746f776e5f7072');
INSERT INTO quality_waiting (case_id, months, series, key, area)
VALUES ('c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 3, 'expert', 'expert-stad', '');
INSERT INTO quality_groups (id, series, key, area, made, n, used_sum, used_squares, helped_sum, helped_squares, quality_sum, quality_squares)
VALUES ('7175616c6974795f67726f7570737175', 'county', '01', 'nyrekrytering', '2026-11-22 12:00:00+00:00', 5, 8, 14, 20, 84, 19, 77);
INSERT INTO statistics (municipality_code, measure, year, value, area, source_url, loaded)
VALUES ('0331', 'Anmälda inbrott', 2024, 12.5, 'stold-inbrott', 'https://statistik.example.se/inbrott', '2026-11-22 12:00:00+00:00');
INSERT INTO case_letters (id, case_id, about, address, body, written, n_tries, next_try)
VALUES ('636173655f6c65747465727363617365', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', NULL, 'sealed', 'sealed', '2026-11-22 12:00:00+00:00', 2, '2026-11-22 12:15:00+00:00');
INSERT INTO plan_needs (plan_id, area, told) VALUES ('3d1f', 'nyrekrytering', '2026-11-22 12:00:00+00:00');
INSERT INTO need_releases (period, made, n_figures) VALUES ('2026', '2027-01-01 03:00:00+00:00', 1);
INSERT INTO need_figures (period, axis, area, key, n) VALUES ('2026', 'county', 'nyrekrytering', '14', 12);
INSERT INTO use_counts (day, is_month, key, kind, what, n) VALUES ('2026-11-22', FALSE, '', 'document', 'sspf', 12);
INSERT INTO exchange_agreements (plan_id, area, municipality_code, purpose, contact, given, given_by)
VALUES ('3d1f', 'nyrekrytering', '1490', 'asked by other municipalities', 'sealed', '2026-11-22', '676976656e5f6279676976656e5f6279');
INSERT INTO practice_accounts (id, plan_id, municipality_code, measure, method, area, texts, state, version, reason, created, created_by, changed, reviewed, reviewed_by)
VALUES ('70726163746963657072616374696365', '3d1f', '1490', 'sealed', 'sspf', 'nyrekrytering', 'sealed', 'published', 2, NULL, '2026-11-22 12:00:00+00:00', '637265617465645f6279637265617465', '2026-11-22 12:00:00+00:00', '2026-11-22 12:00:00+00:00', '72657669657765645f62797265766965');
INSERT INTO published_practice (id, municipality_code, method, area, title, done, took, figures, otherwise, published)
VALUES ('70726163746963657072616374696365', '1490', 'sspf', 'nyrekrytering', 'SSPF', 'Möten', 'Tid', 'Färre', 'Tidigare', '2026-11-22');
INSERT INTO practice_words (stem, practice_id) VALUES ('=möt', '70726163746963657072616374696365');
