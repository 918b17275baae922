create sequence plan_answers_seq start with 50 increment by 50;
create table plan_answers (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  moment varchar(20) not null,
  document varchar(1000) not null,
  -- as last shown
  helped integer,
  went_back integer,
  constraint plan_answers_once unique (initiative, moment)
);

create sequence plan_answered_seq start with 50 increment by 50;
create table plan_answered (
  id bigint primary key,
  pledge bigint not null,
  moment varchar(20) not null,
  constraint plan_answered_once unique (pledge, moment)
);

create sequence helper_asked_seq start with 50 increment by 50;
create table helper_asked (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  asked_by bigint not null,
  subject varchar(100) not null,
  asked_on date not null,
  settled_on date
);
create index helper_asked_neighbourhood on helper_asked (neighbourhood, settled_on);
create index helper_asked_initiative on helper_asked (initiative, settled_on);
