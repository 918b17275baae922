create sequence signal_pattern_seq start with 50 increment by 50;
create table signal_pattern (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  title varchar(120) not null,
  owner bigint not null,
  cause varchar(2000) not null,
  in_the_room varchar(2000) not null,
  confirmed_on date not null
);
create index signal_pattern_municipality on signal_pattern (municipality);

create sequence structural_change_seq start with 50 increment by 50;
create table structural_change (
  id bigint primary key,
  pattern bigint not null references signal_pattern (id),
  place integer not null,
  what varchar(2000) not null,
  state varchar(10) not null,
  proposed_on date not null,
  decided_by varchar(20),
  decided_on date,
  done_on date,
  constraint structural_change_once unique (pattern, place)
);

create sequence signal_seq start with 50 increment by 50;
create table signal (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  source varchar(20) not null,
  kind varchar(20) not null,
  voice varchar(10) not null,
  step varchar(20),
  article varchar(200),
  words varchar(200) not null,
  -- only of who asked to be known
  raised_by bigint,
  raised_on date not null,
  initiative bigint,
  source_key varchar(120) unique,
  pattern bigint references signal_pattern (id),
  stands_alone boolean not null
);
create index signal_municipality on signal (municipality, raised_on);
create index signal_pattern_of on signal (pattern, raised_on);

create sequence case_to_repair_seq start with 50 increment by 50;
create table case_to_repair (
  id bigint primary key,
  version integer not null,
  structural_change bigint not null references structural_change (id),
  pattern bigint not null references signal_pattern (id),
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  offered_on date not null,
  taken_up_on date,
  taken_up_by bigint,
  constraint case_to_repair_once unique (structural_change, initiative)
);
create index case_to_repair_neighbourhood on case_to_repair (neighbourhood, taken_up_on);
