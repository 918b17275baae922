create sequence expected_release_seq start with 50 increment by 50;
create table expected_release (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  provision bigint not null,
  person bigint not null,
  neighbourhood varchar(10) not null,
  pledge bigint not null,
  allocated_until date,
  state varchar(20) not null,
  excluded boolean not null,
  constraint expected_release_once unique (initiative, provision)
);
create index expected_release_provision on expected_release (provision);
create index expected_release_person on expected_release (person);

create sequence realised_release_seq start with 50 increment by 50;
create table realised_release (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  provision bigint not null,
  neighbourhood varchar(10) not null,
  task_field varchar(20) not null,
  fiscal_year integer not null,
  last_day date not null,
  report integer not null,
  amount_cents bigint not null,
  posted_at timestamp,
  booking bigint,
  countered boolean not null,
  constraint realised_release_booked check ((posted_at is null) = (booking is null)),
  constraint realised_release_once unique (provision, fiscal_year, last_day, report)
);
create index realised_release_initiative on realised_release (initiative);

-- More of a provision stands in the budget than came free, as a later report said.
create sequence posted_too_much_seq start with 50 increment by 50;
create table posted_too_much (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  provision bigint not null,
  person bigint not null,
  neighbourhood varchar(10) not null,
  fiscal_year integer not null,
  came_free_cents bigint not null,
  noted_on date not null,
  constraint posted_too_much_once unique (provision, fiscal_year)
);

create sequence way_back_seq start with 50 increment by 50;
create table way_back (
  id bigint primary key,
  version integer not null,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  subject varchar(100) not null,
  bridge varchar(300) not null,
  same_provider boolean not null,
  step varchar(20) not null,
  asked_on date not null,
  due_on date not null,
  bridged_on date,
  allocated_on date,
  back_on date
);
create index way_back_neighbourhood on way_back (neighbourhood);
create index way_back_subject on way_back (subject);
