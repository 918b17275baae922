-- Nobody decides, refuses or sends back in the office of the team, whose members agree: what the team could decide was
-- decided by its manager.
update decision_signature set office = 'MANAGER'
where kind in ('DECIDED', 'REFUSED', 'SENT_BACK') and office = 'TEAM';
