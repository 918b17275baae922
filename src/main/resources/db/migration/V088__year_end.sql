-- Money that is carried over a year end goes through the reserves (Iv3 0.10), by a decision of the council that is named.
alter table task_field add column social_domain boolean default true not null;
insert into task_field (id, code, name, first_year, last_year, social_domain) values
  ('0.10/2023', '0.10', 'Mutaties reserves', 2023, null, false);
alter table ledger_transfer add constraint ledger_transfer_carried_over
  check (reason <> 'CARRIED_OVER' or purpose <> '');

alter table ledger_book add column closed_through integer default 0 not null;

-- What became of the money that a plan had left at the end of a year.
create sequence year_settlement_seq start with 50 increment by 50;
create table year_settlement (
  id bigint primary key,
  municipality varchar(6) not null,
  fiscal_year integer not null,
  reference varchar(100) not null,
  amount_cents bigint not null,
  council_decision varchar(50),
  settled_by bigint not null,
  settled_on date not null,
  constraint year_settlement_positive check (amount_cents > 0)
);
create index year_settlement_year on year_settlement (municipality, fiscal_year);

create sequence year_closing_seq start with 50 increment by 50;
create table year_closing (
  id bigint primary key,
  municipality varchar(6) not null,
  fiscal_year integer not null,
  closed_by bigint not null,
  closed_on date not null,
  transfers bigint not null,
  fingerprint varchar(64) not null,
  constraint year_closing_once unique (municipality, fiscal_year)
);

-- What the municipality’s own ledger says was spent this year until the end of a day: it is the book of record.
create sequence municipal_balance_seq start with 50 increment by 50;
create table municipal_balance (
  id bigint primary key,
  municipality varchar(6) not null,
  on_day date not null,
  task_field varchar(10) not null,
  amount_cents bigint not null,
  read_by bigint not null,
  read_on date not null,
  constraint municipal_balance_once unique (municipality, on_day, task_field)
);
