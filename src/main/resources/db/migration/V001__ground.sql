create table neighbourhood (
  code varchar(10) primary key,
  version integer not null,
  municipality varchar(6) not null,
  name varchar(200) not null,
  figures_year integer,
  inhabitants integer,
  households integer,
  households_with_children integer,
  under_15 integer,
  over_65 integer,
  geometry text
);
create index neighbourhood_municipality on neighbourhood (municipality);

create sequence address_seq start with 50 increment by 50;
create table address (
  id bigint primary key,
  postcode varchar(6) not null,
  house_number integer not null,
  neighbourhood varchar(10) not null,
  constraint address_once unique (postcode, house_number)
);
create index address_neighbourhood on address (neighbourhood);

create sequence user_account_seq start with 50 increment by 50;
create table user_account (
  id bigint primary key,
  version integer not null,
  login_name varchar(100) not null unique,
  display_name varchar(200) not null,
  municipality varchar(6) not null,
  roles varchar(400) not null,
  neighbourhoods varchar(4000) not null,
  subject varchar(100),
  active boolean not null,
  demo boolean not null
);

create sequence audit_event_seq start with 50 increment by 50;
create table audit_event (
  id bigint primary key,
  at timestamp not null,
  actor bigint,
  municipality varchar(6),
  action varchar(100) not null,
  subject_type varchar(60) not null,
  subject varchar(100) not null,
  -- who set it going, where that is somebody else
  on_behalf_of bigint,
  details varchar(2000) not null
);
create table audit_seal (
  sequence_number bigint primary key,
  event bigint not null unique,
  previous_hash varchar(64) not null,
  hash varchar(64) not null
);

-- that there is a file outside the database with the links of the chain, and when somebody had it made anew
create table audit_anchor_begin (
  sequence_number bigint primary key,
  at timestamp not null,
  anew boolean not null
);

create sequence audit_check_seq start with 50 increment by 50;
create table audit_check (
  id bigint primary key,
  at timestamp not null,
  sealed bigint not null,
  tail bigint not null,
  anchored bigint,
  faults varchar(4000) not null
);

create sequence processing_log_seq start with 50 increment by 50;
create table processing_log (
  id bigint primary key,
  at timestamp not null,
  trace varchar(32) not null,
  activity varchar(100) not null,
  data_subject varchar(100) not null,
  -- the roles of who looked, as they were; who it was stands in the audit log
  roles varchar(400) not null,
  audit_event bigint not null
);
create index processing_log_subject on processing_log (data_subject, at);
