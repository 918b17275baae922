-- why something stood on the repair list is longer than the name of a stage
alter table signal alter column step set data type varchar(40);
