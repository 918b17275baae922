-- What of a line was posted: all, a part with the rest let go, or nothing.
alter table ledger_reservation_line add column posted_cents bigint default 0 not null;
update ledger_reservation_line set posted_cents = amount_cents
  where reservation in (select id from ledger_reservation where state = 'POSTED');
alter table ledger_reservation_line add constraint ledger_reservation_line_part
  check (posted_cents >= 0 and posted_cents <= amount_cents);

-- The balance after each posting, so that the balance at any date is one row and no sum.
alter table ledger_posting add column number bigint;
alter table ledger_posting add column balance_after_cents bigint;
update ledger_posting set number = (select t.number from ledger_transfer t where t.id = ledger_posting.transfer);
update ledger_posting set balance_after_cents = (
  select sum(p.amount_cents) from ledger_posting p
  where p.account = ledger_posting.account and p.number <= ledger_posting.number);
alter table ledger_posting alter column number set not null;
alter table ledger_posting alter column balance_after_cents set not null;
drop index ledger_posting_account;
create index ledger_posting_account on ledger_posting (account, number);
create index ledger_posting_day on ledger_posting (account, booked_on, number);

-- The task field whose appropriation a lot began in. A way is at most: council, appropriation, release, arrangement, release
-- again, grant, payment; each line below goes one step further.
alter table ledger_lot add column origin varchar(10);
update ledger_lot set origin = (select a.task_field from ledger_account a where a.id = ledger_lot.account)
  where source is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
update ledger_lot set origin = (select s.origin from ledger_lot s where s.id = ledger_lot.source) where origin is null;
alter table ledger_lot alter column origin set not null;

-- How much of each task field’s money is on an account: what the lots add up to, kept while money moves.
-- Rows of before today get ids below zero, which the sequence never gives.
create sequence ledger_account_share_seq start with 50 increment by 50;
create table ledger_account_share (
  id bigint primary key,
  account bigint not null references ledger_account (id),
  origin varchar(10) not null,
  amount_cents bigint not null,
  constraint ledger_account_share_once unique (account, origin),
  constraint ledger_account_share_positive check (amount_cents >= 0)
);
insert into ledger_account_share (id, account, origin, amount_cents)
  select -min(id), account, origin, sum(remaining_cents) from ledger_lot group by account, origin;
create index ledger_transfer_reason on ledger_transfer (municipality, fiscal_year, reason);
