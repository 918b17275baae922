-- Who ends a row has seen it: a row that changed meanwhile is not ended unseen.
alter table need_mapping add column version integer default 0 not null;
