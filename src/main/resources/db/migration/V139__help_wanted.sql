-- that it was said, never what: that is in the counts alone
alter table pledge add column said_what_helps boolean default false not null;

create table help_wanted (
  initiative bigint primary key references initiative (id),
  version integer not null,
  document varchar(1000) not null
);
