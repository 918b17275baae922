create sequence representation_seq start with 50 increment by 50;
create table representation (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  person bigint not null references person (id),
  ground varchar(12) not null,
  last_day date,
  code_hash varchar(64) not null,
  made_on date not null,
  representative bigint,
  opened_on date,
  ended_on date,
  constraint representation_code unique (code_hash),
  constraint representation_ends check (last_day is null or last_day >= made_on),
  constraint representation_day check (ground in ('PARENT', 'GUARDIAN') or last_day is not null),
  constraint representation_opened check ((representative is null) = (opened_on is null))
);
create index representation_person on representation (person);
create index representation_by on representation (representative);
