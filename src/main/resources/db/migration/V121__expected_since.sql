-- keys are handed out in blocks to each process and say nothing of time; what was there before keeps its order by key
alter table expected_release add column made_at timestamp default timestamp '2000-01-01 00:00:00' not null;
