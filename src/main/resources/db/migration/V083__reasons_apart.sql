-- Why a proposal fell away stood in the place of the reasons of a no, and took it.
alter table decision add column proposed_reasons varchar(4000);
alter table decision add column ended_because varchar(4000);
update decision set proposed_reasons = reasons where proposes_refusal and state = 'PROPOSED';
update decision set ended_because = reasons, reasons = null where state = 'VOIDED';
