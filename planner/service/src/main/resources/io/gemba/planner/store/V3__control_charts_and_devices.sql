-- The control chart of each sensor that has one, and of each machine's scrap; what devices
-- announced themselves.
do $$
declare name text;
begin
  foreach name in array array['control_charts', 'devices']
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
