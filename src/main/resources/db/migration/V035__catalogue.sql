create sequence catalogue_version_seq start with 50 increment by 50;
create table catalogue_version (
  id bigint primary key,
  municipality varchar(6) not null,
  alternative varchar(60) not null,
  number integer not null,
  since timestamp not null,
  document text not null,
  constraint catalogue_version_once unique (municipality, alternative, number)
);
