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
