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
  neighbourhood varchar(10) not null,
  task_field varchar(10) not null,
  expected_from date not null,
  yearly_cents bigint not null,
  realised_on date,
  constraint release_forecast_once unique (reference, provision),
  constraint release_forecast_positive check (yearly_cents > 0)
);
create index release_forecast_provision on release_forecast (provision);
