create sequence breakthrough_plan_seq start with 50 increment by 50;
create table breakthrough_plan (
  id bigint primary key,
  version integer not null,
  owner bigint not null,
  document text not null,
  changed_on date not null,
  constraint breakthrough_plan_once unique (owner)
);
