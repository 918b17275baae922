-- Who opened which page of a plan, until the day is over and added up.
create sequence page_opening_seq start with 50 increment by 50;
create table page_opening (
  id bigint primary key,
  municipality varchar(6) not null,
  at timestamp not null,
  hand bigint not null,
  office varchar(20) not null,
  step varchar(12) not null,
  initiative bigint
);
create index page_opening_at on page_opening (municipality, at);

-- How long steps took on a day, of all together: nobody is named.
create sequence work_of_day_seq start with 50 increment by 50;
create table work_of_day (
  id bigint primary key,
  municipality varchar(6) not null,
  worked_on date not null,
  initiative bigint,
  step varchar(12) not null,
  office varchar(20) not null,
  seconds bigint not null check (seconds >= 0),
  hands integer not null check (hands > 0)
);
create index work_of_day_plan on work_of_day (initiative);
create index work_of_day_year on work_of_day (municipality, worked_on);

create table work_added_up (
  municipality varchar(6) primary key,
  version integer not null,
  through_day date not null
);

create index audit_event_at on audit_event (municipality, at);
