INSERT INTO accounts (id, email_print, email, subject_print, role, scope_kind, scope_code, created, disabled) VALUES
  ('00000000000000000000000000000001', 'a1', 'sealed-1', NULL, 'coordinator', 'municipality', '1490', '2026-11-22 12:00:00+00:00', NULL),
  ('00000000000000000000000000000002', 'a2', 'sealed-2', 's2', 'advisor', 'all', '', '2026-11-22 12:00:00+00:00', '2026-11-23 12:00:00+00:00');
INSERT INTO sign_ins (id, account_id, token_hash, created, seen, expires) VALUES
  ('00000000000000000000000000000003', '00000000000000000000000000000001', 't1', '2026-11-22 12:00:00+00:00', '2026-11-22 13:00:00+00:00', '2026-12-06 12:00:00+00:00');
INSERT INTO sign_in_links (token_hash, account_id, created, expires, used) VALUES
  ('l1', '00000000000000000000000000000001', '2026-11-22 12:00:00+00:00', '2026-11-22 12:30:00+00:00', NULL);
INSERT INTO sign_in_attempts (id, who_print, at) VALUES
  ('00000000000000000000000000000004', 'w1', '2026-11-22 12:00:00+00:00');
INSERT INTO api_keys (id, key_hash, name, scope, origin, created, revoked) VALUES
  ('00000000000000000000000000000005', 'k1', 'Intranätet', 'widget', 'https://intranet.example.se', '2026-11-22 12:00:00+00:00', NULL);
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
