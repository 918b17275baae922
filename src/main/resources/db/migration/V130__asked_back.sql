alter table objection add column reply varchar(4000);

-- what is said most, as the practice hears it: privacy, procurement and a local rule are all “the law forbids it”
update objection set kind = 'LAW' where kind in ('PRIVACY', 'PROCUREMENT', 'LOCAL_RULE');
update objection set kind = 'NO_MEANS' where kind = 'MONEY';
update objection set kind = 'OTHER' where kind = 'SAFETY';

-- who said it is kept nowhere here: it is about an office
create sequence said_too_busy_seq start with 50 increment by 50;
create table said_too_busy (
  id bigint primary key,
  initiative bigint not null,
  neighbourhood varchar(10) not null,
  office varchar(20) not null,
  said_on date not null,
  constraint said_too_busy_once_a_day unique (initiative, office, said_on)
);
