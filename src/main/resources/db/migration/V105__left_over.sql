-- Where money goes that a plan leaves unspent, chosen with the decision. Until now all of it went back to what bore it.
alter table decision add column left_over varchar(20);
update decision set left_over = 'NEIGHBOURHOOD' where proposes_refusal = false;
alter table decision add constraint decision_left_over check (left_over in ('NEIGHBOURHOOD', 'TASK_FIELD'));
alter table decision add constraint decision_left_over_of_grant check ((left_over is null) = proposes_refusal);
