-- What of a line was posted: all, a part with the rest let go, or nothing.
alter table ledger_reservation_line add column posted_cents bigint default 0 not null;
update ledger_reservation_line set posted_cents = amount_cents
  where reservation in (select id from ledger_reservation where state = 'POSTED');
alter table ledger_reservation_line add constraint ledger_reservation_line_part
  check (posted_cents >= 0 and posted_cents <= amount_cents);
