create table file_share_child (
  share bigint not null references file_share (id),
  person bigint not null references person (id),
  constraint file_share_child_once primary key (share, person)
);
create index file_share_child_person on file_share_child (person);
