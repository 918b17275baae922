create sequence own_plan_outcome_seq start with 50 increment by 50;
create table own_plan_outcome (
  id bigint primary key,
  version integer not null,
  initiative bigint not null references initiative (id),
  words varchar(6000) not null,
  handed_over_on date not null,
  promise varchar(1000),
  promised_by_day date,
  promised_on date,
  constraint own_plan_outcome_promised check ((promise is null) = (promised_by_day is null))
);
create index own_plan_outcome_initiative on own_plan_outcome (initiative);
