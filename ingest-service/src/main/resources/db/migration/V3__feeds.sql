-- Feeds: what is polled, what is known about each, and who polls it now.
create table feed (
    feed_id       text primary key,
    url           text not null unique,
    host          text not null,
    title         text,
    publisher     text,
    language      text,
    folders       text[] not null,
    full_text     text not null,
    active        boolean not null,
    version       bigint not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    condition     text not null,
    next_check_at timestamptz not null,
    state         jsonb not null,
    lease         uuid,
    lease_owner   text,
    lease_until   timestamptz
);

create index feed_due on feed (next_check_at) where active;
create index feed_condition on feed (condition);

-- What happened to a feed.
create table feed_change (
    change_id bigint generated always as identity primary key,
    feed_id   text not null references feed on delete cascade,
    what      text not null,
    reason    text not null,
    at        timestamptz not null
);

create index feed_change_feed on feed_change (feed_id, change_id desc);
create index feed_change_at on feed_change (at);

-- The entries that were taken in, kept far longer than feeds show them.
create table feed_entry (
    feed_id       text not null references feed on delete cascade,
    entry_key     text not null,
    address       text not null,
    digest        text not null,
    page_due_at   timestamptz,
    page_tries    integer not null,
    first_seen_at timestamptz not null,
    shown_at      timestamptz not null,
    primary key (feed_id, entry_key)
);

create index feed_entry_address on feed_entry (feed_id, address);
create index feed_entry_shown_at on feed_entry (shown_at);

-- Turns at hosts, for all instances together.
create table web_host (
    host    text primary key,
    next_at timestamptz not null
);

create table host_turn (
    turn    uuid primary key,
    host    text not null,
    ends_at timestamptz not null
);

create index host_turn_host on host_turn (host);

-- Items that became no article are found by the canonical spelling of their URL too, and all items by their feed.
alter table ledger add column canonical_url text;
create index ledger_canonical_url on ledger (canonical_url, position) where canonical_url is not null;
create index ledger_feed on ledger (source, position) where source <> 'http';
