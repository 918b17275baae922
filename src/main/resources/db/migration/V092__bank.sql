-- What was seen at the bank: days, amounts and references of ours. No name, account or description of anybody is kept.
create sequence bank_statement_seq start with 50 increment by 50;
create table bank_statement (
  id bigint primary key,
  municipality varchar(6) not null,
  -- a hash of account, number and moment: the same statement again changes nothing
  identity varchar(64) not null,
  content varchar(64) not null,
  entries integer not null,
  read_by bigint not null,
  read_on date not null,
  constraint bank_statement_once unique (municipality, identity)
);

alter table expense add column seen_by_bank_on date;
alter table expense add constraint expense_seen_when_approved
  check (seen_by_bank_on is null or state not in ('BOOKED', 'SENT_BACK'));

create sequence bank_line_seq start with 50 increment by 50;
create table bank_line (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  statement bigint not null references bank_statement (id),
  identity varchar(64) not null,
  booked_on date not null,
  amount_cents bigint not null,
  paid_out boolean not null,
  by_card boolean not null,
  reference varchar(24),
  state varchar(10) not null,
  why varchar(20),
  expense bigint references expense (id),
  settled_by bigint,
  settled_on date,
  constraint bank_line_once unique (municipality, identity),
  constraint bank_line_one_expense unique (expense),
  constraint bank_line_positive check (amount_cents > 0),
  constraint bank_line_linked check ((state = 'LINKED') = (expense is not null)),
  constraint bank_line_open check ((state = 'OPEN') = (why is not null))
);
create index bank_line_state on bank_line (municipality, state);
