-- What people decided about an alarm, and since when nobody heeds it. A decision holds until its
-- time, and only for the severity it was made at.
create table alarm_care (
  episode text primary key,
  assignee text,
  decision text check (decision in ('SHELVED', 'CLOSED', 'NOT_A_FAULT')),
  until timestamptz,
  reason text,
  severity text,
  decided_by text,
  decided_at timestamptz,
  unheeded_since timestamptz,
  escalated_at timestamptz);

-- Times in which somebody works on a machine: alarms that begin in them are not shown as open.
create table maintenance_windows (
  id text primary key,
  machine text not null,
  starts timestamptz not null,
  ends timestamptz not null,
  reason text not null,
  planned_by text not null,
  planned_at timestamptz not null);
create index maintenance_windows_ends on maintenance_windows (ends);

-- The log of an alarm is read off the audit.
create index audit_subject on audit (subject, id);
