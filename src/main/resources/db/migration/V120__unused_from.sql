-- No lot of the account before this number has anything left: a transfer begins to read there.
alter table ledger_account add column unused_from bigint default 0 not null;
alter table ledger_account add constraint ledger_account_unused_from check (unused_from >= 0);
update ledger_account set unused_from = coalesce((select min(l.number) from ledger_lot l
  where l.account = ledger_account.id and l.remaining_cents > 0), 0);
