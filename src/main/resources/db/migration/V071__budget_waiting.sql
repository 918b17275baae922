-- Came free for certain and not in the pooled budget yet: its year has not begun, the plan is on trial, or the task
-- field is short of money.
create sequence waiting_release_seq start with 50 increment by 50;
create table waiting_release (
  id bigint primary key,
  release_key varchar(200) not null,
  reference varchar(100) not null,
  provision varchar(100) not null,
  neighbourhood varchar(10) not null,
  task_field varchar(10) not null,
  fiscal_year integer not null,
  amount_cents bigint not null,
  awaited_on date not null,
  constraint waiting_release_once unique (release_key),
  constraint waiting_release_positive check (amount_cents > 0)
);
create index waiting_release_reference on waiting_release (reference);
