-- Rules of the operator about what is not taken in.
create table intake_filter (
    filter_id      text primary key,
    version        integer not null,
    draft          jsonb not null,
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    effects        bigint not null,
    last_effect_at timestamptz
);

-- One row: changed with every filter, so that a decision sees whether it knows them all.
create table filter_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);

insert into filter_revision (revision) values (0);
