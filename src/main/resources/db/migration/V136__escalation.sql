alter table initiative_step add column paused_until date;

-- A plan that is stuck, and who may break through now.
create sequence escalation_seq start with 50 increment by 50;
create table escalation (
  id bigint primary key,
  version integer not null,
  neighbourhood varchar(10) not null,
  initiative bigint not null,
  reason varchar(20) not null,
  words varchar(200) not null,
  started_by bigint not null,
  started_on date not null,
  escalation_level varchar(10) not null,
  due_on date not null,
  answered boolean not null,
  ended_on date
);
create index escalation_initiative on escalation (initiative);
create index escalation_open on escalation (neighbourhood, ended_on);

create sequence escalation_step_seq start with 50 increment by 50;
create table escalation_step (
  id bigint primary key,
  escalation bigint not null references escalation (id),
  place integer not null,
  on_day date not null,
  deed varchar(20) not null,
  escalation_level varchar(10) not null,
  until_day date,
  article varchar(200),
  amount_cents bigint,
  words varchar(200) not null,
  constraint escalation_step_once unique (escalation, place)
);
