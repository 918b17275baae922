-- What a level of escalation pays with while it is argued who pays. The money itself stands in the book.
create sequence bridging_budget_seq start with 50 increment by 50;
create table bridging_budget (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  fiscal_year integer not null,
  escalation_level varchar(10) not null,
  task_field varchar(10) not null,
  changes integer not null,
  constraint bridging_budget_once unique (municipality, fiscal_year, escalation_level)
);

create sequence bridge_seq start with 50 increment by 50;
create table bridge (
  id bigint primary key,
  version integer not null,
  neighbourhood varchar(10) not null,
  fiscal_year integer not null,
  escalation_level varchar(10) not null,
  task_field varchar(10) not null,
  reference varchar(100) not null,
  receiver varchar(100) not null,
  amount_cents bigint not null,
  given_back_cents bigint not null,
  borne_cents bigint not null,
  open_cents bigint not null,
  until_day date not null,
  made_by bigint not null,
  made_on date not null,
  changes integer not null,
  payers_named integer not null,
  constraint bridge_amounts check (amount_cents > 0 and given_back_cents >= 0 and borne_cents >= 0 and open_cents >= 0
    and given_back_cents + borne_cents + open_cents <= amount_cents)
);
create index bridge_neighbourhood on bridge (neighbourhood, fiscal_year);
create index bridge_reference on bridge (reference);
create index bridge_open on bridge (until_day, open_cents);

create sequence bridge_payer_seq start with 50 increment by 50;
create table bridge_payer (
  id bigint primary key,
  bridge bigint not null references bridge (id),
  place integer not null,
  payer_kind varchar(30),
  name varchar(100) not null,
  parts integer not null,
  settled_cents bigint not null,
  settled_on date,
  constraint bridge_payer_once unique (bridge, place),
  constraint bridge_payer_parts check (parts > 0 and settled_cents >= 0)
);
