-- A payment that came back: both lines, what went out and what came in again, name the expense they no longer pay.
alter table bank_line add column returned_expense bigint references expense (id);
alter table bank_line add constraint bank_line_came_back check ((state = 'CAME_BACK') = (returned_expense is not null));
create index bank_line_returned on bank_line (returned_expense);
