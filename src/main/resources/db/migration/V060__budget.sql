create sequence pre_financing_seq start with 50 increment by 50;
create table pre_financing (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  fiscal_year integer not null,
  neighbourhood varchar(10) not null,
  source_task_field varchar(10) not null,
  limit_cents bigint not null,
  ends_on date not null,
  changes integer not null,
  constraint pre_financing_once unique (municipality, fiscal_year, neighbourhood, source_task_field),
  constraint pre_financing_limit check (limit_cents >= 0)
);

-- A forecast, never a posting.
create sequence release_forecast_seq start with 50 increment by 50;
create table release_forecast (
  id bigint primary key,
  version integer not null,
  reference varchar(100) not null,
  provision varchar(100) not null,
  -- empty once it has fallen away; rows stay, so that what was shown on a day can be shown again
  standing_provision varchar(100),
  neighbourhood varchar(10) not null,
  task_field varchar(10) not null,
  expected_from date not null,
  yearly_cents bigint not null,
  planned_on date not null,
  realised_on date,
  dropped_on date,
  constraint release_forecast_once unique (reference, standing_provision),
  constraint release_forecast_dropped check ((dropped_on is null) = (standing_provision is not null)),
  constraint release_forecast_positive check (yearly_cents > 0)
);
create index release_forecast_provision on release_forecast (provision);
create index release_forecast_reference on release_forecast (reference);

-- Whose help it was when money was first expected of it: what is shown counts households.
create table helped_household (
  provision varchar(100) primary key,
  household varchar(100) not null
);

-- One person makes it ready, another pays: until then the money is held in the ledger.
create sequence payment_seq start with 50 increment by 50;
create table payment (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  amount_cents bigint not null,
  purpose varchar(200) not null,
  state varchar(10) not null,
  prepared_by bigint not null,
  prepared_on date not null,
  reservation bigint not null,
  resolved_by bigint,
  resolved_on date,
  why_not varchar(200),
  constraint payment_held_once unique (reservation),
  constraint payment_positive check (amount_cents > 0),
  constraint payment_by_two check (resolved_by is null or state <> 'PAID' or resolved_by <> prepared_by),
  constraint payment_resolved check ((state = 'PREPARED') = (resolved_on is null))
);
create index payment_initiative on payment (initiative);
create index payment_state on payment (state);
