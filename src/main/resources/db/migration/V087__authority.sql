-- At what level the council authorises: inside a programme the college moves money, out of it only the council does.
create sequence authorisation_seq start with 50 increment by 50;
create table authorisation (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  authorisation_level varchar(20) not null,
  programme varchar(100) not null,
  task_fields varchar(600) not null,
  valid_from date not null,
  valid_until date
);
create index authorisation_municipality on authorisation (municipality);

-- What only the council can change for a proposal, as it was when it was proposed.
create table decision_amendment (
  decision_id bigint not null references decision (id),
  place integer not null,
  fiscal_year integer not null,
  from_field varchar(20),
  from_programme varchar(100),
  to_field varchar(20) not null,
  to_programme varchar(100),
  at_most_cents bigint not null,
  primary key (decision_id, place)
);

alter table decision add column council_decision varchar(30);
alter table decision add column council_decided_on date;

-- Who stands in for whom, in which office, until when.
create sequence deputy_seq start with 50 increment by 50;
create table deputy (
  id bigint primary key,
  version integer not null,
  municipality varchar(6) not null,
  deputy_user bigint not null references user_account (id),
  absent_user bigint not null references user_account (id),
  office_role varchar(20) not null,
  valid_from date not null,
  valid_until date not null
);
create index deputy_of_user on deputy (deputy_user, valid_until);
create index deputy_municipality on deputy (municipality);

alter table decision_signature add column in_power_of bigint;

-- Who of the municipality said to have an interest in a plan. No reason is asked.
create sequence declared_interest_seq start with 50 increment by 50;
create table declared_interest (
  id bigint primary key,
  initiative bigint not null,
  user_id bigint not null,
  declared_on date not null,
  constraint declared_interest_once unique (initiative, user_id)
);
create index declared_interest_user on declared_interest (user_id);
