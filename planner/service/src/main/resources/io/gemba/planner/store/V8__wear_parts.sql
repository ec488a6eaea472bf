-- What is left of each machine's part that wears, and when it was replaced last.
do $$
declare name text;
begin
  foreach name in array array['machine_lives', 'part_replacements']
  loop
    execute format(
        'create table %I (
           key text primary key,
           revision bigint not null,
           rank bigint not null,
           active boolean not null,
           at timestamptz not null,
           body jsonb not null)', name);
  end loop;
end
$$;
