create sequence file_share_seq start with 50 increment by 50;
create table file_share (
  id bigint primary key,
  version integer not null,
  owner bigint not null,
  parts varchar(60) not null,
  code_hash varchar(64) not null,
  made_on date not null,
  last_day date not null,
  helper bigint,
  opened_on date,
  withdrawn_on date,
  constraint file_share_code unique (code_hash),
  constraint file_share_ends check (last_day >= made_on),
  constraint file_share_opened check ((helper is null) = (opened_on is null)),
  constraint file_share_another check (helper is null or helper <> owner)
);
create index file_share_owner on file_share (owner);
create index file_share_helper on file_share (helper);
