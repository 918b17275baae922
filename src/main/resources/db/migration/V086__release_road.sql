-- What people do for a release, step by step, beside what the messages say of it.
alter table expected_release add column law varchar(20);

create table release_road (
  expected_release bigint primary key references expected_release (id) on delete cascade,
  version integer not null,
  initiative bigint not null,
  provision bigint not null,
  pledge bigint not null,
  consent_on date,
  letter_on date,
  ends_on date,
  consulted_on date,
  outcome varchar(20),
  agreed_until date,
  ordered_on date,
  ordered_until date,
  ordered_provision bigint,
  -- never an order without a letter and the provider’s word on the same day
  constraint release_road_letter check ((letter_on is null) = (ends_on is null)),
  constraint release_road_consulted check ((consulted_on is null) = (outcome is null)
    and (consulted_on is null or letter_on is not null)),
  constraint release_road_agreed check (agreed_until is null or consulted_on is not null),
  constraint release_road_ordered check ((ordered_on is null) = (ordered_until is null)
    and (ordered_on is null) = (ordered_provision is null)
    and (ordered_on is null or agreed_until is not null)),
  constraint release_road_ordered_once unique (ordered_provision)
);
create index release_road_initiative on release_road (initiative);

create sequence release_road_deed_seq start with 50 increment by 50;
create table release_road_deed (
  id bigint primary key,
  road bigint not null references release_road (expected_release) on delete cascade,
  step varchar(20) not null,
  kind varchar(20) not null,
  done_on date not null,
  done_by bigint not null,
  reason varchar(500)
);
create index release_road_deed_road on release_road_deed (road);

create sequence change_order_seq start with 50 increment by 50;
create table change_order (
  id bigint primary key,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  made_on date not null,
  made_by bigint not null
);
create index change_order_neighbourhood on change_order (neighbourhood);

create sequence change_order_line_seq start with 50 increment by 50;
create table change_order_line (
  id bigint primary key,
  change_order bigint not null references change_order (id),
  expected_release bigint not null,
  person bigint not null,
  law varchar(20) not null,
  source varchar(20) not null,
  allocation_number varchar(20) not null,
  category varchar(2),
  product_code varchar(5),
  current_end date,
  new_end date not null
);
create index change_order_line_order on change_order_line (change_order);
