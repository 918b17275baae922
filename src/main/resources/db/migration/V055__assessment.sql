create sequence assessment_seq start with 50 increment by 50;
create table assessment (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  plan_version integer not null,
  neighbourhood varchar(10) not null,
  state varchar(20) not null,
  opened_on date not null,
  opened_by bigint not null,
  changed_at timestamp not null,
  advice_kind varchar(20),
  advice_ground varchar(40),
  advice_text varchar(4000),
  advised_by bigint,
  advised_at timestamp,
  constraint assessment_once unique (initiative, plan_version)
);
create index assessment_neighbourhood on assessment (neighbourhood);

create sequence assessment_answer_seq start with 50 increment by 50;
create table assessment_answer (
  id bigint primary key,
  assessment_id bigint not null references assessment (id),
  place integer not null,
  question varchar(20) not null,
  holds boolean not null,
  reasoning varchar(4000) not null,
  article varchar(200),
  answered_by bigint not null,
  answered_at timestamp not null,
  constraint assessment_answer_once unique (assessment_id, place)
);

create sequence assessment_gate_seq start with 50 increment by 50;
create table assessment_gate (
  id bigint primary key,
  assessment_id bigint not null references assessment (id),
  place integer not null,
  article varchar(200) not null,
  plain_words_nl varchar(1000) not null,
  plain_words_en varchar(1000) not null,
  who_checks_nl varchar(200) not null,
  who_checks_en varchar(200) not null,
  state varchar(20) not null,
  checker varchar(200),
  reason varchar(4000),
  checked_on date,
  checked_by bigint,
  constraint assessment_gate_once unique (assessment_id, place)
);

create sequence objection_seq start with 50 increment by 50;
create table objection (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  kind varchar(20) not null,
  words varchar(4000) not null,
  article varchar(200),
  office varchar(20) not null,
  raised_by bigint not null,
  raised_on date not null,
  answer_by date not null,
  outcome varchar(30),
  answer_words varchar(4000),
  answered_by bigint,
  answered_on date,
  answered_version integer
);
create index objection_initiative on objection (initiative);

create table objection_earlier_answer (
  objection_id bigint not null references objection (id),
  place integer not null,
  outcome varchar(30) not null,
  article varchar(200),
  answer_words varchar(4000) not null,
  answered_by bigint not null,
  answered_on date not null,
  primary key (objection_id, place)
);
