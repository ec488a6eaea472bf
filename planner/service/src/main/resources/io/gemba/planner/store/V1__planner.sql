-- The latest message of a key. rank orders lists, worst first; active says whether it still matters.
do $$
declare
  name text;
begin
  foreach name in array array[
      'workload', 'orders', 'resources', 'episodes', 'capacity', 'production', 'machine_states',
      'replenishments', 'shortages']
  loop
    execute format(
        'create table %I (
           key text primary key,
           revision bigint not null,
           rank bigint not null,
           active boolean not null,
           at timestamptz not null,
           body jsonb not null)', name);
    execute format('create index %I on %I (active, rank desc)', name || '_worst', name);
    execute format('create index %I on %I (at)', name || '_at', name);
  end loop;
end
$$;

create index replenishments_id on replenishments ((body ->> 'id'));

-- Where each partition goes on; written in the same transaction as the effect of what was read.
create table consumed (
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (topic, partition));

-- Plans being made. One draft per slot is open; the others have been published or overtaken.
create table drafts (
  draft_id text primary key,
  slot text not null,
  base_version integer not null,
  state text not null check (state in ('OPEN', 'PUBLISHED', 'OVERTAKEN')),
  made_at timestamptz not null,
  reason text not null,
  causes text[] not null,
  changes integer not null,
  cost_cents bigint not null,
  baseline_cents bigint not null,
  body jsonb not null);
create unique index drafts_open on drafts (slot) where state = 'OPEN';

-- Published plans, never changed.
create table plans (
  plan_id text primary key,
  slot text not null,
  version integer not null,
  published_at timestamptz not null,
  published_by text not null,
  causes text[] not null,
  cost_cents bigint not null,
  baseline_cents bigint not null,
  body jsonb not null,
  unique (slot, version));

-- Which plan of a slot holds: moved by one compare-and-set.
create table current_plans (
  slot text primary key,
  version integer not null,
  plan_id text not null references plans);

-- Messages to send after the commit, in order.
create table outbox (
  id bigint generated always as identity primary key,
  destination text not null check (destination in ('kafka', 'mqtt')),
  topic text not null,
  key text not null,
  payload bytea not null);

create table costs (
  id text primary key,
  day date not null,
  kind text not null,
  place text not null,
  reference text not null,
  at timestamptz not null,
  cents bigint not null,
  baseline_cents bigint not null,
  reason text not null,
  causes text[] not null);
create index costs_day on costs (day, kind);

create table decisions (
  replenishment text primary key,
  status text not null check (status in ('APPROVED', 'SNOOZED')),
  quantity double precision,
  until date,
  decided_by text not null,
  decided_at timestamptz not null);

create table acknowledgements (
  episode text primary key,
  acknowledged_by text not null,
  comment text not null,
  acknowledged_at timestamptz not null);

-- What was proposed because of something, with its price: the far end of a chain.
create table acts (
  id text primary key,
  page text not null,
  title text not null,
  detail text not null,
  cents bigint not null,
  causes text[] not null,
  at timestamptz not null);
create index acts_causes on acts using gin (causes);

create table idempotency (
  key text primary key,
  fingerprint text not null,
  order_id text not null,
  at timestamptz not null);

-- Who did what when. Append only.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  subject text not null,
  detail jsonb not null);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit is append only';
end
$$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();
