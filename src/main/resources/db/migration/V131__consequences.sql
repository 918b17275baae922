create table assessment_consequence (
  answer_id bigint not null references assessment_answer (id),
  affected varchar(20) not null,
  term varchar(10) not null,
  effect varchar(10) not null,
  primary key (answer_id, affected, term)
);
