-- Households that go by another number since numbers were published: who lives there is the same. For comparing months with.
create sequence opportunity_renamed_household_seq start with 50 increment by 50;
create table opportunity_renamed_household (
  id bigint primary key,
  municipality varchar(6) not null,
  renamed_month varchar(7) not null,
  household_from bigint not null,
  household_to bigint not null
);
create index opportunity_renamed_household_municipality on opportunity_renamed_household (municipality);
